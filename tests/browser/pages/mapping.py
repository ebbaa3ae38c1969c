"""Who looks at the pages of the strategy map."""

from tests.browser.pages.shown import Shown

_PLAN = "SELECT code FROM strategy_plan WHERE state = 'active' AND kind = 'organisation' LIMIT 1"
_DRAFT = "SELECT code FROM strategy_plan ORDER BY id LIMIT 1"
_ARROW = "SELECT id FROM strategy_causeeffect ORDER BY id LIMIT 1"
_ELEMENT = "SELECT 'objective', id FROM strategy_objective ORDER BY id LIMIT 1"

PAGES: dict[str, Shown] = {
    "strategy_map": Shown("smo", _PLAN, query="?objective=O1"),
    "add_arrow": Shown("smo", _DRAFT),
    "change_arrow": Shown("smo", _ARROW),
    "remove_arrow": Shown("smo", _ARROW),
    "remove_element": Shown("smo", _ELEMENT),
}
NOT_HERE: dict[str, str] = {}
