"""Who looks at the pages of initiatives: stage gates."""

from tests.browser.pages.shown import Shown

_WAITING = """SELECT i.code, g.id FROM initiatives_gatedecision g JOIN initiatives_initiative i
ON i.id = g.initiative_id WHERE g.outcome = 'waiting' ORDER BY g.id LIMIT 1"""

PAGES: dict[str, Shown] = {
    "gate_criteria": Shown("smo"),
    "initiative_gates": Shown("smo", "SELECT 'BUS-LANES'"),
    "ask_gate": Shown("smo", "SELECT 'BUS-LANES'"),
    "gate_decision": Shown("executive", _WAITING),
}
NOT_HERE: dict[str, str] = {
    "add_gate_criterion": "a plain form: looked at once as change_initiative",
    "change_gate_criterion": "a plain form: looked at once as change_initiative",
    "withdraw_gate": "a plain form: looked at once as remove_step",
}
