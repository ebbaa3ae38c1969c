"""What comes with initiatives from other systems: categories, agreed budgets, money of a year, reports."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from core.actions import action
from initiatives.actions.status import record_update
from initiatives.enums import MoneyKind, UpdateState
from initiatives.framework.maturity import budgets_of
from initiatives.models import Baseline, Benefit, Category, Initiative, MoneyLine
from org.models import User


@action
def category_named(*, by: User | None, name: str) -> Category:
    """The category of this name, made where there is none."""
    found = Category.objects.filter(name__iexact=name).first()
    return found or Category.objects.create(name=name[:100], position=Category.objects.count())


@action
def keep_agreed_budget(*, by: User | None, initiative: Initiative, budget: Decimal) -> bool:
    """Keep the budget of its whole life with its dates as a baseline; False where that is known already.

    Known: it is what the lists show, and where it came from a file, its dates are the same, too. The dates of
    a baseline with tasks are those of the plan.
    """
    latest = initiative.baselines.first()
    dates = (initiative.starts_on, initiative.ends_on)
    if budgets_of([initiative.pk]).get(initiative.pk) == budget and (
        latest is None or latest.tasks.exists() or (latest.starts_on, latest.ends_on) == dates
    ):
        return False
    number = initiative.baselines.aggregate(last=Max("number"))["last"] or 0
    Baseline.objects.create(
        initiative=initiative,
        number=number + 1,
        reason=_("Imported"),
        starts_on=initiative.starts_on,
        ends_on=initiative.ends_on,
        budget=budget,
        set_by=by,
    )
    return True


@action
def keep_money_of_year(
    *, by: User | None, initiative: Initiative, year: int, amounts: dict[str, Decimal]
) -> bool:
    """Keep amounts (budget, committed, actual, forecast) of a year; False where they are known already."""
    line = initiative.money.filter(year=year, kind=MoneyKind.OPERATING, source__isnull=True).first()
    line = line or MoneyLine(initiative=initiative, year=year, kind=MoneyKind.OPERATING)
    return _kept(line, amounts)


@action
def keep_report(*, by: User | None, initiative: Initiative, day: dt.date, fields: dict[str, Any]) -> bool:
    """Keep what was reported for a day as an update that was handed in; False where it is known already."""
    known = initiative.updates.filter(due_on=day, state=UpdateState.SUBMITTED).first()
    if known is not None and all(getattr(known, name) == value for name, value in fields.items()):
        return False
    record_update(by=by, initiative=initiative, due_on=day, **fields)
    return True


@action
def keep_benefit(*, by: User | None, initiative: Initiative, fields: dict[str, Any]) -> bool:
    """Keep what it is to bring; a second import changes the same benefit. False where it is known already."""
    name = _("What it is to bring")
    benefit = initiative.benefits.filter(name=name).first() or Benefit(initiative=initiative, name=name)
    return _kept(benefit, fields)


def _kept(row: Any, fields: dict[str, Any]) -> bool:
    """Save a row where it is new or says something else: the history holds no changes that are none."""
    if row.pk is not None and all(getattr(row, name) == value for name, value in fields.items()):
        return False
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    return True
