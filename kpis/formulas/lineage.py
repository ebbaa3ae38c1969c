"""Where a KPI stands among formulas: what it is computed from, and what is computed from it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db import connection

from kpis.engine.formulas.tokens import Sort, tokenise
from kpis.formulas.graph import read_graph
from kpis.models import KPI


@dataclass(frozen=True)
class FormulaPart:
    """A piece of a formula as written; `kpi`: the KPI that it names."""

    text: str
    kpi: KPI | None = None


@dataclass(frozen=True)
class Lineage:
    """The formula in pieces (empty: reported), its inputs, and the KPIs whose formulas use this one."""

    formula: Sequence[FormulaPart]
    inputs: Sequence[KPI]
    used_in: Sequence[KPI]


def read_lineage(kpi: KPI, known_at: dt.datetime | None = None) -> Lineage:
    """The lineage of a KPI as known at a moment (None: now), one step in each direction; two queries."""
    with connection.cursor() as cursor:
        graph = read_graph(cursor, known_at)
    own = graph.expressions.get(kpi.code)
    inputs = list(own.codes) if own else []
    above = [code for code, expression in graph.expressions.items() if kpi.code in expression.codes]
    named = KPI.objects.filter(code__in=[*inputs, *above]) if inputs or above else []
    kpis = {each.code: each for each in named}
    return Lineage(
        formula=_parts(own.text, kpis) if own else [],
        inputs=[kpis[code] for code in inputs],
        used_in=sorted((kpis[code] for code in above), key=lambda each: each.name),
    )


def _parts(text: str, kpis: dict[str, KPI]) -> list[FormulaPart]:
    """The text cut at the KPIs that it names, so that each can be a link."""
    parts: list[FormulaPart] = []
    done = 0
    for token, following in pairwise(tokenise(text)):
        if token.sort != Sort.CODE or (not token.bracketed and following.text == "("):
            continue
        start = token.position - 1
        stop = text.index("]", start) + 1 if token.bracketed else start + len(token.text)
        parts += [FormulaPart(text[done:start]), FormulaPart(text[start:stop], kpis.get(token.text))]
        done = stop
    return [part for part in [*parts, FormulaPart(text[done:])] if part.text]
