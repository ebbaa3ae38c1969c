"""Risks, for the search."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.search import Found, register
from risks.queries import standing_risks


def find_risks(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Risks and opportunities by title, code or what another system calls them."""
    named = Q(title__icontains=words) | Q(code__icontains=words) | Q(reference__iexact=words)
    found = standing_risks(user).filter(named).order_by("title", "pk")
    return [
        Found(
            _("Risk"),
            each.title,
            reverse("risk", args=[each.code]),
            code=each.code,
            detail=each.get_kind_display(),
        )
        for each in found[:limit]
    ]


register("risks", find_risks)
