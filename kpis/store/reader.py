"""What the engine reads, from the tables into arrays."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.utils import timezone
from numpy.typing import NDArray

from kpis.engine.batch import Batch, CellTarget, native_ordinals
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar, IntArray
from kpis.store.binary_copy import FLOAT8, INT4, INT8, Records, copy_out
from kpis.store.rules import KnownRules
from kpis.store.tree import Tree, read_tree

_KNOWN = "known_from <= %(known)s AND (known_to IS NULL OR known_to > %(known)s)"
# The index that stays flat holds current rows only, so reading "now" must say so in its own words.
_CURRENT = "known_to IS NULL"
_ANCHORS = """COALESCE({0}target, {0}low, 'NaN'), COALESCE({0}red_line, {0}red_low, 'NaN'),
    COALESCE({0}best, {0}high, 'NaN'), COALESCE({0}worst, {0}red_high, 'NaN')"""
_WHERE = "kpi_id = ANY(%(kpis)s) AND period BETWEEN %(first)s AND %(last)s"
_ACTUALS = (
    f"SELECT kpi_id, department_id, period, value FROM kpis_measurement WHERE {_WHERE} AND NOT pending AND "
)
_TARGETS = (
    f"SELECT kpi_id, department_id, period, {_ANCHORS.format('')} FROM kpis_seriestarget WHERE {_WHERE} AND "
)
# By their index, of these KPIs' series alone: else all terms of all KPIs are read for the few.
_TERMS = """
WITH s AS MATERIALIZED (SELECT id, kpi_id, department_id FROM kpis_series WHERE kpi_id = ANY(%(kpis)s))
SELECT s.kpi_id, s.department_id, COALESCE(lower(t.valid), '0001-01-01') - DATE '0001-01-01' + 1,
    COALESCE(upper(t.valid), '9999-12-31') - DATE '0001-01-01' + 1, t.weight
