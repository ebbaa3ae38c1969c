"""Where a task goes by one step up, down, into the phase above it, or out of its own."""

from collections.abc import Sequence

from initiatives.models import Task

WAYS = ("up", "down", "in", "out")


def step(task: Task, tasks: Sequence[Task], way: str) -> tuple[Task | None, int] | None:
    """The phase (None: the top level) and the place in it after a step; None where there is no such step.

    `tasks`: all of the plan, in order.
    """
    beside = [each for each in tasks if each.part_of_id == task.part_of_id]
    place = next(n for n, each in enumerate(beside) if each.pk == task.pk)
    by_key = {each.pk: each for each in tasks}
    phase = by_key[task.part_of_id] if task.part_of_id is not None else None
    if way == "up":
        return (phase, place - 1) if place else None
    if way == "down":
        return (phase, place + 1) if place + 1 < len(beside) else None
    if way == "in" and phase is None and place:
        above = beside[place - 1]
        return above, sum(each.part_of_id == above.pk for each in tasks)
    if way == "out" and phase is not None:
        top = [each for each in tasks if each.part_of_id is None]
        return None, next(n for n, each in enumerate(top) if each.pk == phase.pk) + 1
    return None
