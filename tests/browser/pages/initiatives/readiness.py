"""Who looks at the pages of initiatives: change readiness."""

from tests.browser.pages.shown import Shown

_GROUP = """SELECT i.code, g.id FROM initiatives_affectedgroup g JOIN initiatives_initiative i
ON i.id = g.initiative_id WHERE i.code = 'BUS-LANES' ORDER BY g.id LIMIT 1"""

PAGES: dict[str, Shown] = {
    "portfolio_readiness": Shown("executive"),
    "initiative_readiness": Shown("head", "SELECT 'BUS-LANES'"),
    "rate_group": Shown("head", _GROUP),
}
NOT_HERE: dict[str, str] = {
    "add_affected_group": "a plain form: looked at once as rate_group",
    "change_affected_group": "a plain form: looked at once as rate_group",
    "add_readiness_action": "a plain form: looked at once as rate_group",
    "change_readiness_action": "a plain form: looked at once as rate_group",
    "remove_affected_group": "a plain form: looked at once as remove_step",
    "remove_readiness_rating": "a plain form: looked at once as remove_step",
    "remove_readiness_action": "a plain form: looked at once as remove_step",
    "tick_readiness_action": "takes a POST",
}
