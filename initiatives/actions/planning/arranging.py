"""The order of an action plan: places among the others, and parts of phases."""

from django.db import transaction

from core.actions import action
from initiatives.models import Task
from initiatives.planning.checks import check_plan_open, phase_faults
from initiatives.validators import refuse
from org.models import User


@action
def move_task(*, by: User | None, task: Task, part_of: Task | None, place: int) -> Task:
    """Put a task into a phase (None: to the top level) as number `place` (from 0) of what stands there.

    A phase takes its parts along. Raises Refused where the phase cannot be, or Conflict.
    """
    check_plan_open(task.initiative)
    if part_of is not None and part_of.pk != task.part_of_id:
        refuse(phase_faults(task, part_of))
    every = list(Task.objects.select_for_update().filter(initiative=task.initiative_id))
    own = next(each for each in every if each.pk == task.pk)
    own.part_of_id = part_of.pk if part_of else None
    beside = [each for each in every if each.part_of_id == own.part_of_id and each.pk != own.pk]
    beside.insert(max(0, min(place, len(beside))), own)
    _number(every, beside, own)
    task.refresh_from_db()
    return task


def _number(every: list[Task], beside: list[Task], own: Task) -> None:
    """Number the whole plan anew: top level in order, each phase followed by its parts."""
    rank = {each.pk: place for place, each in enumerate(beside)}

    def order(task: Task) -> tuple[int, int]:
        return rank.get(task.pk, task.position), task.pk

    top = sorted((each for each in every if each.part_of_id is None), key=order)
    flat = []
    for phase in top:
        flat += [phase, *sorted((each for each in every if each.part_of_id == phase.pk), key=order)]
    with transaction.atomic():
        for position, each in enumerate(flat):
            if each.position != position or each.pk == own.pk:
                each.position = position
                each.save(update_fields=["position", "part_of"])
