"""Proposals of a workshop that may say the same thing twice."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from risks.models import ProposedRisk, Workshop
from risks.workshops.visible import visible_proposed

ALIKE, MOST = 0.35, 12
"""From what likeness on (pg_trgm's share of common groups of three letters, 0 to 1) a pair is offered."""

_PAIRS = """
SELECT a.id, b.id, similarity(lower(unaccent(a.title)), lower(unaccent(b.title))) AS alike
FROM risks_proposedrisk a
JOIN risks_proposedrisk b ON b.workshop_id = a.workshop_id AND b.id > a.id AND b.kind = a.kind
WHERE a.workshop_id = %(workshop)s AND a.merged_into_id IS NULL AND b.merged_into_id IS NULL
  AND (a.risk_id IS NULL OR b.risk_id IS NULL)
  AND similarity(lower(unaccent(a.title)), lower(unaccent(b.title))) >= %(alike)s
ORDER BY alike DESC, a.id, b.id LIMIT %(most)s
"""


@dataclass(frozen=True)
class Pair:
    """Two proposals whose titles are alike; `into` stands for both: one of the register, else the older."""

    into: ProposedRisk
    other: ProposedRisk


def possible_duplicates(workshop: Workshop, user: Any) -> list[Pair]:
    """Pairs of the workshop's proposals that the user may know of, the most alike first; two queries."""
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS, {"workshop": workshop.pk, "alike": ALIKE, "most": MOST})
        rows = cursor.fetchall()
    found = visible_proposed(user).in_bulk({key for one, other, _alike in rows for key in (one, other)})
    pairs = ((found[one], found[other]) for one, other, _alike in rows if one in found and other in found)
    return [Pair(one, other) if other.risk_id is None else Pair(other, one) for one, other in pairs]
