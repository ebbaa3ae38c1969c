"""What rows are compared with, read with a constant number of queries."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from django.db import connection
from django.utils import timezone

from kpis.actions import Entry
from kpis.closings import ClosedPeriods, closed_periods
from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from kpis.models import KPI
from kpis.queries import calendar


@dataclass(frozen=True)
class KnownKPI:
    """A KPI with what its definition of today says about its values."""

    id: int
    code: str
    frequency: Frequency
    formula: str  # "" where it is reported
    direction: str
    tolerance: float


@dataclass(frozen=True)
class KnownDepartment:
    """A department with its path of today; "" where it no longer stands in the tree."""

    id: int
    code: str
    path: str
    at_top: bool


@dataclass
class KnownSeries:
    """A KPI at a department: who reports it and when it is active, as [from, until)."""

    steward_id: int | None
    path: str
    terms: list[tuple[dt.date, dt.date | None]] = field(default_factory=list)

    def active_on(self, day: dt.date) -> bool:
        """Whether the series is active on `day`."""
        return any(start <= day and (end is None or day < end) for start, end in self.terms)


Named = TypeVar("Named", KnownKPI, KnownDepartment)


@dataclass(frozen=True)
class World:
    """KPIs named by the rows, all departments, the series of these KPIs, the calendar and closed periods."""

    calendar: Calendar
    kpis: dict[str, KnownKPI]
    departments: dict[str, KnownDepartment]
    series: dict[tuple[int, int], KnownSeries]
    closed: ClosedPeriods

    @cached_property
    def top(self) -> KnownDepartment | None:
        """The department at the top, the first where there are several."""
        tops = [each for each in self.departments.values() if each.at_top]
        return min(tops, key=lambda each: each.path, default=None)

    @cached_property
    def all_kpi_codes(self) -> list[str]:
        """Every KPI's code, for proposing what may have been meant."""
        return list(KPI.objects.values_list("code", flat=True))


_KPI_SQL = """
SELECT k.id, k.code, d.frequency, CASE d.kind WHEN 'formula' THEN d.formula ELSE '' END,
  d.direction, d.tolerance
FROM kpis_kpi k JOIN kpis_definition d ON d.kpi_id = k.id AND d.known_to IS NULL
WHERE lower(k.code) IN (SELECT lower(code) FROM unnest(%s::text[]) AS named(code))
"""
_DEPARTMENT_SQL = """
SELECT d.id, d.code, COALESCE(p.path, ''), p.id IS NOT NULL AND p.parent_id IS NULL
FROM org_department d
LEFT JOIN org_placement p ON p.department_id = d.id AND p.known_to IS NULL AND p.valid @> %s::date
"""
_SERIES_SQL = """
SELECT s.kpi_id, s.department_id, s.steward_id, lower(t.valid), upper(t.valid)
FROM kpis_series s LEFT JOIN kpis_seriesterm t ON t.series_id = s.id AND t.known_to IS NULL
WHERE s.kpi_id = ANY(%s)
"""
_CURRENT_SQL = """
SELECT m.kpi_id, m.department_id, m.period, m.value
FROM unnest(%s::bigint[], %s::bigint[], %s::int[]) AS asked(kpi_id, department_id, period)
JOIN kpis_measurement m USING (kpi_id, department_id, period)
WHERE m.known_to IS NULL AND NOT m.pending
"""


def read_world(kpi_codes: Iterable[str]) -> World:
    """Everything that rows naming these KPIs are checked against; six queries."""
    # PostgreSQL's text holds no NUL; such a code is unknown anyway.
    codes = sorted({code for code in kpi_codes if "\x00" not in code})
    with connection.cursor() as cursor:
        cursor.execute(_KPI_SQL, [codes])
        kpis = [KnownKPI(pk, code, Frequency(each), *rest) for pk, code, each, *rest in cursor.fetchall()]
        cursor.execute(_DEPARTMENT_SQL, [timezone.localdate()])
        departments = [KnownDepartment(*row) for row in cursor.fetchall()]
        cursor.execute(_SERIES_SQL, [[kpi.id for kpi in kpis]])
        series = _series(cursor.fetchall(), {each.id: each.path for each in departments})
    year = calendar()
    return World(year, _by_code(kpis), _by_code(departments), series, closed_periods(year))


def _by_code(known: Sequence[Named]) -> dict[str, Named]:
    """By the exact code, and by the code in lower case where that names no other."""
    return {**{each.code.lower(): each for each in known}, **{each.code: each for each in known}}


def _series(
    rows: Iterable[tuple[int, int, int | None, dt.date | None, dt.date | None]], paths: dict[int, str]
) -> dict[tuple[int, int], KnownSeries]:
    found: dict[tuple[int, int], KnownSeries] = {}
    for kpi_id, department_id, steward_id, start, end in rows:
        series = found.setdefault((kpi_id, department_id), KnownSeries(steward_id, paths[department_id]))
        if start is not None:
            series.terms.append((start, end))
    return found


def current_values(entries: Sequence[Entry]) -> dict[tuple[int, int, int], float]:
    """What is stored now for the series and periods of `entries`, by (KPI, department, period)."""
    if not entries:
        return {}
    keys = [[e.kpi_id for e in entries], [e.department_id for e in entries], [e.period for e in entries]]
    with connection.cursor() as cursor:
        cursor.execute(_CURRENT_SQL, keys)
        return {(kpi, department, period): value for kpi, department, period, value in cursor.fetchall()}
