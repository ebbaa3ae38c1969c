"""Who waits for whom: tasks of different initiatives that hold each other, by department or by initiative."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from initiatives.enums import ENDED
from initiatives.models import Dependency, Initiative, Task
from initiatives.queries import standing_initiatives
from org.models import Department


class By(StrEnum):
    """What the picture's nodes are."""

    DEPARTMENT = "department"
    INITIATIVE = "initiative"


@dataclass(frozen=True)
class Wait:
    """That one task waits for another of another initiative; `late`: that one should be done and is not."""

    dependency: Dependency
    late: bool

    @property
    def before(self) -> Task:
        """What is waited for."""
        return self.dependency.before

    @property
    def after(self) -> Task:
        """What waits."""
        return self.dependency.after


@dataclass(frozen=True)
class Link:
    """Everything that one node waits for another: `count` tasks, `late` of them."""

    before: int
    after: int
    count: int
    late: int


@dataclass(frozen=True)
class Teams:
    """The nodes by id with their names, the links between them, and each single wait."""

    by: By
    nodes: dict[int, str]
    links: tuple[Link, ...]
    waits: tuple[Wait, ...]


def department_of(task: Task) -> Department | None:
    """Who does a task: its own department, else the one that leads its initiative."""
    return task.department or task.initiative.department


def read_waits(user: Any, today: dt.date) -> list[Wait]:
    """Waits between initiatives the user may know of that are neither ended nor put aside; one query."""
    going = standing_initiatives(user).exclude(stage__in=ENDED)
    ids = going.order_by().values("pk")
    rows = (
        Dependency.objects.filter(before__initiative__in=ids, after__initiative__in=ids)
        .exclude(after__done_on__isnull=False)
        .select_related(
            "before__initiative__department",
            "after__initiative__department",
            "before__department",
            "after__department",
        )
        .order_by("before__ends_on", "pk")
    )
    between = [each for each in rows if each.before.initiative_id != each.after.initiative_id]
    return [Wait(each, _is_late(each.before, today)) for each in between]


def _is_late(task: Task, today: dt.date) -> bool:
    return task.done_on is None and task.ends_on is not None and task.ends_on < today


def teams_of(waits: Sequence[Wait], by: By) -> Teams:
    """The picture: nodes that wait for each other, with how many tasks."""
    nodes: dict[int, str] = {}
    found: dict[tuple[int, int], list[Wait]] = {}
    for wait in waits:
        before, after = _node(wait.before, by), _node(wait.after, by)
        if before is None or after is None or before.pk == after.pk:
            continue
        nodes |= {before.pk: before.name, after.pk: after.name}
        found.setdefault((before.pk, after.pk), []).append(wait)
    links = [
        Link(before, after, len(of), sum(each.late for each in of)) for (before, after), of in found.items()
    ]
    return Teams(by, nodes, tuple(links), tuple(waits))


def _node(task: Task, by: By) -> Department | Initiative | None:
    return task.initiative if by == By.INITIATIVE else department_of(task)
