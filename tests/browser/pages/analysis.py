"""Who looks at the pages of the assessment of where the organisation stands."""

from tests.browser.pages.shown import Shown

PLAN = "SELECT code FROM strategy_plan WHERE code = 'harbour-city'"
ITEM = "SELECT 'item', id FROM strategy_analysisitem WHERE evidence <> '' AND kpi_id IS NOT NULL LIMIT 1"
SCENARIO = "SELECT id FROM strategy_scenario ORDER BY id LIMIT 1"
TRIPPED = "SELECT id FROM strategy_assumption WHERE kpi_id IS NOT NULL ORDER BY id LIMIT 1"

PAGES: dict[str, Shown] = {
    "analysis": Shown("smo", PLAN, query="?show=all"),
    "add_finding": Shown("smo", f"SELECT 'assumption', ({PLAN})"),
    "finding": Shown("smo", f"SELECT 'assumption', ({TRIPPED})"),
    "change_finding": Shown("smo", ITEM),
    "remove_finding": Shown("smo", ITEM),
    "scenario_effects": Shown("smo", SCENARIO),
    "answer_assumption": Shown("smo", TRIPPED),
}
NOT_HERE: dict[str, str] = {"place_item": "is only posted to"}
