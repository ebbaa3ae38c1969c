"""Initiatives on the home page in short: what asks for attention, what waits at a gate, how many."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from initiatives.enums import UNDER_WAY, GateOutcome, Stage
from initiatives.gates.reading import visible_gates, with_people
from initiatives.models import GateDecision
from initiatives.queries import standing_initiatives
from initiatives.status.attention import Attention, attention

MOST = 5


@dataclass(frozen=True)
class InShort:
    """The portfolio in short; `gates`: those that wait, `stages`: (stage, its name, how many) under way."""

    attention: Sequence[Attention]
    gates: Sequence[GateDecision]
    stages: Sequence[tuple[str, str, int]]


def in_short(user: Any, today: dt.date) -> InShort | None:
    """What this user may know of the portfolio; None where there is nothing."""
    rows = standing_initiatives(user).order_by().values("stage").annotate(count=Count("pk"))
    counts = {row["stage"]: row["count"] for row in rows}
    if not counts:
        return None
    gates = visible_gates(user).filter(outcome=GateOutcome.WAITING, initiative__archived_on__isnull=True)
    return InShort(
        attention=attention(user, today, MOST),
        gates=list(with_people(gates).order_by("asked_at")[:MOST]),
        stages=[(each, str(each.label), counts[each]) for each in _shown(counts)],
    )


def _shown(counts: dict[str, int]) -> list[Stage]:
    return [each for each in (Stage.PROPOSED, *UNDER_WAY) if counts.get(each)]
