"""What stands in the calendar between two days: the office's dates, and what ends or closes by itself."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strategy.calendar.occurrences import occurrences
from strategy.collecting.visible import visible_rounds
from strategy.consultation.visible import visible_consultations
from strategy.enums import ConsultationState, DateKind, GoalState, PlanKind, Repetition, RoundState
from strategy.goals.queries import goals_in_use
from strategy.models import StrategyDate
from strategy.queries import standing_plans, visible_plans

# What the strategy's own things put into the calendar, beside the kinds of dates.
DERIVED: dict[str, Promise | str] = {
    "plan": _("End of a plan"),
    "closing": _("Answers by"),
    "goal": _("Goal due"),
}
KINDS: dict[str, Promise | str] = {**dict(DateKind.choices), **DERIVED}


@dataclass(frozen=True, order=True)
class Entry:
    """One thing on one day or over some; `date` is the office's date behind it, else `url` leads to it."""

    starts_on: dt.date
    ends_on: dt.date
    name: str
    kind: str
    key: str  # tells it from every other thing, and stays the same: "date-3", "goal-7"
    url: str = ""
    department: str = ""
    department_code: str = ""
    note: str = ""
    repeats: str = ""
    date_id: int | None = None

    @property
    def kind_name(self) -> str:
        """Its kind in words."""
        return str(KINDS[self.kind])


def visible_dates(user: Any) -> QuerySet[StrategyDate]:
    """The dates that a user may know of: all but those of plans that are hidden from them."""
    of_no_plan = Q(plan__isnull=True)
    dates = StrategyDate.objects.filter(of_no_plan | Q(plan__in=visible_plans(user).order_by()))
    return dates.select_related("department", "owner", "plan")


def entries(user: Any, first: dt.date, last: dt.date) -> list[Entry]:
    """Everything from `first` to `last` that the user may know of, in order; five queries."""
    return sorted((*_dates(user, first, last), *derived(user, first, last)), key=_order)


def derived(user: Any, first: dt.date, last: dt.date, mine_only: bool = False) -> Iterator[Entry]:
    """Ends of plans, closing days of rounds, due days of open goals; with `mine_only` the user's goals."""
    days = (first, last)
    for plan in standing_plans(user).filter(ends_on__range=days).select_related("department"):
        route = "plan" if plan.kind == PlanKind.ORGANISATION else "department_plan"
        yield _entry(plan.ends_on, "plan", plan, reverse(route, args=[plan.code]), plan.department)
    asked = visible_consultations(user).filter(closes_on__range=days, plan__revises__isnull=True)
    for consultation in asked.filter(state=ConsultationState.OPEN):
        url = reverse("consultation", args=[consultation.pk])
        yield _entry(consultation.closes_on, "closing", consultation, url, None)
    for round in visible_rounds(user).filter(closes_on__range=days).exclude(state=RoundState.CLOSED):
        yield _entry(round.closes_on, "closing", round, reverse("round", args=[round.pk]), None)
    goals = goals_in_use(user).filter(due_on__range=days, state=GoalState.OPEN)
    goals = goals.filter(objective__plan__revises__isnull=True)
    if mine_only:
        goals = goals.filter(owner=user.pk)
    for goal in goals.select_related("department", "objective__lead"):
        url = reverse("goal", args=[goal.pk])
        yield _entry(goal.due_on, "goal", goal, url, goal.department or goal.objective.lead)


def _dates(user: Any, first: dt.date, last: dt.date) -> Iterator[Entry]:
    for date in visible_dates(user).filter(starts_on__lte=last):
        once_more = (date.starts_on, date.ends_on, date.repeats, date.repeats_until)
        for each in occurrences(*once_more, first=first, last=last):
            yield _of_date(date, each.starts_on, each.ends_on)


def _of_date(date: StrategyDate, starts_on: dt.date, ends_on: dt.date) -> Entry:
    return Entry(
        starts_on=starts_on,
        ends_on=ends_on,
        name=date.name,
        kind=date.kind,
        key=f"date-{date.pk}",
        department=str(date.department or ""),
        department_code=date.department.code if date.department else "",
        note=date.note,
        repeats="" if date.repeats == Repetition.ONCE else date.get_repeats_display(),
        date_id=date.pk,
    )


def _entry(day: Any, kind: str, thing: Any, url: str, department: Any) -> Entry:
    return Entry(
        starts_on=day,
        ends_on=day,
        name=str(thing),
        kind=kind,
        key=f"{thing._meta.model_name}-{thing.pk}",
        url=url,
        department=str(department or ""),
        department_code=department.code if department else "",
    )


def _order(entry: Entry) -> tuple[dt.date, dt.date, str, str]:
    return entry.starts_on, entry.ends_on, entry.name, entry.key
