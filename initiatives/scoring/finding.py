"""Rounds of scoring and scenarios, for the search."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.search import Found, register
from initiatives.models import Scenario
from initiatives.scoring.visible import visible_scoring_rounds


def find_scoring_rounds(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Rounds by name or by what is asked."""
    rounds = visible_scoring_rounds(user).filter(Q(name__icontains=words) | Q(note__icontains=words))
    return [
        Found(
            _("Scoring"), each.name, reverse("scoring_round", args=[each.pk]), detail=each.get_state_display()
        )
        for each in rounds[:limit]
    ]


def find_scenarios(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Scenarios by name, for who may read them."""
    if not user.has_perm("initiatives.view_scenarios"):
        return []
    found = Scenario.objects.filter(Q(name__icontains=words) | Q(note__icontains=words))
    return [
        Found(
            _("Best portfolio"),
            each.name,
            reverse("scenario", args=[each.pk]),
            detail=each.get_state_display(),
        )
        for each in found.only("name", "state")[:limit]
    ]


register("scoring_rounds", find_scoring_rounds)
register("portfolio_scenarios", find_scenarios)
