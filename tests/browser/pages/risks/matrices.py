"""Who looks at the pages of risks: matrices."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {
    "risk_framework": Shown("smo"),
    "change_risk_matrix": Shown("smo", "SELECT id FROM risks_riskmatrix ORDER BY id LIMIT 1"),
}
NOT_HERE: dict[str, str] = {
    "begin_with_risk_matrix": "takes a POST",
    "add_risk_matrix": "a plain form: looked at as change_risk_matrix",
    "use_risk_matrix": "takes a POST",
    "add_risk_part": "a plain form: looked at as change_risk",
    "change_risk_part": "a plain form: looked at as change_risk",
    "remove_risk_part": "a plain question",
}
