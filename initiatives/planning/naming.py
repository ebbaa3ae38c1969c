"""What a task is called to a reader: those of initiatives hidden from them have no name."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext as _

from initiatives.models import Task
from initiatives.queries import visible_initiatives


def hidden_task() -> str:
    """What stands for a task of an initiative that the reader may not know of."""
    return _("a task you may not see")


def task_name(task: Task, seen: Collection[int]) -> str:
    """The name of a task whose initiative is among those the reader may know of (`seen`, primary keys)."""
    return task.name if task.initiative_id in seen else hidden_task()


def seen_by(user: Any, initiatives: Iterable[int]) -> set[int]:
    """Which of these initiatives a user may know of; one query."""
    wanted = set(initiatives)
    return set(visible_initiatives(user).filter(pk__in=wanted).values_list("pk", flat=True))
