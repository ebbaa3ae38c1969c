"""Items of a round that may say the same thing twice."""

from dataclasses import dataclass

from django.db import connection

from strategy.enums import ItemState
from strategy.models import AnalysisItem, AnalysisRound

ALIKE, MOST = 0.35, 12
"""From what likeness on (pg_trgm's share of common groups of three letters, 0 to 1) a pair is offered."""

_PAIRS = """
SELECT a.id, b.id, similarity(lower(unaccent(a.statement)), lower(unaccent(b.statement))) AS alike
FROM strategy_analysisitem a
JOIN strategy_analysisitem b ON b.round_id = a.round_id AND b.id > a.id AND b.state = %(shared)s
WHERE a.round_id = %(round)s AND a.state = %(shared)s
  AND similarity(lower(unaccent(a.statement)), lower(unaccent(b.statement))) >= %(alike)s
ORDER BY alike DESC, a.id, b.id LIMIT %(most)s
"""


@dataclass(frozen=True)
class Pair:
    """Two shared items and how alike their words are, 0 to 1; the older one would stand for both."""

    item: AnalysisItem
    other: AnalysisItem
    alike: float


def possible_duplicates(round: AnalysisRound) -> list[Pair]:
    """Pairs of the round's items whose words are alike, the most alike first; two queries."""
    asked: dict[str, str | int | float] = {
        "shared": ItemState.SHARED,
        "round": round.pk,
        "alike": ALIKE,
        "most": MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS, asked)
        rows = cursor.fetchall()
    keys = {key for one, other, _alike in rows for key in (one, other)}
    items = AnalysisItem.objects.select_related("contributor").in_bulk(keys)
    return [Pair(items[one], items[other], float(alike)) for one, other, alike in rows]
