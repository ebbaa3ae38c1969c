"""What signal and status say together of many cells at once: the scorecard's marks.

A cell has a signal when one of the native periods inside it has; the latest of them speaks.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kpis.cells import Cell
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Status
from kpis.engine.signals import Reading, is_adverse, judge, reading
from kpis.history import Histories, read_histories
from kpis.reading import native_range
from kpis.signals import KpiSignals, Split, middle_of, read_splits
from kpis.store.rules import KnownRules


@dataclass(frozen=True)
class Said:
    """What is said of a cell: its signal (+1 too high, -1 too low, 0 none) and the reading.

    No reading without limits, and where no colour stands on the cell.
    """

    signal: int = 0
    reading: Reading | None = None


NOTHING = Said()
CellOf = tuple[int, KnownRules, Cell]
"""A department's key, the KPI's rules, its cell there."""


def read_readings(
    wanted: Sequence[CellOf],
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> list[Said]:
    """What is said of each of the cells; a query a frequency and one."""
    said = [NOTHING] * len(wanted)
    pairs = [(department, known) for department, known, _ in wanted]
    histories = read_histories(pairs, calendar, as_of, known_at)
    departments = list({department for department, _ in pairs})
    splits = read_splits(list({known.kpi_id for _, known in pairs}), departments, known_at)
    for each in histories:
        cells = [wanted[i] for i in each.members]
        for i, spoken in zip(each.members, _read_alike(each, cells, splits, calendar), strict=True):
            said[i] = spoken
    return said


def said_of(signals: KpiSignals, cell: Cell, calendar: Calendar) -> Said:
    """What is said of one cell of a KPI whose signals are read, by the baseline in which it ends."""
    first, last = native_range(calendar, signals.known.rules.frequency, cell.shown)
    places = range(max(0, first - signals.history.first), len(signals.history.values))
    baseline = signals.baseline_at(last) or (signals.baseline if last >= signals.end else None)
    if baseline is None or baseline.upper is None:
        return NOTHING
    inside = [p for p in places if p + signals.history.first <= last and baseline.start <= p < baseline.stop]
    found = [(signals.found.side(place), place) for place in inside if signals.found.side(place)]
    side, place = found[-1] if found else (0, 0)
    return _said(signals.known, cell, side, float(signals.history.values[place]))


def _read_alike(
    histories: Histories,
    cells: Sequence[CellOf],
    splits: dict[tuple[int, int], list[Split]],
    calendar: Calendar,
) -> Iterator[Said]:
    """Cells of KPIs of one frequency: each by the baseline in which it ends, all in one array."""
    points = np.where(histories.eligible, histories.values, np.nan)
    natives = [_natives(calendar, histories.frequency, cell.shown) for _, _, cell in cells]
    if splits:
        for row, (department, known, _), (_, last) in zip(points, cells, natives, strict=True):
            _keep_baseline(row, last - histories.first, splits.get((department, known.kpi_id), ()), histories)
    judged = judge(points)
    first, last = np.array(natives).T - histories.first
    speaking, sides = _latest(judged.sides(), first, last)
    values = points[np.arange(len(points)), speaking].tolist()
    limited = (~np.isnan(judged.reach)).tolist()
    for (_, known, cell), side, value, has_limits in zip(cells, sides, values, limited, strict=True):
        yield _said(known, cell, side, value) if has_limits else NOTHING


def _latest(
    sides: NDArray[np.int64], first: NDArray[np.int64], last: NDArray[np.int64]
) -> tuple[NDArray[np.int64], list[int]]:
    """Of each row [K,P] the latest signal from place `first` to `last`: its place (0 if none) and side."""
    places = np.arange(sides.shape[1])
    inside = (places >= first[:, None]) & (places <= last[:, None]) & (sides != 0)
    latest: NDArray[np.int64] = np.where(inside, places, 0).max(axis=1)
    return latest, np.where(inside.any(axis=1), sides[np.arange(len(sides)), latest], 0).tolist()


@lru_cache(maxsize=1024)
def _natives(calendar: Calendar, native: Frequency, shown: Period) -> tuple[int, int]:
    return native_range(calendar, native, shown)


def _keep_baseline(row: np.ndarray, last: int, splits: Sequence[Split], histories: Histories) -> None:
    """Only the points of the baseline in which the place `last` lies stay."""
    places = [each.period - histories.first for each in splits]
    start = max((place for place in places if place <= last), default=0)
    stop = min((place for place in places if place > last), default=len(row))
    row[: max(0, start)] = np.nan
    row[max(0, stop) :] = np.nan


def _said(known: KnownRules, cell: Cell, side: int, value: float) -> Said:
    """What is said of a cell with limits; `value`: of the point that speaks."""
    if not isinstance(cell.status, Status):
        return Said(side)
    adverse = bool(side) and is_adverse(side, known.rules.direction, value, middle_of(cell, known))
    return Said(side, reading(cell.status, side != 0, adverse))
