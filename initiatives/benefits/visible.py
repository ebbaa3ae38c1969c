"""Which benefits a user may know of: those of the initiatives they may know of."""

from typing import Any

from django.db.models import QuerySet

from initiatives.models import Benefit, BenefitCheck
from initiatives.queries import standing_initiatives, visible_initiatives


def visible_benefits(user: Any) -> QuerySet[Benefit]:
    """Benefits of the initiatives that the user may know of."""
    return Benefit.objects.filter(initiative__in=visible_initiatives(user).order_by())


def standing_benefits(user: Any) -> QuerySet[Benefit]:
    """Of those the ones whose initiative is neither archived nor merged into another."""
    return Benefit.objects.filter(initiative__in=standing_initiatives(user).order_by())


def visible_checks(user: Any) -> QuerySet[BenefitCheck]:
    """Looks at the benefits that the user may know of."""
    return BenefitCheck.objects.filter(benefit__in=visible_benefits(user).order_by())


def with_relations(benefits: QuerySet[Benefit]) -> QuerySet[Benefit]:
    """Benefits with what a reading needs of other tables."""
    return benefits.select_related("initiative__department", "kpi", "department", "owner").prefetch_related(
        "checks__checked_by"
    )
