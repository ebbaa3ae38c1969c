"""Who looks at the pages of risks: response."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {"risk_actions": Shown("smo")}
NOT_HERE: dict[str, str] = {
    "choose_response": "a plain form: looked at as rate_risk",
    "add_risk_part": "a plain form: looked at as rate_risk",
    "change_risk_part": "a plain form: looked at as rate_risk",
    "remove_risk_part": "a plain question",
    "risk_deed": "a plain form: looked at as rate_risk",
    "tick_step": "takes a POST",
}
