"""Rounds, options and priorities, for the search. Items of rounds are found once they are on the board."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.search import Found, register
from strategy.collecting.visible import visible_rounds
from strategy.models import Priority
from strategy.options.visible import visible_options
from strategy.queries import standing_plans


def find_rounds(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Rounds by name or question."""
    rounds = visible_rounds(user).filter(Q(name__icontains=words) | Q(question__icontains=words))
    return [
        Found(_("Round"), each.name, reverse("round", args=[each.pk]), detail=each.get_state_display())
        for each in rounds[:limit]
    ]


def find_options(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Strategic options by name."""
    options = visible_options(user).filter(name__icontains=words)
    return [
        Found(_("Option"), each.name, reverse("option", args=[each.pk]), detail=each.get_state_display())
        for each in options[:limit]
    ]


def find_priorities(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Priorities by name or code, of plans that are no branch."""
    found = Priority.objects.filter(plan__in=standing_plans(user)).select_related("plan")
    matching = found.filter(Q(name__icontains=words) | Q(code__iexact=words))
    return [
        Found(_("Priority"), each.name, reverse("priority", args=[each.pk]), each.code, each.plan.name)
        for each in matching[:limit]
    ]


register("rounds", find_rounds)
register("options", find_options)
register("priorities", find_priorities)
