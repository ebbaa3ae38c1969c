"""Which KPIs are computed over which fiscal years: after a change what it reaches, in full all there is."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.models import DirtyKPI
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
    seen: Sequence[DirtyKPI]
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

    def _years(self, known: KnownRules) -> Years | None:
        if known.kpi_id in self.full:
            return self._whole(known, changed=known.is_formula or None in self._named[known.kpi_id])
        asked = self._asked_of_formula(known) if known.is_formula else self._asked(known.kpi_id)
        if not asked:
            return None
        dated = [years for years in asked if years is not None]
        if len(dated) < len(asked):
            return self._whole(known, changed=True)
        first, last = min(years[0] for years in dated), max(years[1] for years in dated)
        return self._without_a_gap(known, (first, min(last, max(first, self._span(known)[1]))))

    @cached_property
    def _named(self) -> dict[int, list[Years | None]]:
        """The years that the dirty rows of each KPI name; None: all."""
        named: dict[int, list[Years | None]] = defaultdict(list)
        for row in self.seen:
            undated = row.first_year is None or row.last_year is None
            named[row.kpi_key].append(None if undated else (row.first_year, row.last_year))  # type: ignore[arg-type]
        return named

    def _asked(self, kpi_id: int) -> list[Years | None]:
        """The years that changed for a KPI; a carried value reaches into later ones."""
        known = self.known.by_id[kpi_id]
        carries = known.rules.carry_limit > 0
        return [
            (years[0], max(years[1], self._span(known)[1])) if years and carries else years
            for years in self._named[kpi_id]
        ]

    def _asked_of_formula(self, known: KnownRules) -> list[Years | None]:
        """The years that changed for a formula or for anything it is computed from, and those `prev` adds."""
        graph, code = self.known.graph, known.rules.code
        asked = list(self._named[known.kpi_id])
        later = graph.reach([code])
        for used in graph.below([code]) - {code}:
            each = self.known.rules.get(used)
            if each is not None and self._named[each.kpi_id]:
                asked += [years and (years[0], years[1] + later) for years in self._asked(each.kpi_id)]
        return asked

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

    def _whole(self, known: KnownRules, changed: bool) -> Years:
        """All years; of a changed definition also those that only its old cells reach, as they go."""
        first, last = self._span(known)
        if not changed or known.kpi_id not in self._stored:
            return first, last
        return min(first, self._stored[known.kpi_id][0]), max(last, self._stored[known.kpi_id][1])

    def _without_a_gap(self, known: KnownRules, years: Years) -> Years:
        """The years, and those between them and the stored ones: a full run would leave none of them out."""
        first, last = years
        if not (first < self._present and first == self._span(known)[0]) and last <= self._present:
            return years
        low, high = self._stored.get(known.kpi_id, (self._present, self._present))
        return min(first, max(high + 1, self._present)), max(last, min(low - 1, self._present))
