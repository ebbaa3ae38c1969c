"""Plans and objectives, for the search."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.search import Found, register
from strategy.analysis import search as _analysis  # noqa: F401 (registers what it finds)
from strategy.collecting import search as _collecting  # noqa: F401 (registers what it finds)
from strategy.consultation import search as _consultation  # noqa: F401 (registers what it finds)
from strategy.goals.queries import goals_in_use
from strategy.queries import standing_objectives, standing_plans


def find_plans(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Plans by name or code."""
    plans = standing_plans(user).filter(Q(name__icontains=words) | Q(code__icontains=words))
    return [
        Found(_("Plan"), plan.name, reverse("plan", args=[plan.code]), plan.code, plan.get_state_display())
        for plan in plans[:limit]
    ]


def find_objectives(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Objectives by name or code."""
    objectives = standing_objectives(user).filter(Q(name__icontains=words) | Q(code__iexact=words))
    return [
        Found(
            _("Objective"),
            objective.name,
            reverse("objective", args=[objective.pk]),
            code=objective.code,
            detail=objective.plan.name,
        )
        for objective in objectives.select_related("plan")[:limit]
    ]


def find_goals(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Goals by their statement; the copies in branches of revisions are left out."""
    goals = goals_in_use(user).filter(statement__icontains=words, objective__plan__revises__isnull=True)
    return [
        Found(_("Goal"), goal.statement, reverse("goal", args=[goal.pk]), detail=goal.objective.name)
        for goal in goals.select_related("objective")[:limit]
    ]


register("plans", find_plans)
register("objectives", find_objectives)
register("goals", find_goals)
