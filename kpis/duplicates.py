"""KPIs that may be the same one twice: names that are alike, and the same unit."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connection

from kpis.models import KPI
from kpis.queries import visible_to

ALIKE, SAME_NAME, MOST = 0.5, 0.9, 200
"""From what likeness of names (0 to 1, by groups of three letters) KPIs of one unit, or of any, are told."""
_LIKE = "similarity(lower(unaccent({0})), lower(unaccent({1})))"
_UNIT = "lower(regexp_replace(trim({0}), '\\s+', ' ', 'g'))"
_SIMILAR = f"""
SELECT k.id, {_LIKE.format("k.name", "%(name)s")} AS alike FROM kpis_kpi k
WHERE {_LIKE.format("k.name", "%(name)s")} >=
  CASE WHEN %(unit)s = '' OR {_UNIT.format("k.unit")} = {_UNIT.format("%(unit)s")}
  THEN %(alike)s ELSE %(same)s END
ORDER BY alike DESC, k.code LIMIT 5
"""


@dataclass(frozen=True)
class LikePair:
    """Two KPIs, and how alike their names are, 0 to 1."""

    one: KPI
    other: KPI
    alike: float


def possible_duplicates(user: Any) -> list[LikePair]:
    """Pairs of KPIs of one unit with names alike, or of one name, the most alike first; one query.

    Compared here and not in the database, which would take the names of every pair apart again.
    """
    kpis = list(visible_to(user).select_related("owner").order_by("code"))
    by_unit: dict[str, list[KPI]] = defaultdict(list)
    by_name: dict[str, list[KPI]] = defaultdict(list)
    for kpi in kpis:
        by_unit[" ".join(kpi.unit.casefold().split())].append(kpi)
        by_name[" ".join(_plain(kpi.name).split())].append(kpi)
    pairs = {(p.one.pk, p.other.pk): p for group in by_unit.values() for p in _alike(group)}
    for group in by_name.values():
        pairs |= {(p.one.pk, p.other.pk): p for p in _alike(group)}
    return sorted(pairs.values(), key=lambda each: (-each.alike, each.one.code, each.other.code))[:MOST]


def _alike(kpis: Sequence[KPI]) -> Iterator[LikePair]:
    """Pairs whose names share at least half of the groups of three letters that either has."""
    if len(kpis) < 2:
        return
    groups = [_trigrams(kpi.name) for kpi in kpis]
    places = {group: place for place, group in enumerate(sorted(set().union(*groups)))}
    has = np.zeros((len(kpis), len(places)), dtype=np.float32)
    for row, own in enumerate(groups):
        has[row, [places[group] for group in own]] = 1
    shared, sizes = has @ has.T, has.sum(axis=1)
    likeness = shared / np.maximum(sizes[:, None] + sizes - shared, 1)
    for one, other in np.argwhere(np.triu(likeness >= ALIKE, 1)).tolist():
        yield LikePair(kpis[one], kpis[other], float(likeness[one, other]))


def _plain(name: str) -> str:
    """In small letters without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _trigrams(name: str) -> set[str]:
    """The groups of three letters of a name's words, as PostgreSQL's pg_trgm makes them."""
    words = [f"  {word} " for word in re.findall(r"\w+", _plain(name))]
    return {word[place : place + 3] for word in words for place in range(len(word) - 2)}


def similar_kpis(user: Any, name: str, unit: str = "") -> list[KPI]:
    """At most five KPIs that one of this name and unit may repeat, the most alike first; two queries."""
    wanted = " ".join(name.replace("\x00", "").split())
    if len(wanted) < 3:
        return []
    with connection.cursor() as cursor:
        named: dict[str, str | float] = {"name": wanted, "unit": unit.replace("\x00", "")}
        cursor.execute(_SIMILAR, {**named, "alike": ALIKE, "same": SAME_NAME})
        found = [kpi_id for kpi_id, _alike in cursor.fetchall()]
    kpis = visible_to(user).select_related("owner").in_bulk(found)
    return [kpis[kpi_id] for kpi_id in found if kpi_id in kpis]
