"""What goes over from one initiative to another when they are made one."""

from collections.abc import Callable
from enum import StrEnum

from initiatives.means.money import AMOUNTS
from initiatives.models import Initiative, MoneyLine, PlanNotice


class Move(StrEnum):
    """What may go over."""

    PLAN = "plan"
    PEOPLE = "people"
    MONEY = "money"
    TECHNOLOGY = "technology"
    BENEFITS = "benefits"
    READINESS = "readiness"


def _plan(keep: Initiative, other: Initiative) -> None:
    """Its tasks with their dependencies; baselines stay, and know the tasks still."""
    tasks = other.tasks.all()
    if keep.method_id != other.method_id:  # stages of a method that is not followed here
        tasks.exclude(method_stage=None).update(method_stage=None)
    last = max(keep.tasks.values_list("position", flat=True), default=-1) + 1
    for task in tasks.order_by("position", "pk"):
        task.initiative, task.position = keep, last + task.position
        task.save(update_fields=["initiative", "position"])
    PlanNotice.objects.filter(initiative=other).update(initiative=keep)


def _people(keep: Initiative, other: Initiative) -> None:
    other.allocations.update(initiative=keep)


def _money(keep: Initiative, other: Initiative) -> None:
    """Lines of a year, kind and source that both have are added up; the other's own stays with it."""
    own = {(line.year, line.kind, line.source_id): line for line in keep.money.all()}
    for line in other.money.all():
        there = own.get((line.year, line.kind, line.source_id))
        if there is None:
            line.initiative = keep
            line.save(update_fields=["initiative"])
        else:
            _add(there, line)


def _add(to: MoneyLine, line: MoneyLine) -> None:
    for name in AMOUNTS:
        more, amount = getattr(line, name), getattr(to, name)
        if more is not None:
            setattr(to, name, more if amount is None else amount + more)
    to.save(update_fields=list(AMOUNTS))


def _technology(keep: Initiative, other: Initiative) -> None:
    other.technologies.update(initiative=keep)


def _benefits(keep: Initiative, other: Initiative) -> None:
    other.benefits.update(initiative=keep)


def _readiness(keep: Initiative, other: Initiative) -> None:
    other.groups.update(initiative=keep)


MOVES: dict[str, Callable[[Initiative, Initiative], None]] = {
    Move.PLAN: _plan,
    Move.PEOPLE: _people,
    Move.MONEY: _money,
    Move.TECHNOLOGY: _technology,
    Move.BENEFITS: _benefits,
    Move.READINESS: _readiness,
}
