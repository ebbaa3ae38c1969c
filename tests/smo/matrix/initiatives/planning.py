"""Who may do what with initiatives: planning."""

import datetime as dt

from initiatives.actions.planning import add_task, link_tasks, set_baseline
from initiatives.models import PlanNotice
from org.enums import Role
from org.models import User
from tests.smo.matrix.callers import CONTRIBUTOR, EXECUTIVE, HEAD, STAFF, VIEWER, WRITING
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

RUN = (STAFF, HEAD, CONTRIBUTOR)
DO = (*RUN, VIEWER)  # the viewer owns the task
SEE_RESTRICTED = ("administrator", STAFF, EXECUTIVE)
LED, RESTRICTED = {"code": "{led}"}, {"code": "{restricted}"}
TASK, LINK = {"code": "{led}", "pk": "{task}"}, {"code": "{led}", "pk": "{dependency}"}
_HIDDEN = {"get": SEE_RESTRICTED, "otherwise": HIDDEN, "variant": "of a restricted one"}

PAGES: list[Row] = [
    *page("portfolio_gantt"),
    *page("roadmap"),
    *page("initiative_plan", LED),
    *page("initiative_plan", RESTRICTED, **_HIDDEN),  # type: ignore[arg-type]
    *page("initiative_calendar", LED),
    *page("initiative_calendar", RESTRICTED, **_HIDDEN),  # type: ignore[arg-type]
    *page("plan_baseline", {"code": "{led}", "number": 1}),
    *page("add_plan_task", LED, get=None, post=RUN),
    *page("save_plan_task", TASK, get=None, post=RUN),
    *page("change_plan_task", TASK, get=RUN, post=RUN),
    *page("remove_plan_task", TASK, get=RUN, post=RUN, answer=302),
    *page("report_task", TASK, get=None, post=DO, answer=302),
    *page("move_task", TASK, get=None, post=RUN, answer=302),
    *page("paste_tasks", LED, get=RUN, post=RUN),
    *page("add_dependency", TASK, get=RUN, post=RUN),
    *page("change_dependency", LINK, get=RUN, post=RUN),
    *page("remove_dependency", LINK, get=RUN, post=RUN, answer=302),
    *page("set_baseline", LED, get=RUN, post=RUN),  # a second time, without a reason
    *page("see_plan_notice", {"code": "{led}", "pk": "{notice}"}, get=None, post=RUN, answer=302),
]

_WRITERS = (WRITING,)
_HIDDEN_TASK = {"ref": "{hidden_task}"}
API: list[Row] = [
    *resource("api-initiatives-schedule", read(), where={"ref": "{led}"}),
    *resource(
        "api-tasks-list",
        read(),
        write("POST", RUN, _WRITERS, 201, body={"initiative": "{led}", "name": "Paint"}),
        write("PATCH", DO, _WRITERS, 200, body=[{"id": "{task}", "progress": 30}]),
        write("DELETE", RUN, _WRITERS, 204, body=["{task}"]),
    ),
    *resource(
        "api-tasks-detail",
        read(),
        read(SEE_RESTRICTED, otherwise=HIDDEN, where=_HIDDEN_TASK, variant="of a restricted one"),
        write("PATCH", DO, _WRITERS, 200, body={"progress": 30}),
        write("PATCH", RUN, _WRITERS, 200, body={"name": "Mine"}, variant="more than its progress"),
        write("DELETE", RUN, _WRITERS, 204),
        where={"ref": "{task}"},
    ),
    *resource(
        "api-task-dependencies-list",
        read(),
        write("POST", RUN, _WRITERS, 201, body={"before": "{other_task}", "after": "{third_task}"}),
        write("PATCH", RUN, _WRITERS, 200, body=[{"id": "{dependency}", "lag_days": 2}]),
        write("DELETE", RUN, _WRITERS, 204, body=["{dependency}"]),
    ),
    *resource(
        "api-task-dependencies-detail",
        read(),
        write("PATCH", RUN, _WRITERS, 200, body={"note": "Sand"}),
        write("DELETE", RUN, _WRITERS, 204),
        where={"ref": "{dependency}"},
    ),
    *resource(
        "api-baselines-list",
        read(),
        write("POST", RUN, _WRITERS, 201, body={"initiative": "{led}", "reason": "Rain"}),
    ),
    *resource("api-baselines-detail", read(), where={"ref": "{baseline}"}),
    *resource("api-plan-notices-list", read()),
    *resource("api-plan-notices-detail", read(), where={"ref": "{notice}"}),
    *resource("api-plan-notices-seen", write("POST", RUN, _WRITERS, 200), where={"ref": "{notice}"}),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Three tasks of the one that is led, the second waiting for the first, and one of the restricted one."""
    day = dt.date(2026, 3, 1)
    first = add_task(
        by=None, initiative=made.led, name="Dig", owner=people[Role.VIEWER], starts_on=day, ends_on=day
    )
    second = add_task(by=None, initiative=made.led, name="Pour", ends_on=day + dt.timedelta(days=9))
    third = add_task(by=None, initiative=made.led, name="Dry")
    hidden = add_task(by=None, initiative=made.restricted, name="Ask", ends_on=day)
    link = link_tasks(by=None, before=first, after=second)
    notice = PlanNotice.objects.create(initiative=made.led, task=first, moved=hidden, ends_on=day)
    return {
        "task": first.pk,
        "other_task": second.pk,
        "third_task": third.pk,
        "hidden_task": hidden.pk,
        "dependency": link.pk,
        "baseline": set_baseline(by=None, initiative=made.led).pk,
        "notice": notice.pk,
    }
