"""Which KPIs are computed over which fiscal years: after a change what it reaches, in full all there is."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kpis.actions.rollup_queue import Dirty
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.store.compute import KnownKpis
from kpis.store.rules import KnownRules

Years = tuple[int, int]
# A subquery for each end of each index, which takes it from the index; grouping reads every row.
_ENDS = """(SELECT {end}(period) FROM {table} t
  WHERE t.kpi_id = k AND t.known_to IS NULL{condition})"""
_TABLES = (
    ("kpis_measurement", " AND NOT pending"),
    ("kpis_measurement", " AND pending"),
    ("kpis_seriestarget", ""),
)
_BOUNDS = "SELECT k, {} FROM unnest(%s::bigint[]) AS k".format(
    ", ".join(
        _ENDS.format(end=end, table=table, condition=condition)
        for end in ("min", "max")
        for table, condition in _TABLES
    )
)
_STORED = """
SELECT kpi_id, min(fiscal_year), max(fiscal_year) FROM kpis_cellyear WHERE kpi_id = ANY(%s) GROUP BY kpi_id
"""


@dataclass(frozen=True)
class Plan:
    """What one transaction has to compute. `seen`: the dirty rows it answers; `full`: KPIs wanted whole."""

    cursor: Any
    known: KnownKpis
    seen: Sequence[Dirty]
    full: frozenset[int]
    as_of: dt.date
    calendar: Calendar

    def years(self, writable: Iterable[int]) -> dict[str, Years]:
        """The first and last fiscal year of each KPI that has to be computed, by code."""
        found = {}
        for kpi_id in writable:
            known = self.known.by_id.get(kpi_id)
            years = self._years(known) if known else None
            if known and years:
                found[known.rules.code] = years
        return found

    def renewed(self, code: str) -> bool:
        """Whether cells outside the KPI's years may be left from another definition."""
        known = self.known.rules[code]
        return (known.is_formula and known.kpi_id in self.full) or None in self._asked(known)

    def _years(self, known: KnownRules) -> Years | None:
        asked = self._asked(known)
        dated = [years for years in asked if years is not None]
        if known.kpi_id in self.full or len(dated) < len(asked):
            return self._span(known)
        if not asked:
            return None
        first, last = min(years[0] for years in dated), max(years[1] for years in dated)
        return self._without_a_gap(known, (first, min(last, max(first, self._span(known)[1]))))

    @cached_property
    def _named(self) -> dict[int, list[Years | None]]:
        """The years that the dirty rows of each KPI name; None: all."""
        named: dict[int, list[Years | None]] = defaultdict(list)
        for row in self.seen:
            undated = row.first_year is None or row.last_year is None
            named[row.kpi_id].append(None if undated else (row.first_year, row.last_year))  # type: ignore[arg-type]
        return named

    def _asked(self, known: KnownRules) -> list[Years | None]:
        """The years in which a KPI changed, or anything that it is computed from."""
        if not known.is_formula:
            return self._asked_of_reported(known)
        graph, code = self.known.graph, known.rules.code
        asked = list(self._named[known.kpi_id])
        for used in graph.below([code]) - {code}:
            each = self.known.rules.get(used)
            if each is not None and self._named[each.kpi_id]:
                asked += [self._looked_back_upon(years, code) for years in self._asked_of_reported(each)]
        return asked

    def _asked_of_reported(self, known: KnownRules) -> list[Years | None]:
        """A carried value reaches into later years."""
        carries = known.rules.carry_limit > 0
        return [
            (years[0], max(years[1], self._span(known)[1])) if years and carries else years
            for years in self._named[known.kpi_id]
        ]

    def _looked_back_upon(self, years: Years | None, code: str) -> Years | None:
        """The years of a formula that changes of its inputs reach, through `prev` later ones too."""
        return years and (years[0], years[1] + self.known.graph.reach([code]))

    @cached_property
    def _present(self) -> int:
        return self.calendar.containing(self.as_of, Frequency.YEAR).ordinal

    @cached_property
    def _spans(self) -> dict[int, Years]:
        """The fiscal years for which each reported KPI has values or targets, and the present one."""
        reported = {each.kpi_id: each for each in self.known.rules.values() if not each.is_formula}
        self.cursor.execute(_BOUNDS, [list(reported)])
        spans = {}
        for kpi_id, *bounds in self.cursor.fetchall():
            frequency = reported[kpi_id].rules.frequency
            years = [self.calendar.fiscal_year_of(Period(frequency, o)) for o in bounds if o is not None]
            spans[kpi_id] = (min([self._present, *years]), max([self._present, *years]))
        return spans

    def _span(self, known: KnownRules) -> Years:
        """All fiscal years of a KPI: of a formula those of everything it is computed from."""
        if not known.is_formula:
            return self._spans[known.kpi_id]
        below = [self.known.rules.get(code) for code in self.known.graph.below([known.rules.code])]
        spans = [self._spans[each.kpi_id] for each in below if each is not None and not each.is_formula]
        firsts, lasts = [first for first, _ in spans], [last for _, last in spans]
        return min([self._present, *firsts]), max([self._present, *lasts])

    @cached_property
    def _stored(self) -> dict[int, Years]:
        """The fiscal years for which cells are stored."""
        self.cursor.execute(_STORED, [list(self.known.by_id)])
        return {kpi_id: (first, last) for kpi_id, first, last in self.cursor.fetchall()}

    def _without_a_gap(self, known: KnownRules, years: Years) -> Years:
        """The years, and those between them and the stored ones: a full run would leave none of them out."""
        first, last = years
        if not (first < self._present and first == self._span(known)[0]) and last <= self._present:
            return years
        low, high = self._stored.get(known.kpi_id, (self._present, self._present))
        return min(first, max(high + 1, self._present)), max(last, min(low - 1, self._present))
