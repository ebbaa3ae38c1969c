"""Baselines: the action plan and the money as they are agreed now; a later one says why."""

from django.db.models import Max, Sum
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from initiatives.models import Baseline, BaselineTask, Initiative, MoneyLine, Task
from initiatives.planning.checks import check_plan_open
from initiatives.planning.network import leaves
from org.models import User


@action
def set_baseline(*, by: User | None, initiative: Initiative, reason: str = "") -> Baseline:
    """Keep the plan as it stands as what was agreed; every baseline after the first needs a reason.

    Raises Refused, or Conflict where the plan is history.
    """
    check_plan_open(initiative)
    Initiative.objects.select_for_update(of=("self",)).get(pk=initiative.pk)
    last: int | None = initiative.baselines.aggregate(last=Max("number"))["last"]
    if last is not None and not reason.strip():
        raise Refused([Fault(_("Say why the plan is agreed anew."), field="reason", code="required")])
    tasks = list(leaves().filter(initiative=initiative))
    days = [day for each in tasks for day in (each.starts_on, each.ends_on) if day is not None]
    if not days:
        raise Refused(_("There is nothing to agree on yet: give the tasks their days first."))
    baseline = Baseline.objects.create(
        initiative=initiative,
        number=(last or 0) + 1,
        reason=reason.strip(),
        starts_on=min(days),
        ends_on=max(days),
        budget=MoneyLine.objects.filter(initiative=initiative).aggregate(all=Sum("budget"))["all"],
        set_by=by,
    )
    BaselineTask.objects.bulk_create(_as_agreed(baseline, each) for each in tasks)
    return baseline


def _as_agreed(baseline: Baseline, task: Task) -> BaselineTask:
    return BaselineTask(
        baseline=baseline,
        task=task,
        name=task.name,
        kind=task.kind,
        starts_on=task.starts_on,
        ends_on=task.ends_on,
        weight=task.weight,
    )
