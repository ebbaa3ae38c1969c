"""Dependencies between tasks, of one initiative or of two; circles are refused and named."""

from collections import defaultdict

from django.db import connection
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from initiatives.enums import Bond
from initiatives.models import Dependency, Task
from initiatives.planning.checks import check_plan_open, dependency_faults
from initiatives.planning.naming import task_name
from initiatives.queries import visible_initiatives
from initiatives.schedule import way_between
from initiatives.validators import refuse
from org.models import User

# Two dependencies that are each fine could close a circle together, so they are made one after the other.
_LOCK = 0x534D4F42


@action
def link_tasks(
    *,
    by: User | None,
    before: Task,
    after: Task,
    bond: str = Bond.FINISH_START,
    lag_days: int = 0,
    note: str = "",
) -> Dependency:
    """Let one task hold another; raises Refused (a circle, a phase, twice), Conflict where a plan is history.

    Only the plan of the task after must be open: whom one waits for is one's own plan's matter.
    """
    check_plan_open(after.initiative)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, 0)", [_LOCK])
    refuse(dependency_faults(bond, lag_days, note), _faults(by, before, after))
    return Dependency.objects.create(
        before=before, after=after, bond=bond, lag_days=lag_days, note=note.strip()
    )


@action
def change_dependency(
    *,
    by: User | None,
    dependency: Dependency,
    bond: str | None = None,
    lag_days: int | None = None,
    note: str | None = None,
) -> Dependency:
    """Change how one task holds another; what is None stays. Raises Refused or Conflict."""
    check_plan_open(dependency.after.initiative)
    dependency.bond = dependency.bond if bond is None else bond
    dependency.lag_days = dependency.lag_days if lag_days is None else lag_days
    dependency.note = dependency.note if note is None else note.strip()
    refuse(dependency_faults(dependency.bond, dependency.lag_days, dependency.note))
    dependency.save()
    return dependency


@action
def unlink_tasks(*, by: User | None, dependency: Dependency) -> None:
    """Let one task hold another no longer; raises Conflict where the plan is history."""
    check_plan_open(dependency.after.initiative)
    dependency.delete()


def _faults(by: User | None, before: Task, after: Task) -> list[Fault]:
    if before.pk == after.pk:
        return [Fault(_("A task does not wait for itself."), field="before")]
    for field, task in (("before", before), ("after", after)):
        if task.parts.exists():
            words = _("“%(name)s” is a phase: name the task of it that is meant.")
            return [Fault(words % {"name": task.name}, field=field)]
    if Dependency.objects.filter(before=before, after=after).exists():
        return [Fault(_("It waits for this task already."), field="before", code="unique")]
    circle = _circle(before, after)
    if not circle:
        return []
    words = _("That would be a circle: %(way)s.")
    return [Fault(words % {"way": _named(by, circle)}, field="before", code="circle")]


def _circle(before: Task, after: Task) -> list[int]:
    """The tasks of the circle that this bond would close, the first named again at its end."""
    follow: dict[int, list[int]] = defaultdict(list)
    for one, other in Dependency.objects.values_list("before", "after"):
        follow[one].append(other)
    way = way_between(follow, after.pk, before.pk)
    return [before.pk, *way] if way else []


def _named(by: User | None, way: list[int]) -> str:
    """The tasks of a way as far as the user may know of them."""
    known = Task.objects.in_bulk(way)
    seen = set(
        visible_initiatives(by).filter(tasks__in=way).values_list("pk", flat=True)
        if by is not None
        else (each.initiative_id for each in known.values())
    )
    return " → ".join(task_name(known[pk], seen) for pk in way)
