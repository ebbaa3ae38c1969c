"""Who looks at the pages of initiatives: benefits."""

from tests.browser.pages.shown import Shown

_ONE = """SELECT i.code, b.id FROM initiatives_benefit b JOIN initiatives_initiative i
ON i.id = b.initiative_id WHERE i.code = 'BUS-LANES' ORDER BY b.id LIMIT 1"""

PAGES: dict[str, Shown] = {
    "portfolio_benefits": Shown("executive"),
    "initiative_benefits": Shown("viewer", "SELECT 'BUS-LANES'"),
    "check_benefit": Shown("smo", _ONE),
}
NOT_HERE: dict[str, str] = {
    "add_benefit": "a plain form: looked at once as check_benefit",
    "change_benefit": "a plain form: looked at once as check_benefit",
    "remove_benefit": "a plain form: looked at once as remove_step",
}
