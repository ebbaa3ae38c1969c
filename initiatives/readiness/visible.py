"""Which groups, ratings and actions a user may know of: those of the initiatives they may know of."""

from typing import Any

from django.db.models import QuerySet

from initiatives.models import AffectedGroup, ReadinessAction, ReadinessRating
from initiatives.queries import standing_initiatives, visible_initiatives


def visible_groups(user: Any) -> QuerySet[AffectedGroup]:
    """Groups that the initiatives which the user may know of affect."""
    return AffectedGroup.objects.filter(initiative__in=visible_initiatives(user).order_by())


def standing_groups(user: Any) -> QuerySet[AffectedGroup]:
    """Of those the ones whose initiative is neither archived nor merged into another."""
    return AffectedGroup.objects.filter(initiative__in=standing_initiatives(user).order_by())


def visible_ratings(user: Any) -> QuerySet[ReadinessRating]:
    """How ready the groups were that the user may know of."""
    return ReadinessRating.objects.filter(group__in=visible_groups(user).order_by())


def visible_actions(user: Any) -> QuerySet[ReadinessAction]:
    """What is done for the groups that the user may know of."""
    return ReadinessAction.objects.filter(group__in=visible_groups(user).order_by())


def with_relations(groups: QuerySet[AffectedGroup]) -> QuerySet[AffectedGroup]:
    """Groups with what a reading needs of other tables."""
    return groups.select_related("initiative__department", "department").prefetch_related(
        "ratings__rated_by", "actions__owner"
    )
