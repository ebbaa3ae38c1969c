"""Items of the analysis and assumptions, for the search."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.search import Found, register
from strategy.analysis.visible import visible_findings, visible_items
from strategy.enums import ItemState
from strategy.models import Assumption


def find_items(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Items on the board, and what the user wrote in a round, by what they say."""
    states = (ItemState.SHARED, ItemState.OWN)
    found = visible_items(user).filter(statement__icontains=words, state__in=states).select_related("plan")
    return [
        Found(
            each.get_quadrant_display() or each.get_category_display(),
            each.statement,
            reverse("finding", args=["item", each.pk]),
            detail=each.plan.name,
        )
        for each in found[:limit]
    ]


def find_assumptions(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Assumptions by what they say."""
    found = visible_findings(Assumption.objects.filter(statement__icontains=words), user)
    return [
        Found(
            _("Assumption"),
            each.statement,
            reverse("finding", args=["assumption", each.pk]),
            detail=each.get_state_display(),
        )
        for each in found[:limit]
    ]


register("analysis_items", find_items)
register("assumptions", find_assumptions)
