"""Which goals and steps a user may know of."""

from typing import Any

from django.db.models import QuerySet

from strategy.models import Commentary, Goal, GoalStep, Objective
from strategy.queries import visible_objectives


def visible_goals(user: Any) -> QuerySet[Goal]:
    """Goals of the objectives that the user may know of."""
    return Goal.objects.filter(objective__in=visible_objectives(user).order_by())


def goals_in_use(user: Any) -> QuerySet[Goal]:
    """Of those the ones that lists show: neither they nor their objectives are archived."""
    return visible_goals(user).filter(archived_on__isnull=True, objective__archived_on__isnull=True)


def visible_steps(user: Any) -> QuerySet[GoalStep]:
    """Steps of the goals that the user may know of."""
    return GoalStep.objects.filter(goal__in=visible_goals(user).order_by())


def visible_commentaries(user: Any) -> QuerySet[Commentary]:
    """Commentaries on the objectives that the user may know of."""
    return Commentary.objects.filter(objective__in=visible_objectives(user).order_by())


def objectives_in_use(user: Any) -> QuerySet[Objective]:
    """Objectives that the user may know of and that are not archived."""
    return visible_objectives(user).filter(archived_on__isnull=True)
