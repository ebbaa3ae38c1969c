"""Initiatives, for the search."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.search import Found, register
from initiatives.queries import standing_initiatives
from initiatives.scoring import finding as _of_choosing  # noqa: F401 (registers)


def find_initiatives(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Initiatives by name, code or what another system calls them."""
    named = Q(name__icontains=words) | Q(code__icontains=words) | Q(reference__iexact=words)
    found = standing_initiatives(user).filter(named).order_by("name", "pk")
    return [
        Found(
            _("Initiative"),
            each.name,
            reverse("initiative", args=[each.code]),
            code=each.code,
            detail=each.get_stage_display(),
        )
        for each in found[:limit]
    ]


register("initiatives", find_initiatives)
