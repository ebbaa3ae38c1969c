"""The reported KPIs whose measurements stand behind cells: a KPI itself, or those a formula is made of."""

import datetime as dt
from collections.abc import Sequence

from django.db import connection

from kpis.formulas.graph import read_graph
from kpis.store.rules import KnownRules, read_rules


def reported_sources(
    known: Sequence[KnownRules], known_at: dt.datetime | None = None
) -> list[Sequence[KnownRules]]:
    """For each KPI the reported ones behind it, through formulas of formulas, as known then (None: now).

    A reported KPI stands behind itself. Two queries where a formula is among them, however many; else none.
    """
    formulas = {each.rules.code for each in known if each.is_formula}
    if not formulas:
        return [[each] for each in known]
    with connection.cursor() as cursor:
        graph = read_graph(cursor, known_at)
    below = {code: graph.below([code]) - graph.expressions.keys() for code in formulas}
    inputs = read_rules([], known_at, codes=set().union(*below.values()))
    return [
        [source for source in inputs if source.rules.code in below[each.rules.code]]
        if each.is_formula
        else [each]
        for each in known
    ]
