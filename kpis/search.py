"""KPIs, for the search."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _

from core.search import Found, register
from kpis.queries import visible_to


def find_kpis(user: Any, words: str, limit: int) -> Iterable[Found]:
    """KPIs by code, name or purpose; those whose code or name begins so come first."""
    if not user.has_perm("kpis.view_kpi"):
        return []
    begins = Q(code__istartswith=words) | Q(name__istartswith=words)
    found = (
        visible_to(user)
        .filter(Q(code__icontains=words) | Q(name__icontains=words) | Q(purpose__icontains=words))
        .annotate(rank=Case(When(begins, then=Value(0)), default=Value(1), output_field=IntegerField()))
        .order_by("rank", "name")
    )
    return [
        Found(
            _("KPI"), each.name, reverse("kpi", args=[each.code]), code=each.code, detail=each.purpose[:120]
        )
        for each in found[:limit]
    ]


register("kpis", find_kpis)
