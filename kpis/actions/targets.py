"""Targets of series, and targets set directly for cells; closed and added like values."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.utils import timezone

from core.actions import action
from kpis.actions.recorded import Recorded
from kpis.actions.rollup import mark_dirty
from kpis.actions.staging import WRITE_LOCK, lock_kpis, stage
from kpis.engine.frequency import Frequency, Period
from kpis.models import Definition
from kpis.queries import calendar as fiscal_calendar
from org.models import User


class TargetEntry(NamedTuple):
    """A checked target of a series for one native period (by ordinal), with the lines around it."""

    kpi_id: int
    department_id: int
    period: int
    target: float | None = None
    red_line: float | None = None
    best: float | None = None
    worst: float | None = None
    low: float | None = None
    high: float | None = None
    red_low: float | None = None
    red_high: float | None = None
    note: str = ""


class CellTargetEntry(NamedTuple):
    """A checked target of KPI × department × frequency × period (by ordinal), with the lines around it."""

    kpi_id: int
    department_id: int
    period: int
    frequency: str
    target: float | None = None
    red_line: float | None = None
    best: float | None = None
    worst: float | None = None
    low: float | None = None
    high: float | None = None
    red_low: float | None = None
    red_high: float | None = None
    note: str = ""


ANCHORS = ("target", "red_line", "best", "worst", "low", "high", "red_low", "red_high")
_NAMES = ", ".join(ANCHORS)
_STAGED = ", ".join(f"s.{name}" for name in ANCHORS)
_STORED = ", ".join(f"t.{name}" for name in ANCHORS)
_TYPES = {"kpi_id": "bigint", "department_id": "bigint", "period": "int", "frequency": "text"}


class _Table(NamedTuple):
    """Where targets of a kind are kept, and what tells them apart."""

    name: str
    key: tuple[str, ...]

    @property
    def columns(self) -> list[tuple[str, str]]:
        """The columns of the staging table, in the order of an entry's fields."""
        key = [(name, _TYPES[name]) for name in self.key]
        return [*key, *((name, "float8") for name in ANCHORS), ("note", "text")]

    @property
    def match(self) -> str:
        """The current row of a staged one."""
        return " AND ".join([*(f"t.{name} = s.{name}" for name in self.key), "t.known_to IS NULL"])

    @property
    def close(self) -> str:
        """Ends the rows that say something else."""
        return f"""
            UPDATE {self.name} t SET known_to = %(now)s FROM target_staging s
            WHERE {self.match} AND ({_STORED}) IS DISTINCT FROM ({_STAGED})"""

    @property
    def add(self) -> str:
        """Adds the rows that are not there."""
        key = ", ".join(self.key)
        staged = ", ".join(f"s.{name}" for name in self.key)
        return f"""
            INSERT INTO {self.name} ({key}, {_NAMES}, note, known_from, recorded_by_id)
            SELECT {staged}, {_STAGED}, s.note, %(now)s, %(by)s
            FROM target_staging s WHERE NOT EXISTS (SELECT FROM {self.name} t WHERE {self.match})
            RETURNING {key}"""


_OF_SERIES = _Table("kpis_seriestarget", ("kpi_id", "department_id", "period"))
_OF_CELLS = _Table("kpis_celltarget", ("kpi_id", "department_id", "period", "frequency"))


@action
def set_targets(*, by: User | None, rows: Sequence[TargetEntry]) -> Recorded:
    """Store targets of series; the same again is no change. Marks the KPIs for computation."""
    recorded, changed = _store(by, _OF_SERIES, rows)
    if changed:
        mark_dirty((kpi_id, period) for kpi_id, _department, period in changed)
    return recorded


@action
def set_cell_targets(*, by: User | None, rows: Sequence[CellTargetEntry]) -> Recorded:
    """Store targets of cells; without any number the rolled-up one holds again. Marks the KPIs."""
    recorded, changed = _store(by, _OF_CELLS, rows)
    if changed:
        mark_dirty(_in_native_periods(changed))
    return recorded


def _store(by: User | None, table: _Table, rows: Sequence[Any]) -> tuple[Recorded, list[tuple[Any, ...]]]:
    """What was done, and the keys of the rows that were added."""
    if not rows:
        return Recorded(), []
    moment = {"now": timezone.now(), "by": by.pk if by else None}
    with connection.cursor() as cursor:
        lock_kpis(cursor, WRITE_LOCK, (row.kpi_id for row in rows))
        stage(cursor, "target_staging", table.columns, rows)
        cursor.execute(table.close, moment)
        corrected = cursor.rowcount
        cursor.execute(table.add, moment)
        changed = cursor.fetchall()
    return Recorded(len(changed) - corrected, corrected, len(rows) - len(changed)), changed


def _in_native_periods(changed: Sequence[tuple[Any, ...]]) -> list[tuple[int, int]]:
    """For each cell its KPI and the last native period inside it, whose year is the cell's."""
    kpi_ids = {row[0] for row in changed}
    native = dict(Definition.objects.current().filter(kpi_id__in=kpi_ids).values_list("kpi_id", "frequency"))
    calendar = fiscal_calendar()
    return [
        (kpi_id, calendar.child_range(Period(Frequency(frequency), period), Frequency(native[kpi_id]))[1])
        for kpi_id, _department, period, frequency in changed
    ]
