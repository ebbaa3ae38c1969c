"""KPIs that may be the same one twice: names that are alike, and the same unit."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from kpis.models import KPI
from kpis.queries import visible_to

ALIKE, SAME_NAME = 0.5, 0.9
"""From what likeness of names (0 to 1, by groups of three letters) KPIs of one unit, or of any, are told."""
_LIKE = "similarity(lower(unaccent({0})), lower(unaccent({1})))"
_UNIT = "lower(regexp_replace(trim({0}), '\\s+', ' ', 'g'))"
_PAIRS = f"""
SELECT a.id, b.id, {_LIKE.format("a.name", "b.name")} AS alike
FROM kpis_kpi a JOIN kpis_kpi b ON a.id < b.id
  AND ({_UNIT.format("a.unit")} = {_UNIT.format("b.unit")} OR lower(a.name) = lower(b.name))
WHERE {_LIKE.format("a.name", "b.name")} >= %s ORDER BY alike DESC, a.code, b.code LIMIT 200
"""
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
    """Pairs of KPIs of one unit with names alike, or of one name, the most alike first; two queries."""
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS, [ALIKE])
        rows = cursor.fetchall()
    wanted = {kpi_id for one, other, _alike in rows for kpi_id in (one, other)}
    kpis = {each.pk: each for each in visible_to(user).filter(pk__in=wanted).select_related("owner")}
    return [
        LikePair(kpis[one], kpis[other], alike) for one, other, alike in rows if one in kpis and other in kpis
    ]


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
