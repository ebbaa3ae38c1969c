"""Who looks at the pages of risks: register."""

from tests.browser.pages.shown import Shown

_SURGE = "SELECT 'STORM-SURGE'"
PAGES: dict[str, Shown] = {
    "risks": Shown("smo"),
    "risk": Shown("smo", _SURGE),
    "change_risk": Shown("smo", _SURGE),
}
NOT_HERE: dict[str, str] = {
    "add_risk": "a plain form: looked at as change_risk",
    "risk_things": "a plain form: looked at as change_risk",
    "risk_state": "a plain form: looked at as change_risk",
    "remove_risk": "a plain question",
}
