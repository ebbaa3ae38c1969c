"""The formulas that are known at a moment, and which KPIs they tie together."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kpis.engine.formulas.order import dependency_order, formulas_above, history_years
from kpis.engine.formulas.parser import parse
from kpis.engine.formulas.tree import Expression

_SQL = """
SELECT k.id, k.code, d.formula FROM kpis_definition d JOIN kpis_kpi k ON k.id = d.kpi_id
WHERE d.kind = 'formula' AND """
_CURRENT = "d.known_to IS NULL"
_KNOWN = "d.known_from <= %(known)s AND (d.known_to IS NULL OR d.known_to > %(known)s)"


@dataclass(frozen=True)
class FormulaGraph:
    """Formulas by the codes of their KPIs. What is not a formula of the graph is a reported KPI."""

    expressions: Mapping[str, Expression]
    kpi_ids: Mapping[str, int]

    def above(self, codes: Iterable[str]) -> set[str]:
        """The formulas whose value can change when one of these KPIs does."""
        return formulas_above(self.expressions, set(codes)) if self.expressions else set()

    def below(self, codes: Iterable[str]) -> set[str]:
        """These KPIs and everything they are computed from, reported KPIs and formulas."""
        found: set[str] = set()
        waiting = list(codes)
        while waiting:
            code = waiting.pop()
            if code not in found:
                found.add(code)
                waiting += self.expressions[code].codes if code in self.expressions else ()
        return found

    def part(self, codes: Iterable[str]) -> dict[str, Expression]:
        """The formulas among these KPIs and among what they are computed from, inputs first."""
        needed = self.below(codes)
        return {code: self.expressions[code] for code in dependency_order(self.expressions) if code in needed}

    def reach(self, codes: Iterable[str]) -> int:
        """How many fiscal years later a change of an input still moves these formulas, through `prev`."""
        return history_years(self.part(codes))

    def groups(self, codes: Iterable[str]) -> list[list[str]]:
        """The KPIs in groups that no formula ties to another group: what can be computed independently.

        A KPI that is in no formula is a group of its own. In the order of the codes given.
        """
        head: dict[str, str] = {}

        def find(code: str) -> str:
            while head.setdefault(code, code) != code:
                head[code] = head[head[code]]
                code = head[code]
            return code

        for code, expression in self.expressions.items():
            for used in expression.codes:
                head[find(used)] = find(code)
        grouped: dict[str, list[str]] = defaultdict(list)
        for code in codes:
            grouped[find(code)].append(code)
        return list(grouped.values())


def read_graph(cursor: Any, known_at: dt.datetime | None = None) -> FormulaGraph:
    """All formulas as known at a moment (None: now); one query. Read once, they are kept by their content."""
    cursor.execute(_SQL + (_CURRENT if known_at is None else _KNOWN), {"known": known_at})
    return graph_of(tuple(cursor.fetchall()))


@lru_cache(maxsize=16)
def graph_of(rows: tuple[tuple[int, str, str], ...]) -> FormulaGraph:
    """The graph of (KPI's id, code, formula). Raises FormulaError for a text that is no formula."""
    ordered = sorted(rows)
    return FormulaGraph(
        expressions={code: parse(text) for _, code, text in ordered},
        kpi_ids={code: kpi_id for kpi_id, code, _ in ordered},
    )
