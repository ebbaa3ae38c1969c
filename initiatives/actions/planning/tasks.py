"""Tasks and milestones: adding, changing, reporting how far they are, taking out."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from initiatives.enums import TaskKind
from initiatives.models import Initiative, Task
from initiatives.planning.checks import MOST_TASKS, check_plan_open, task_faults
from initiatives.planning.lines import TaskLine
from initiatives.planning.moves import End, end_of, tell_move
from initiatives.validators import refuse
from org.models import User

FIELDS = (
    "name",
    "kind",
    "part_of",
    "description",
    "owner",
    "department",
    "method_stage",
    "starts_on",
    "ends_on",
    "weight",
    "progress",
)
DONE = 100


@action
def add_task(*, by: User | None, initiative: Initiative, name: str, **fields: Any) -> Task:
    """Add a task or milestone after the others; `fields` of `FIELDS` are optional.

    A milestone weighs nothing unless it is said. Raises Refused, or Conflict where the plan is history.
    """
    check_plan_open(initiative)
    if initiative.tasks.count() >= MOST_TASKS:
        words = _("An initiative has at most %(most)d tasks: make several initiatives of it.")
        raise Refused(words % {"most": MOST_TASKS})
    if fields.get("kind") == TaskKind.MILESTONE:
        fields.setdefault("weight", 0.0)
    task = Task(initiative=initiative, position=next_position(initiative))
    _set(task, {"name": name, **fields})
    _say_done(task)
    refuse(task_faults(task))
    task.save()
    return task


@action
def add_tasks(*, by: User | None, initiative: Initiative, lines: Sequence[TaskLine]) -> list[Task]:
    """Add many at once, with the phases they name; raises Refused with the place of each fault."""
    phases = {each.name: each for each in initiative.tasks.filter(part_of__isnull=True)}
    made: list[Task] = []
    faults: list[Fault] = []
    for index, line in enumerate(lines):
        try:
            made.append(_add_line(by, initiative, line, phases))
        except Refused as refusal:
            faults += [Fault(each.message, index=index, field=each.field) for each in refusal.faults]
    refuse(faults)
    return made


def _add_line(by: User | None, initiative: Initiative, line: TaskLine, phases: dict[str, Task]) -> Task:
    phase = None
    if line.phase:
        if line.phase not in phases:
            phases[line.phase] = add_task(by=by, initiative=initiative, name=line.phase)
        phase = phases[line.phase]
    return add_task(
        by=by,
        initiative=initiative,
        name=line.name,
        kind=line.kind,
        part_of=phase,
        owner=line.owner,
        starts_on=line.starts_on,
        ends_on=line.ends_on,
        weight=line.weight,
        progress=line.progress,
    )


@action
def change_task(*, by: User | None, task: Task, **fields: Any) -> Task:
    """Change fields of `FIELDS`; who waits for it elsewhere is told when its end moves. Raises Refused."""
    check_plan_open(task.initiative)
    was = end_of(task)
    _set(task, fields)
    _say_done(task)
    refuse(task_faults(task))
    task.save()
    _tell(task, was)
    return task


@action
def report_task(*, by: User | None, task: Task, progress: int, done_on: dt.date | None = None) -> Task:
    """Say how far a task is, in percent; 100 is done, on `done_on` or today. Raises Refused."""
    check_plan_open(task.initiative)
    if task.parts.exists():
        raise Refused([Fault(_("A phase is as far as its tasks are."), field="progress")])
    if done_on is not None and done_on > timezone.localdate():
        raise Refused([Fault(_("This day is still to come."), field="done_on")])
    was = end_of(task)
    task.progress = progress
    if done_on is not None and progress == DONE:
        task.done_on = done_on
    _say_done(task)
    refuse(task_faults(task))
    task.save(update_fields=["progress", "done_on"])
    _tell(task, was)
    return task


@action
def remove_task(*, by: User | None, task: Task) -> None:
    """Take a task out, a phase with its parts; dependencies go with it, baselines remember it."""
    check_plan_open(task.initiative)
    task.delete()


def _set(task: Task, fields: dict[str, Any]) -> None:
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a task has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(task, name, value.strip() if isinstance(value, str) else value)
    if task.kind == TaskKind.MILESTONE and "progress" in fields and 0 < task.progress < DONE:
        task.progress = 0  # an event has happened or has not


def _say_done(task: Task) -> None:
    """A task is done on a day exactly where its progress is whole."""
    if task.progress != DONE:
        task.done_on = None
    elif task.done_on is None:
        task.done_on = timezone.localdate()


def _tell(task: Task, was: End) -> None:
    if end_of(task) != was:
        tell_move(task, was)


def next_position(initiative: Initiative) -> int:
    """The place after the last task."""
    last: int | None = initiative.tasks.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
