"""Who looks at the pages of scenarios."""

from tests.browser.pages.shown import Shown

_SOLVED = "SELECT id FROM initiatives_scenario WHERE state = 'solved' ORDER BY id LIMIT 1"
_OPEN = "SELECT id FROM initiatives_scenario WHERE adopted_at IS NULL ORDER BY id LIMIT 1"

PAGES: dict[str, Shown] = {
    "scenarios": Shown("smo"),
    "scenario": Shown("executive", _SOLVED),
    "scenario_limits": Shown("smo", _OPEN),
}
NOT_HERE: dict[str, str] = {
    "add_scenario": "a plain form",
    "change_scenario": "a plain form",
    "remove_scenario": "a plain question",
    "adopt_scenario": "a plain question",
    "compare_scenarios": "a table like that of scenarios",
    "copy_scenario": "takes a POST",
    "scenario_progress": "data for a script",
}
