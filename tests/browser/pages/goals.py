"""Who looks at the pages of SMART goals, commentary, teams and the action plan."""

from tests.browser.pages.shown import WRITTEN, Shown

_PLAN = "SELECT code FROM strategy_plan WHERE state = 'active' AND kind = 'organisation' LIMIT 1"
_IN_FORCE = f"""SELECT g.id FROM strategy_goal g JOIN strategy_objective o ON o.id = g.objective_id
JOIN strategy_plan p ON p.id = o.plan_id WHERE p.code = ({_PLAN}) ORDER BY g.id LIMIT 1"""
_OBJECTIVE = f"""SELECT o.id FROM strategy_objective o JOIN strategy_plan p ON p.id = o.plan_id
WHERE p.code = ({_PLAN}) ORDER BY o.id LIMIT 1"""
_WRITTEN = f"SELECT id FROM strategy_objective WHERE plan_id = ({WRITTEN}) ORDER BY id LIMIT 1"
_STEP = f"SELECT id FROM strategy_goalstep WHERE goal_id = ({_IN_FORCE}) ORDER BY id LIMIT 1"
_SAID = f"SELECT id FROM strategy_commentary WHERE objective_id = ({_OBJECTIVE}) ORDER BY id LIMIT 1"

PAGES: dict[str, Shown] = {
    "action_plan": Shown("viewer", _PLAN),
    "goal": Shown("smo", _IN_FORCE),
    "add_goal": Shown("smo", _WRITTEN),
    "change_goal": Shown("smo", _IN_FORCE),
    "goal_state": Shown("smo", _IN_FORCE),
    "add_step": Shown("smo", _IN_FORCE),
    "change_step": Shown("smo", _STEP),
    "remove_step": Shown("smo", _STEP),
    "objective_people": Shown("smo", _OBJECTIVE),
    "commentary": Shown("smo", _OBJECTIVE),
    "remove_commentary": Shown("smo", _SAID),
}
NOT_HERE: dict[str, str] = {
    "check_goal": "a part of the page of a goal's form",
    "tick_step": "takes a POST",
}
