"""What waits to be computed, so divided that several workers share it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.utils import timezone

from kpis.actions.staging import ROLLUP_LOCK, taken_kpis
from kpis.formulas.graph import FormulaGraph, read_graph
from kpis.models import KPI
from kpis.store.compute import CHUNK

_KEYS = "SELECT DISTINCT kpi_key FROM kpis_dirtykpi ORDER BY kpi_key LIMIT %s"
_ADD = """
INSERT INTO kpis_dirtykpi (kpi_key, first_year, last_year, since)
SELECT k, first, last, %s FROM unnest(%s::bigint[], %s::smallint[], %s::smallint[]) AS d(k, first, last)
"""
_SEEN = "SELECT id, kpi_key, first_year, last_year FROM kpis_dirtykpi WHERE kpi_key = ANY(%s)"


def next_dirty() -> list[int]:
    """Some dirty KPIs: all where they are few, else whole groups of formulas that nobody computes just now.

    So several workers share a rollup between them, however many they are and whenever one ends or begins.
    """
    with connection.cursor() as cursor:
        cursor.execute(_KEYS, [CHUNK + 1])
        few = [kpi_id for (kpi_id,) in cursor.fetchall()]
        if len(few) <= CHUNK:
            return few
        cursor.execute(_KEYS, [None])
        dirty = [kpi_id for (kpi_id,) in cursor.fetchall()]
        taken = taken_kpis(cursor, ROLLUP_LOCK)
        free = [kpi_id for kpi_id in dirty if kpi_id not in taken] or dirty
        graph = read_graph(cursor)
    groups = _tied_together(graph, free) if graph.expressions else [[kpi_id] for kpi_id in free]
    chosen: list[int] = []
    while groups and len(chosen) < CHUNK:
        chosen += groups.pop(0)
    return chosen


def add_dirty(cursor: Any, years: Mapping[int, tuple[int, int] | None]) -> None:
    """Note the fiscal years (None: all) in which KPIs changed."""
    firsts = [span and span[0] for span in years.values()]
    lasts = [span and span[1] for span in years.values()]
    cursor.execute(_ADD, [timezone.now(), list(years), firsts, lasts])


class Dirty(NamedTuple):
    """A row that says which fiscal years of a KPI changed (None: all)."""

    pk: int
    kpi_id: int
    first_year: int | None
    last_year: int | None


def seen_dirty(cursor: Any, kpi_ids: Sequence[int]) -> list[Dirty]:
    """What is dirty of these KPIs now."""
    cursor.execute(_SEEN, [list(kpi_ids)])
    return [Dirty._make(row) for row in cursor.fetchall()]


def forget_dirty(cursor: Any, seen: Sequence[Dirty]) -> None:
    """Remove just these rows, which have been answered."""
    if seen:
        cursor.execute("DELETE FROM kpis_dirtykpi WHERE id = ANY(%s)", [[row.pk for row in seen]])


def _tied_together(graph: FormulaGraph, kpi_ids: Sequence[int]) -> list[list[int]]:
    """The KPIs in groups that no formula ties together; one that is gone is a group of its own."""
    codes = dict(KPI.objects.filter(pk__in=kpi_ids).order_by("pk").values_list("code", "pk"))
    gone = sorted(set(kpi_ids) - set(codes.values()))
    return [[kpi_id] for kpi_id in gone] + [[codes[code] for code in group] for group in graph.groups(codes)]
