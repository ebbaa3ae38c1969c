"""Who looks at the pages of initiatives: planning."""

from tests.browser.pages.shown import Shown

_LATE = "SELECT 'FAULT-DESK'"
_TASK = """SELECT i.code, t.id FROM initiatives_task t JOIN initiatives_initiative i ON i.id = t.initiative_id
WHERE i.code = 'FAULT-DESK' AND t.part_of_id IS NOT NULL ORDER BY t.id LIMIT 1"""
_PLAIN = "a plain form: looked at once as change_plan_task"
_POST = "takes a POST"

PAGES: dict[str, Shown] = {
    "initiative_plan": Shown("smo", _LATE),
    "portfolio_gantt": Shown("executive"),
    "roadmap": Shown("executive"),
    "change_plan_task": Shown("smo", _TASK),
    "paste_tasks": Shown("smo", _LATE),
}
NOT_HERE: dict[str, str] = {
    "add_dependency": _PLAIN,
    "change_dependency": _PLAIN,
    "remove_dependency": "a plain question",
    "remove_plan_task": "a plain question",
    "set_baseline": _PLAIN,
    "plan_baseline": "a plain table",
    "initiative_calendar": "a file",
    "add_plan_task": _POST,
    "save_plan_task": _POST,
    "report_task": _POST,
    "move_task": _POST,
    "see_plan_notice": _POST,
}
