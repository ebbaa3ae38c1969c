"""People that an initiative takes, in stretches of months."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from initiatives.actions.storing import store
from initiatives.means.checking import check_months, check_taken
from initiatives.means.months import first_day, joined, month_of, spread
from initiatives.models import Allocation, Initiative, Skill
from initiatives.validators import check_standing, refuse
from org.models import Department, User

FIELDS = ("department", "skill", "person", "first_month", "last_month", "fte", "note")


@action
def add_allocation(*, by: User | None, initiative: Initiative, **fields: Any) -> Allocation:
    """Take people of a skill from a department; `fields` of `FIELDS`, days meaning their months.

    Raises Refused, or Conflict where the initiative is archived.
    """
    return _stored(Allocation(initiative=initiative), fields)


@action
def change_allocation(*, by: User | None, allocation: Allocation, **fields: Any) -> Allocation:
    """Change fields of `FIELDS`; raises Refused, Conflict."""
    return _stored(allocation, fields)


@action
def remove_allocation(*, by: User | None, allocation: Allocation) -> None:
    """Take it out; the history keeps it."""
    check_standing(allocation.initiative)
    allocation.delete()


def _stored(allocation: Allocation, fields: dict[str, Any]) -> Allocation:
    check_standing(allocation.initiative)
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"an allocation has no {', '.join(sorted(unknown))}")
    first, last = (fields.get(name, getattr(allocation, name)) for name in ("first_month", "last_month"))
    if first is None or last is None:
        raise Refused([Fault(_("Say from which month to which."), field="first_month", code="required")])
    refuse(check_months(first, last), check_taken(fields.get("fte", allocation.fte)))
    months = {"first_month": first.replace(day=1), "last_month": last.replace(day=1)}
    return store(allocation, **{**fields, **months})


@dataclass(frozen=True)
class TypedRow:
    """A row of the grid: whom it takes, and FTE by month; months that it does not name stay as they are."""

    department: Department
    skill: Skill
    person: User | None
    months: Mapping[int, float]

    @property
    def key(self) -> tuple[int, int, int | None]:
        """What makes it the same row."""
        return self.department.pk, self.skill.pk, self.person.pk if self.person else None


@action
def keep_months(*, by: User | None, initiative: Initiative, rows: Sequence[TypedRow]) -> None:
    """Store what was typed into the grid as the fewest stretches; what is unchanged keeps its row and note.

    Raises Refused, or Conflict where the initiative is archived.
    """
    check_standing(initiative)
    twice = len({row.key for row in rows}) < len(rows)
    if twice:
        raise Refused(_("The same people stand in two rows: put them into one."))
    refuse(*(check_taken(fte) for row in rows for fte in row.months.values() if fte))
    stored = list(initiative.allocations.select_for_update())
    for row in rows:
        _keep_row(initiative, row, [each for each in stored if _key(each) == row.key])


def _key(allocation: Allocation) -> tuple[int, int, int | None]:
    return allocation.department_id, allocation.skill_id, allocation.person_id


def _keep_row(initiative: Initiative, row: TypedRow, stored: Iterable[Allocation]) -> None:
    before = {_stretch(each): each for each in stored}
    months = spread(before)
    if all(abs(months.get(month, 0.0) - fte) < 1e-9 for month, fte in row.months.items()):
        return
    wanted = joined({**months, **row.months})
    notes = {month: each.note for (first, last, _fte), each in before.items() for month in (first, last)}
    for stretch in wanted:
        if before.pop(stretch, None) is None:
            first, last, fte = stretch
            initiative.allocations.create(
                department=row.department,
                skill=row.skill,
                person=row.person,
                first_month=first_day(first),
                last_month=first_day(last),
                fte=fte,
                note=notes.get(first) or notes.get(last) or "",
            )
    for gone in before.values():
        gone.delete()


def _stretch(allocation: Allocation) -> tuple[int, int, float]:
    return month_of(allocation.first_month), month_of(allocation.last_month), allocation.fte
