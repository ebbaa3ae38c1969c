"""Rules of action plans that forms, serializers and actions share."""

import datetime as dt
import math
from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.errors import Conflict, Fault
from initiatives.enums import ENDED, Bond, TaskKind
from initiatives.models import Initiative, Task
from initiatives.validators import check_name, check_standing

EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)
MOST_TASKS = 1000
"""So many tasks an initiative has at most: what is larger is several initiatives."""
MOST_LAG = 3650


def check_plan_open(initiative: Initiative) -> None:
    """Raise Conflict where the plan of an initiative is history: it has ended, is archived or merged."""
    check_standing(initiative)
    if initiative.stage in ENDED:
        words = _("“%(name)s” is %(stage)s: its action plan is history and does not change.")
        stage = initiative.get_stage_display().lower()
        raise Conflict(words % {"name": initiative.name, "stage": stage})


def task_faults(task: Task) -> Iterator[Fault]:
    """What no task or milestone can say."""
    yield from check_name(task.name)
    yield from _day_faults(task)
    if not math.isfinite(task.weight) or task.weight < 0:
        yield Fault(_("A weight is 0 or more."), field="weight")
    if not 0 <= task.progress <= 100:
        yield Fault(_("Progress is from 0 to 100 percent."), field="progress")
    if task.method_stage is not None and task.method_stage.method_id != task.initiative.method_id:
        yield Fault(_("A stage of the initiative's own method, please."), field="method_stage")
    if task.kind == TaskKind.MILESTONE and task.pk is not None and task.parts.exists():
        yield Fault(_("It is a phase: a milestone has no parts."), field="kind")
    yield from phase_faults(task, task.part_of)


def _day_faults(task: Task) -> Iterator[Fault]:
    for field in ("starts_on", "ends_on"):
        day = getattr(task, field)
        if day is not None and not EARLIEST <= day <= LATEST:
            yield Fault(_("A day between 1900 and 2199."), field=field)
    if task.kind == TaskKind.MILESTONE and task.starts_on is not None:
        words = _("A milestone is one day: give its day as the end, and no start.")
        yield Fault(words, field="starts_on")
    elif task.starts_on and task.ends_on and task.ends_on < task.starts_on:
        yield Fault(_("The end is before the start."), field="ends_on")


def phase_faults(task: Task, phase: Task | None) -> Iterator[Fault]:
    """Why a task cannot be a part of a phase; nothing where it can, or is to be a part of none."""
    if phase is None:
        return
    words = ""
    if phase.initiative_id != task.initiative_id:
        words = _("A phase of the same initiative, please.")
    elif phase.pk == task.pk:
        words = _("Nothing is a part of itself.")
    elif phase.part_of_id is not None:
        words = _("“%(name)s” is a part of a phase itself: there is one level of phases.")
    elif phase.kind == TaskKind.MILESTONE:
        words = _("“%(name)s” is a milestone, which has no parts.")
    elif task.pk is not None and task.parts.exists():
        words = _("It is a phase itself: there is one level of phases.")
    elif phase.holds.exists() or phase.waits_for.exists():
        words = _("“%(name)s” has dependencies. Take them out first: phases have none, their tasks do.")
    if words:
        yield Fault(words % {"name": phase.name}, field="part_of")


def dependency_faults(bond: str, lag_days: int, note: str) -> Iterator[Fault]:
    """Faults of a dependency's kind, its days between and its note."""
    if bond not in Bond.values:
        yield Fault(_("One of: %(known)s.") % {"known": ", ".join(Bond.values)}, field="bond")
    if abs(lag_days) > MOST_LAG:
        yield Fault(_("At most ten years between."), field="lag_days")
    if len(note) > 300:
        yield Fault(_("A note has at most 300 letters."), field="note")
