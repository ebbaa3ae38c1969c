"""Who looks at the pages of alignment, departmental and functional plans."""

from tests.browser.pages.shown import Shown

STRATEGY = "SELECT code FROM strategy_plan WHERE code = 'harbour-city'"
DRAFT = "SELECT code FROM strategy_plan WHERE code = 'harbour-city-works'"
_WORKS = "SELECT id FROM strategy_plan WHERE code = 'harbour-city-works'"
_OWN = "FROM strategy_contribution c JOIN strategy_objective o ON o.id = c.objective_id"
_OF_DRAFT = "JOIN strategy_plan p ON p.id = o.plan_id WHERE p.code = 'harbour-city-works'"
ACTIVITY = f"SELECT 'activity', id FROM strategy_operationalactivity WHERE plan_id IN ({_WORKS}) LIMIT 1"

PAGES: dict[str, Shown] = {
    "alignment": Shown("executive", STRATEGY, query="?levels=4"),
    "my_part": Shown("head"),
    "department_part": Shown("viewer", "SELECT 'transport'"),
    "department_plans": Shown("smo", STRATEGY),
    "begin_part": Shown("smo", STRATEGY),
    "department_plan": Shown("head", "SELECT 'harbour-city-transport'"),
    "remove_part": Shown("smo", DRAFT),
    "take_step": Shown("smo", "SELECT 'return', 'harbour-city-housing'"),
    "adopt_objectives": Shown("smo", DRAFT),
    "support_objective": Shown("smo", DRAFT),
    "add_contribution": Shown("smo", f"SELECT o.id {_OWN} {_OF_DRAFT} ORDER BY c.id LIMIT 1"),
    "remove_contribution": Shown("smo", f"SELECT c.id {_OWN} {_OF_DRAFT} ORDER BY c.id LIMIT 1"),
    "add_plan_part": Shown("smo", "SELECT 'activity', 'harbour-city-works'"),
    "change_plan_part": Shown("smo", ACTIVITY),
    "remove_plan_part": Shown("smo", ACTIVITY),
}
NOT_HERE: dict[str, str] = {}
