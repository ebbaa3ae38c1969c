"""Who looks at the pages of the strategy map."""

from tests.browser.pages.shown import WRITTEN, Shown

_PLAN = "SELECT code FROM strategy_plan WHERE state = 'active' AND kind = 'organisation' LIMIT 1"
_DRAFT = f"SELECT code FROM strategy_plan WHERE id = ({WRITTEN})"
_OBJECTIVES = f"SELECT id FROM strategy_objective WHERE plan_id = ({WRITTEN})"
_ARROW = f"""SELECT id FROM strategy_causeeffect WHERE known_to IS NULL AND cause_id IN ({_OBJECTIVES})
ORDER BY id LIMIT 1"""
_ELEMENT = f"SELECT 'objective', id FROM ({_OBJECTIVES}) o ORDER BY id LIMIT 1"

PAGES: dict[str, Shown] = {
    "strategy_map": Shown("smo", _PLAN, query="?objective=O1"),
    "add_arrow": Shown("smo", _DRAFT),
    "change_arrow": Shown("smo", _ARROW),
    "remove_arrow": Shown("smo", _ARROW),
    "remove_element": Shown("smo", _ELEMENT),
}
NOT_HERE: dict[str, str] = {}
