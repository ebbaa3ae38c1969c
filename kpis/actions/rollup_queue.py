"""What waits to be computed, so divided that several workers share it."""

from collections.abc import Sequence

from django.db import connection

from kpis.actions.staging import ROLLUP_LOCK, taken_kpis
from kpis.formulas.graph import FormulaGraph, read_graph
from kpis.models import KPI, DirtyKPI
from kpis.store.compute import CHUNK


def next_dirty() -> list[int]:
    """Some dirty KPIs: all where they are few, else whole groups of formulas that nobody computes just now.

    So several workers share a rollup between them, however many they are and whenever one ends or begins.
    """
    keys = DirtyKPI.objects.values_list("kpi_key", flat=True).distinct().order_by("kpi_key")
    few = list(keys[: CHUNK + 1])
    if len(few) <= CHUNK:
        return few
    dirty = list(keys)
    with connection.cursor() as cursor:
        taken = taken_kpis(cursor, ROLLUP_LOCK)
        free = [kpi_id for kpi_id in dirty if kpi_id not in taken] or dirty
        graph = read_graph(cursor)
    groups = _tied_together(graph, free) if graph.expressions else [[kpi_id] for kpi_id in free]
    chosen: list[int] = []
    while groups and len(chosen) < CHUNK:
        chosen += groups.pop(0)
    return chosen


def _tied_together(graph: FormulaGraph, kpi_ids: Sequence[int]) -> list[list[int]]:
    """The KPIs in groups that no formula ties together; one that is gone is a group of its own."""
    codes = dict(KPI.objects.filter(pk__in=kpi_ids).order_by("pk").values_list("code", "pk"))
    gone = sorted(set(kpi_ids) - set(codes.values()))
    return [[kpi_id] for kpi_id in gone] + [[codes[code] for code in group] for group in graph.groups(codes)]
