"""Who looks at the pages of risks: exposure."""

from tests.browser.pages.shown import Shown

_RUN = "SELECT id FROM risks_exposurerun ORDER BY id DESC LIMIT 1"

PAGES: dict[str, Shown] = {
    "exposure": Shown("smo"),
    "exposure_run": Shown("smo", _RUN),
    "compare_exposure": Shown("smo", query="?run=1&run=2"),
    "estimate_risk": Shown("smo", "SELECT 'STORM-SURGE'"),
}
NOT_HERE: dict[str, str] = {
    "compute_exposure": "a plain form: looked at as estimate_risk",
    "remove_exposure_run": "a plain question",
    "forget_estimate": "a plain question",
}