FROM s JOIN kpis_seriesterm t ON t.series_id = s.id
WHERE t.series_id = ANY(ARRAY(SELECT id FROM s)) AND """
_CELL_TARGETS = f"""
SELECT kpi_id, department_id, frequency, period, {_ANCHORS.format("")}
FROM kpis_celltarget WHERE kpi_id = ANY(%(kpis)s) AND """


@dataclass(frozen=True)
class ReadBatch:
    """A batch with the keys of its axes."""

    batch: Batch
    kpi_ids: IntArray
    department_ids: IntArray


def read_batch(
    cursor: Any,
    known_rules: Sequence[KnownRules],
    years: tuple[int, int],
    calendar: Calendar,
    known_at: dt.datetime | None = None,
    tree: Tree | None = None,
    aimed: Sequence[KnownRules] | None = None,
) -> ReadBatch:
    """The inputs of KPIs of one native frequency over fiscal years (first, last), as known at a moment.

    `known_at=None`: what is known now. `tree`: read before, so that several batches share their departments.
    `aimed`: the KPIs whose targets are read (None: all); a formula does not look at those of its inputs.
    """
    rules = tuple(each.rules for each in known_rules)
    frequency = Frequency(rules[0].frequency)
    lead = max(each.carry_limit for each in rules)
    ordinals = native_ordinals(calendar, frequency, *years, lead)
    axes = _Axes(
        kpis=np.array([each.kpi_id for each in known_rules], dtype=np.int64),
        tree=tree or read_tree(cursor, known_at or timezone.now()),
        ordinals=ordinals,
        last_days=calendar.last_days(frequency, np.arange(ordinals.start, ordinals.stop, dtype=np.int64)),
    )
    read = _Read(cursor, axes, known_at)
    active, weight = read.activity()
    batch = Batch(
        rules=rules,
        first=years[0],
        last=years[1],
        actual=read.actuals(),
        active=active,
        weight=weight,
        anchors=read.anchors([each.kpi_id for each in (known_rules if aimed is None else aimed)]),
        epochs=axes.tree.epochs(axes.last_days),
        cell_targets=read.cell_targets(),
        lead=lead,
    )
    return ReadBatch(batch, axes.kpis, axes.tree.departments)


@dataclass(frozen=True)
class _Axes:
    kpis: IntArray
    tree: Tree
    ordinals: range
    last_days: IntArray

    @property
    def shape(self) -> tuple[int, int, int]:
        return len(self.tree.departments), len(self.kpis), len(self.ordinals)

    def index(self, rows: Records) -> tuple[IntArray, IntArray]:
        return self.tree.index_of(rows["department"]), index_of(self.kpis, rows["kpi"])


@dataclass(frozen=True)
class _Read:
    """The queries of one batch."""

    cursor: Any
    axes: _Axes
    known_at: dt.datetime | None

    def _rows(self, query: str, columns: dict[str, str], **others: Any) -> Records:
        rows = copy_out(self.cursor, self._as_known(query), self._parameters() | others, columns)
        if self.known_at is None:
            return rows
        # A value may be stated as known before its department was.
        return rows[np.isin(rows["department"], self.axes.tree.departments)]

    def _as_known(self, query: str) -> str:
        return query + (_CURRENT if self.known_at is None else _KNOWN)

    def _parameters(self) -> dict[str, Any]:
        ordinals = self.axes.ordinals
        return {
            "kpis": self.axes.kpis.tolist(),
            "first": ordinals.start,
            "last": ordinals.stop - 1,
            "known": self.known_at,
        }

    def actuals(self) -> NDArray[np.float64]:
        """Reported values [D,K,P], NaN where there is none."""
        rows = self._rows(_ACTUALS, {"kpi": INT8, "department": INT8, "period": INT4, "value": FLOAT8})
        actual = np.full(self.axes.shape, np.nan)
        d, k = self.axes.index(rows)
        actual[d, k, rows["period"] - self.axes.ordinals.start] = rows["value"]
        return actual

    def anchors(self, kpi_ids: Sequence[int]) -> NDArray[np.float64]:
        """Series targets [4,D,K,P] of these KPIs, NaN where there is none."""
        names = ("a", "b", "c", "d")
        columns = {"kpi": INT8, "department": INT8, "period": INT4, **dict.fromkeys(names, FLOAT8)}
        anchors = np.full((4, *self.axes.shape), np.nan)
        if not kpi_ids:
            return anchors
        rows = self._rows(_TARGETS, columns, kpis=list(kpi_ids))
        d, k = self.axes.index(rows)
        p = rows["period"] - self.axes.ordinals.start
        for i, name in enumerate(names):
            anchors[i, d, k, p] = rows[name]
        return anchors

    def activity(self) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
        """Whether a series is active on a period's last day, and its weight then [D,K,P]."""
        columns = {"kpi": INT8, "department": INT8, "start": INT4, "stop": INT4, "weight": FLOAT8}
        rows = self._rows(_TERMS, columns)
        active, weight = np.zeros(self.axes.shape, dtype=bool), np.ones(self.axes.shape)
        starts = np.searchsorted(self.axes.last_days, rows["start"].astype(np.int64))
        stops = np.searchsorted(self.axes.last_days, rows["stop"].astype(np.int64))
        d, k = self.axes.index(rows)
        place = np.arange(self.axes.shape[2])
        row, p = np.nonzero((starts[:, None] <= place) & (place < stops[:, None]))
        active[d[row], k[row], p], weight[d[row], k[row], p] = True, rows["weight"][row]
        return active, weight

    def cell_targets(self) -> tuple[CellTarget, ...]:
        """Targets set directly for cells."""
        return read_cell_targets(self.cursor, self.axes.kpis, self.axes.tree, self.known_at)


def read_cell_targets(
    cursor: Any, kpis: IntArray, tree: Tree, known_at: dt.datetime | None
) -> tuple[CellTarget, ...]:
    """Targets set directly for cells, by indices of KPI and department; few, so read row by row."""
    query = _CELL_TARGETS + (_CURRENT if known_at is None else _KNOWN)
    cursor.execute(query, {"kpis": kpis.tolist(), "known": known_at})
    return tuple(
        CellTarget(
            kpi=int(index_of(kpis, np.array([kpi]))[0]),
            department=int(tree.index_of(np.array([department]))[0]),
            period=Period(Frequency(frequency), period),
            anchors=(a, b, c, d),
        )
        for kpi, department, frequency, period, a, b, c, d in cursor.fetchall()
        if department in tree.departments
    )


def index_of(keys: IntArray, wanted: NDArray[Any]) -> IntArray:
    """Where each wanted key is among `keys`, which need not be sorted."""
    order = np.argsort(keys, kind="stable")
    return order[np.searchsorted(keys, wanted, sorter=order)]
