"""Which objectives an initiative serves, and which departments take part in it."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from initiatives.enums import Strength
from initiatives.models import Contribution, Initiative, InitiativeDepartment
from initiatives.validators import check_standing, refuse
from org.models import Department, User
from strategy.models import Objective


class Serves(NamedTuple):
    """An objective that is served, how much, and how."""

    objective: Objective
    strength: int = Strength.SOME
    note: str = ""


class TakesPart(NamedTuple):
    """A department that takes part, and its part in a few words."""

    department: Department
    part: str = ""


@action
def serve_objective(
    *, by: User | None, initiative: Initiative, objective: Objective, strength: int = 1, note: str = ""
) -> Contribution:
    """Say that an initiative serves an objective, or say it anew; raises Refused, Conflict."""
    check_standing(initiative)
    refuse(_not_served(initiative, [Serves(objective, strength, note)]))
    found = initiative.contributions.filter(objective=objective).first()
    row = found or Contribution(initiative=initiative, objective=objective)
    _keep(row, strength=strength, note=note.strip())
    return row


@action
def stop_serving(*, by: User | None, contribution: Contribution) -> None:
    """Take back that an initiative serves an objective; the history keeps it."""
    check_standing(contribution.initiative)
    contribution.delete()


@action
def set_objectives(
    *,
    by: User | None,
    initiative: Initiative,
    wanted: Sequence[Serves],
    among: Sequence[Contribution] | None = None,
) -> None:
    """The initiative serves these objectives and no others; raises Refused, Conflict.

    `among`: those it served that `by` could see; others stay as they are. None: all.
    """
    check_standing(initiative)
    refuse(_twice([each.objective for each in wanted], "objective"), _not_served(initiative, wanted))
    seen = initiative.contributions.all() if among is None else among
    kept = {each.objective_id: each for each in seen}
    for each in wanted:
        row = kept.pop(each.objective.pk, None)
        row = row or Contribution(initiative=initiative, objective=each.objective)
        _keep(row, strength=each.strength, note=each.note.strip())
    for row in kept.values():
        row.delete()


@action
def set_departments(*, by: User | None, initiative: Initiative, wanted: Sequence[TakesPart]) -> None:
    """These departments take part beside the one that leads, and no others; raises Refused, Conflict."""
    check_standing(initiative)
    refuse(_twice([each.department for each in wanted], "department"), _leading(initiative, wanted))
    kept = {each.department_id: each for each in initiative.taking_part.all()}
    for each in wanted:
        row = kept.pop(each.department.pk, None)
        row = row or InitiativeDepartment(initiative=initiative, department=each.department)
        _keep(row, part=each.part.strip())
    for row in kept.values():
        row.delete()


def _keep(row: Any, **words: Any) -> None:
    """Save a row where it is new or says something else: the history holds no changes that are none."""
    if row.pk is not None and all(getattr(row, name) == value for name, value in words.items()):
        return
    for name, value in words.items():
        setattr(row, name, value)
    row.save()


def _twice(named: Sequence[Any], field: str) -> Iterator[Fault]:
    twice = {each.pk: each for each in named if named.count(each) > 1}
    words = _("“%(name)s” stands here twice.")
    for each in twice.values():
        yield Fault(words % {"name": each}, field=field, code="unique")


def _not_served(initiative: Initiative, wanted: Sequence[Serves]) -> Iterator[Fault]:
    served = set(initiative.contributions.values_list("objective", flat=True))
    for each in wanted:
        if each.objective.archived_on is not None and each.objective.pk not in served:
            words = _("“%(name)s” is archived: choose an objective that counts.")
            yield Fault(words % {"name": each.objective}, field="objective")
        if each.strength not in Strength.values:
            yield Fault(_("A contribution is 1 (some), 2 (strong) or 3 (decisive)."), field="strength")


def _leading(initiative: Initiative, wanted: Sequence[TakesPart]) -> Iterator[Fault]:
    words = _("“%(name)s” leads the initiative: it need not take part as well.")
    for each in wanted:
        if each.department.pk == initiative.department_id:
            yield Fault(words % {"name": each.department}, field="department")
