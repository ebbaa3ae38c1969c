"""Risks on the home page in short: the highest, how many are above appetite, escalated and unrated."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from risks.enums import RiskKind
from risks.queries import standing_risks
from risks.register.rows import USUAL, RegisterRow, in_order, read_rows

MOST = 5


@dataclass(frozen=True)
class RisksInShort:
    """The register in short: the threats to look at first, and counts."""

    first: Sequence[RegisterRow]
    above: int
    escalated: int
    unrated: int


def risks_in_short(user: Any, today: dt.date) -> RisksInShort | None:
    """What this user may know of the register; None where there is nothing.

    First what was escalated, then what is above appetite, then by score.
    """
    rows = read_rows(standing_risks(user), today)
    if not rows:
        return None
    threats = [row for row in in_order(rows, USUAL) if row.risk.kind == RiskKind.THREAT]
    threats.sort(key=lambda row: (row.risk.escalated_at is None, not row.is_above))
    return RisksInShort(
        first=threats[:MOST],
        above=sum(row.is_above for row in rows),
        escalated=sum(row.risk.escalated_at is not None for row in rows),
        unrated=sum(row.current is None for row in rows),
    )
