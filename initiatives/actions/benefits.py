"""What initiatives are to bring, and the looks at what they brought."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from initiatives.actions.storing import store
from initiatives.enums import Realised
from initiatives.models import Benefit, BenefitCheck, Initiative
from initiatives.validators import check_standing, refuse
from org.models import User

FIELDS = (
    "name",
    "description",
    "kpi",
    "department",
    "baseline",
    "baseline_on",
    "expected",
    "money_a_year",
    "due_on",
    "check_on",
    "owner",
)


@action
def add_benefit(*, by: User | None, initiative: Initiative, name: str, **fields: Any) -> Benefit:
    """Add what an initiative is to bring; `fields` of `FIELDS`. Raises Refused, or Conflict (archived)."""
    check_standing(initiative)
    last = initiative.benefits.aggregate(last=Max("position"))["last"]
    benefit = Benefit(initiative=initiative, position=0 if last is None else last + 1)
    return _keep(benefit, {"name": name, **fields})


@action
def change_benefit(*, by: User | None, benefit: Benefit, **fields: Any) -> Benefit:
    """Change fields of `FIELDS`; raises Refused, or Conflict where the initiative is archived."""
    check_standing(benefit.initiative)
    return _keep(benefit, fields)


@action
def remove_benefit(*, by: User | None, benefit: Benefit) -> None:
    """Take a benefit out; raises Conflict where somebody looked at it already: what was found stays."""
    check_standing(benefit.initiative)
    if benefit.checks.exists():
        raise Conflict(_("Somebody looked at this benefit already; what was found stays."))
    benefit.delete()


@action
def check_benefit(
    *,
    by: User | None,
    benefit: Benefit,
    checked_on: dt.date,
    verdict: str,
    realised: float | None = None,
    money: Decimal | None = None,
    note: str = "",
    check_on: dt.date | None = None,
) -> BenefitCheck:
    """Record a look at a benefit; `check_on`: when somebody is to look again (None: no more).

    Raises Refused, or Conflict where the initiative is archived.
    """
    check_standing(benefit.initiative)
    refuse(_check_faults(verdict, note, checked_on, check_on))
    check = BenefitCheck(benefit=benefit, checked_by=by)
    store(check, checked_on=checked_on, verdict=verdict, realised=realised, money=money, note=note)
    benefit.check_on = check_on
    benefit.save(update_fields=["check_on"])
    return check


@action
def remove_check(*, by: User | None, check: BenefitCheck) -> None:
    """Take a look back that was recorded by mistake; the history keeps it."""
    check_standing(check.benefit.initiative)
    check.delete()


def _keep(benefit: Benefit, fields: dict[str, Any]) -> Benefit:
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a benefit has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(benefit, name, value)
    refuse(_faults(benefit))
    return store(benefit, name=benefit.name)


def _faults(benefit: Benefit) -> Iterator[Fault]:
    """What no benefit can say."""
    if not benefit.name.strip():
        yield Fault(_("Say what it brings."), field="name", code="required")
    if benefit.expected is not None and benefit.kpi_id is None:
        yield Fault(_("Choose the KPI that is to change by this."), field="kpi")
    if benefit.kpi_id is not None and benefit.expected == 0:
        yield Fault(_("A change is more or less than 0."), field="expected")
    if benefit.baseline_on and benefit.due_on and benefit.due_on <= benefit.baseline_on:
        yield Fault(_("This day is not after the day of the value before."), field="due_on")


def _check_faults(verdict: str, note: str, checked_on: dt.date, check_on: dt.date | None) -> Iterator[Fault]:
    if verdict not in Realised.values:
        yield Fault(_("Say what was found."), field="verdict", code="required")
    elif verdict != Realised.YES and not note.strip():
        yield Fault(_("Say why, and what follows from it."), field="note", code="required")
    if check_on is not None and check_on <= checked_on:
        yield Fault(_("The next look comes after this one."), field="check_on")
