"""Who takes part in an objective beside its owner, and what its owner says of it period by period."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from kpis.engine.frequency import Frequency, Period
from kpis.queries import calendar as fiscal_calendar
from org.models import Department, User
from strategy.enums import Assessment
from strategy.models import Commentary, Objective, SupportingDepartment, TeamMember
from strategy.validators import check_upkeep, refuse


class Support(NamedTuple):
    """A department that helps, and how."""

    department: Department
    note: str = ""


class Part(NamedTuple):
    """A person of the theme team, and their part in it."""

    person: User
    part: str = ""


@action
def set_supporting(*, by: User | None, objective: Objective, wanted: Sequence[Support]) -> None:
    """These departments support the objective, and no others; raises Refused naming what cannot be."""
    check_upkeep(objective.plan)
    refuse(_doubles([each.department for each in wanted], "supporting"), _leads(objective, wanted))
    helping = {each.department_id: each for each in objective.supporting.all()}
    for each in wanted:
        row = helping.pop(each.department.pk, None)
        row = row or SupportingDepartment(objective=objective, department=each.department)
        _keep(row, note=each.note.strip())
    for row in helping.values():
        row.delete()


@action
def set_team(*, by: User | None, objective: Objective, wanted: Sequence[Part]) -> None:
    """These people are the objective's theme team, and no others; raises Refused."""
    check_upkeep(objective.plan)
    refuse(_doubles([each.person for each in wanted], "team"))
    members = {each.person_id: each for each in objective.team.all()}
    for each in wanted:
        row = members.pop(each.person.pk, None) or TeamMember(objective=objective, person=each.person)
        _keep(row, part=each.part.strip())
    for row in members.values():
        row.delete()


def _keep(row: Any, **words: str) -> None:
    """Save a row where it is new or says something else: the history holds no changes that are none."""
    if row.pk is not None and all(getattr(row, name) == value for name, value in words.items()):
        return
    for name, value in words.items():
        setattr(row, name, value)
    row.save()


def _doubles(named: Sequence[Any], field: str) -> list[Fault]:
    twice = {each.pk: each for each in named if named.count(each) > 1}
    words = _("“%(name)s” stands here twice.")
    return [Fault(words % {"name": each}, field=field, code="unique") for each in twice.values()]


def _leads(objective: Objective, wanted: Sequence[Support]) -> list[Fault]:
    words = _("“%(name)s” leads the objective: it need not support it as well.")
    return [
        Fault(words % {"name": each.department}, field="supporting")
        for each in wanted
        if each.department.pk == objective.lead_id
    ]


@action
def write_commentary(
    *, by: User | None, objective: Objective, period: Period, text: str, assessment: str = ""
) -> Commentary:
    """Say what happened in a period and how one sees it; what was said of it before is replaced.

    `assessment`: a value of `Assessment`, or empty for none. Raises Refused; Conflict for a copy in a
    revision, since commentary goes on in the plan itself.
    """
    check_upkeep(objective.plan)
    if objective.plan.revises_id is not None:
        raise Conflict(_("Commentary is written in the plan itself, not in its revision."))
    refuse(_faults(period, text, assessment))
    commentary, _created = Commentary.objects.update_or_create(
        objective=objective,
        frequency=str(period.frequency),
        period=period.ordinal,
        defaults={"text": text.strip(), "assessment": assessment, "author": by},
    )
    return commentary


def _faults(period: Period, text: str, assessment: str) -> list[Fault]:
    faults = []
    if not text.strip():
        faults.append(Fault(_("Say what happened."), field="text", code="required"))
    if assessment and assessment not in Assessment.values:
        faults.append(Fault(_("There is no such assessment."), field="assessment"))
    if period.frequency.is_finer_than(Frequency.MONTH):
        faults.append(
            Fault(_("A commentary is of a month, a quarter, a half-year or a year."), field="period")
        )
    if fiscal_calendar().start(period) > timezone.localdate():
        faults.append(Fault(_("This period has not begun."), field="period"))
    return faults


@action
def remove_commentary(*, by: User | None, commentary: Commentary) -> None:
    """Take back what was said of a period; the history keeps it."""
    check_upkeep(commentary.objective.plan)
    commentary.delete()


def period_named(text: str) -> Period:
    """The period that a text names; raises Refused naming the field."""
    try:
        return fiscal_calendar().parse(text)
    except ValueError as error:  # PeriodError
        raise Refused([Fault(str(error), field="period")]) from error
