"""KPIs, for the search."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.search import Found, register
from kpis.queries import visible_to


def find_kpis(user: Any, words: str, limit: int) -> Iterable[Found]:
    """KPIs by name, code or purpose."""
    said = Q(name__icontains=words) | Q(code__icontains=words) | Q(purpose__icontains=words)
    return [
        Found(_("KPI"), kpi.name, reverse("kpi", args=[kpi.code]), code=kpi.code, detail=kpi.purpose[:120])
        for kpi in visible_to(user).filter(said)[:limit]
    ]


register("kpis", find_kpis)
