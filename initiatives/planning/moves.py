"""That a task's end moved: whoever waits for it in another initiative is told (`planning.telling`)."""

import datetime as dt

from core.outbox import emit
from initiatives.models import Dependency, Task

TASK_MOVED = "initiatives.task_moved"
End = tuple[dt.date | None, dt.date | None]


def end_of(task: Task) -> End:
    """Its planned end, and the day on which it was done."""
    return task.ends_on, task.done_on


def tell_move(task: Task, was: End) -> None:
    """Emit that a task ends on another day, if that is later or it is done early, and somebody may wait."""
    before, after = was[1] or was[0], task.done_on or task.ends_on
    moved_later = before is not None and after is not None and after > before
    done_early = task.done_on is not None and task.ends_on is not None and task.done_on < task.ends_on
    undone = was[1] is not None and task.done_on is None
    if (moved_later or undone or (done_early and was[1] != task.done_on)) and _is_waited_for(task):
        task_moved(task, before, after)


def task_moved(task: Task, before: dt.date | None, after: dt.date | None) -> None:
    """A task that others wait for ends on another day than it was to."""
    emit(
        TASK_MOVED,
        task=task.pk,
        before=before.isoformat() if before else None,
        after=after.isoformat() if after else None,
    )


def _is_waited_for(task: Task) -> bool:
    return Dependency.objects.filter(before__initiative=task.initiative_id).exists()
