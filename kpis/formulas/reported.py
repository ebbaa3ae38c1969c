"""What formulas are computed from in the end: the reported KPIs below them."""

import datetime as dt
from collections.abc import Sequence

from django.db import connection

from kpis.formulas.graph import read_graph
from kpis.store.rules import KnownRules, read_rules


def reported_below(
    known: Sequence[KnownRules], known_at: dt.datetime | None = None
) -> dict[int, list[KnownRules]]:
    """For each KPI the reported ones that it is computed from, itself where it is reported.

    Two queries where a formula is among them, else none. `known_at`: as known at a moment (None: now).
    """
    formulas = [each for each in known if each.is_formula]
    found = {each.kpi_id: [each] for each in known if not each.is_formula}
    if not formulas:
        return found
    with connection.cursor() as cursor:
        graph = read_graph(cursor, known_at)
    below = {each.kpi_id: graph.below([each.rules.code]) - set(graph.expressions) for each in formulas}
    inputs = read_rules([], known_at, codes=set().union(*below.values()))
    return found | {
        kpi_id: [each for each in inputs if each.rules.code in codes] for kpi_id, codes in below.items()
    }
