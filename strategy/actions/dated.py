"""Changing what is valid-dated and known-dated: rows are closed and added, never rewritten."""

import datetime as dt
from typing import Any

from django.utils import timezone

from core.models import Known
from core.models.dated import KnownQuerySet
from org.models import User


def end_from(rows: KnownQuerySet, *, since: dt.date, by: User | None, now: dt.datetime) -> int:
    """Let what `rows` say end on `since`; what they said of earlier days is said again, as known now.

    Returns how many rows reached beyond `since`.
    """
    ended = 0
    for row in rows.current().select_for_update():
        if row.valid.upper is not None and row.valid.upper <= since:
            continue
        ended += 1
        rows.model.objects.filter(pk=row.pk).update(known_to=now)
        if row.valid.lower is None or row.valid.lower < since:
            _add_again(row, valid=(row.valid.lower, since), by=by, now=now)
    return ended


def state_from(
    rows: KnownQuerySet, *, since: dt.date, by: User | None, key: dict[str, Any], **facts: Any
) -> Any:
    """From `since` on, `facts` hold for `key` instead of what `rows` said; returns the new row.

    Where nothing of `facts` differs from the one row that says it already, that row stays.
    """
    now = timezone.now()
    row = rows.current().filter(valid__contains=since, valid__endswith__isnull=True).first()
    if row is not None and all(getattr(row, name) == value for name, value in facts.items()):
        return row
    end_from(rows, since=since, by=by, now=now)
    return rows.model.objects.create(**key, **facts, valid=(since, None), known_from=now, recorded_by=by)


def _add_again(row: Known, *, valid: tuple[Any, Any], by: User | None, now: dt.datetime) -> None:
    """Add a copy of `row` that holds for `valid` and is known from now on."""
    row.pk = None
    row._state.adding = True
    row.valid = valid  # type: ignore[attr-defined]
    row.known_from, row.known_to, row.recorded_by = now, None, by
    row.save()
