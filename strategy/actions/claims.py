"""The rows of claims of cause and effect: what was claimed before stays readable as of its days."""

from typing import Any

from django.utils import timezone

from org.models import User
from strategy.models import CauseEffect


def state_claim(*, by: User | None, cause: int, effect: int, **words: Any) -> CauseEffect:
    """From now on it is claimed, in these words, that one objective bears on another; both by their ids.

    The row in force keeps its id, by which people and programs know it; what it said until now is added as a
    closed row. The same words again change nothing.
    """
    row = CauseEffect.objects.current().select_for_update().filter(cause=cause, effect=effect).first()
    if row is None:
        return CauseEffect.objects.create(cause_id=cause, effect_id=effect, recorded_by=by, **words)
    if all(getattr(row, name) == value for name, value in words.items()):
        return row
    now = timezone.now()
    _keep(row, now)
    for name, value in words.items():
        setattr(row, name, value)
    row.known_from, row.recorded_by = now, by
    row.save()
    return row


def withdraw_claim(*, cause: int, effect: int) -> bool:
    """Claim it no longer from now on; whether it was claimed."""
    rows = CauseEffect.objects.filter(cause=cause, effect=effect)
    return rows.close(timezone.now()) > 0


def _keep(row: CauseEffect, now: Any) -> None:
    """Add what the row says until now as a row of the past."""
    CauseEffect.objects.create(
        cause_id=row.cause_id,
        effect_id=row.effect_id,
        note=row.note,
        influence=row.influence,
        lag_months=row.lag_months,
        known_from=row.known_from,
        known_to=now,
        recorded_by=row.recorded_by,
    )
