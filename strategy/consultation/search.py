"""Consultation rounds, for the search: those that somebody may know of."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.search import Found, register
from strategy.consultation.visible import visible_consultations


def find_consultations(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Rounds by name or by what people are asked."""
    rounds = visible_consultations(user).filter(Q(name__icontains=words) | Q(message__icontains=words))
    return [
        Found(
            _("Consultation"),
            each.name,
            reverse("consultation", args=[each.pk]),
            detail=each.get_state_display(),
        )
        for each in rounds[:limit]
    ]


register("consultations", find_consultations)
