"""The number beside My work in the rail: how many things wait for somebody."""

import datetime as dt
from typing import Any

from django.core.cache import cache
from django.utils import timezone

from core.due import due_from

FAR = dt.timedelta(days=400)
# Seconds. Every page shows the number, so it is counted now and then; own entries are seen at once.
KEPT = 60


def waiting_count(user: Any) -> int:
    """How many things are due from the user, late ones and later ones; at most a minute old."""
    kept: int | None = cache.get(_key(user))
    if kept is None:
        today = timezone.localdate()
        kept = len(due_from(user, today, today + FAR))
        keep_badge(user, kept)
    return kept


def keep_badge(user: Any, count: int) -> None:
    """Remember a count that was just made."""
    cache.set(_key(user), count, KEPT)


def forget_badge(user: Any) -> None:
    """Have it counted anew: something was done."""
    cache.delete(_key(user))


def _key(user: Any) -> str:
    return f"waiting:{user.pk}"
