"""What goals ask of people: their steps, saying what became of a goal, and a commentary each quarter."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.due import DueItem, register
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text
from strategy.enums import ActivityState, GoalState, PlanState
from strategy.goals.commentary import usual_period
from strategy.models import Goal, GoalStep, Objective

COMMENTARY_DAYS = 20
"""So many days after a quarter's end a commentary is due: when most of its values are in."""
AHEAD = dt.timedelta(days=30)
"""A step or a goal is asked for from so many days before its day on: earlier it would hide what is urgent."""
_IN_FORCE: dict[str, Any] = {"plan__state": PlanState.ACTIVE, "plan__revises": None, "archived_on": None}


def _of_objective(prefix: str) -> dict[str, Any]:
    """The conditions under which work on an objective is asked for."""
    return {f"{prefix}__{name}": value for name, value in _IN_FORCE.items()}


def steps_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """The user's open steps of open goals."""
    mine = GoalStep.objects.filter(
        who=user.pk,
        due_on__lte=min(until, today + AHEAD),
        state__in=(ActivityState.PLANNED, ActivityState.UNDER_WAY),
        goal__state=GoalState.OPEN,
        goal__archived_on=None,
        **_of_objective("goal__objective"),
    )
    for step in mine.select_related("goal"):
        assert step.due_on is not None
        yield DueItem(
            due_on=step.due_on,
            kind="strategy.step",
            title=step.name,
            url=f"{reverse('goal', args=[step.goal_id])}#step-{step.pk}",
            detail=step.goal.statement,
        )


def goals_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """The user's open goals whose day comes: what became of them?"""
    mine = Goal.objects.filter(
        owner=user.pk,
        due_on__lte=min(until, today + AHEAD),
        state=GoalState.OPEN,
        archived_on=None,
        **_of_objective("objective"),
    )
    for goal in mine.select_related("objective"):
        assert goal.due_on is not None
        yield DueItem(
            due_on=goal.due_on,
            kind="strategy.goal",
            title=_("What became of it? %(goal)s") % {"goal": goal.statement},
            url=reverse("goal_state", args=[goal.pk]),
            detail=goal.objective.name,
        )


def commentaries_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """A commentary on the latest ended quarter for each objective of the user's that was going on."""
    calendar, period = fiscal_calendar(), usual_period(today)
    end = calendar.end(period)
    due_on = end + dt.timedelta(days=COMMENTARY_DAYS)
    if due_on > until:
        return
    written = Q(commentaries__frequency=str(period.frequency), commentaries__period=period.ordinal)
    begun = Q(starts_on=None) | Q(starts_on__lte=end)
    going_on = Q(ends_on=None) | Q(ends_on__gte=calendar.start(period))
    mine = Objective.objects.filter(begun, going_on, owner=user.pk, **_IN_FORCE).exclude(
        pk__in=Objective.objects.filter(written, owner=user.pk).values("pk")
    )
    for objective in mine.select_related("plan"):
        words = {"objective": objective.name, "period": period_text(period, calendar)}
        yield DueItem(
            due_on=due_on,
            kind="strategy.commentary",
            title=_("How did it go in %(period)s? %(objective)s") % words,
            url=f"{reverse('commentary', args=[objective.pk])}?period={calendar.format(period)}",
            detail=objective.plan.name,
        )


register(steps_due)
register(goals_due)
register(commentaries_due)
