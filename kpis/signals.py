"""Signal or noise: the natural limits of a KPI at a department and the points that chance does not explain.

The points are native cells over the whole baseline, whatever period a page shows.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kpis.cells import Cell
from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction
from kpis.engine.signals import Baseline, Signals, find_signals, is_adverse
from kpis.history import History, read_history
from kpis.models import BaselineSplit
from kpis.store.rules import KnownRules


@dataclass(frozen=True)
class Split:
    """That the process is another from a native period (ordinal) on, why, and who said so."""

    pk: int
    period: int
    reason: str
    by: str
    at: dt.datetime


@dataclass(frozen=True)
class Signal:
    """A point that chance does not explain: `side` +1 too high, −1 too low.

    `outside`: the latest of consecutive points beyond a limit, else of a `run` of points on one side of the
    centre; `started`: the first of those. `adverse`: whether it is bad news.
    """

    period: Period
    value: float
    side: int
    outside: bool
    run: int
    started: Period
    adverse: bool


@dataclass(frozen=True)
class KpiSignals:
    """Baselines and signals of one KPI at a department."""

    known: KnownRules
    history: History
    found: Signals
    splits: tuple[Split, ...] = ()

    @property
    def baseline(self) -> Baseline | None:
        """The present one: since the last split."""
        return self.found.baselines[-1] if self.found.baselines else None

    @property
    def end(self) -> int:
        """The ordinal after the latest native value."""
        return self.history.first + len(self.history.values)

    @property
    def points(self) -> int:
        """How many points the present baseline has."""
        baseline = self.baseline
        return int(self.history.eligible[baseline.start : baseline.stop].sum()) if baseline else 0

    @property
    def has_limits(self) -> bool:
        """Whether the present baseline has points enough for limits."""
        return self.baseline is not None and self.baseline.upper is not None

    def baseline_at(self, period: int) -> Baseline | None:
        """The baseline in which a native period (ordinal) lies."""
        place = period - self.history.first
        return next((each for each in self.found.baselines if each.start <= place < each.stop), None)

    def side(self, period: int) -> int:
        """The signal at a native period (ordinal); 0 also where there is no point."""
        place = period - self.history.first
        return self.found.side(place) if 0 <= place < len(self.history.values) else 0

    def signals(self, middle: float | None = None) -> list[Signal]:
        """All signals, oldest first; consecutive ones of one kind are one. `middle`: of a band."""
        there = np.flatnonzero(self.history.eligible)
        found: list[Signal] = []
        for i, place in enumerate(there):
            if not self.found.side(int(place)):
                continue
            signal = self._signal(there, i, middle)
            if found and self._goes_on(found[-1], signal, there, i):
                signal = replace(signal, started=found.pop().started)
            found = [each for each in found if not _same_run(each, signal)]
            found.append(signal)
        return found

    def _signal(self, there: NDArray[np.int64], i: int, middle: float | None) -> Signal:
        """The signal at the i-th point; `there`: the places of all points."""
        history, place = self.history, int(there[i])
        side, outside = self.found.side(place), bool(self.found.outside[place])
        run = abs(int(self.found.run[place]))
        value = float(history.values[place])
        return Signal(
            period=history.period(place),
            value=value,
            side=side,
            outside=outside,
            run=run,
            started=history.period(place if outside else int(there[i + 1 - run])),
            adverse=is_adverse(side, self.known.rules.direction, value, middle),
        )

    def _goes_on(self, before: Signal, now: Signal, there: NDArray[np.int64], i: int) -> bool:
        """Whether the signal before is of the same kind and of the point just before."""
        latest = self.history.first + int(there[i - 1])
        alike = (before.side, before.outside) == (now.side, now.outside)
        return alike and before.period.ordinal == latest and self._same_baseline(latest, now.period.ordinal)

    def _same_baseline(self, one: int, other: int) -> bool:
        return self.baseline_at(one) == self.baseline_at(other)


def _same_run(one: Signal, other: Signal) -> bool:
    """Whether two signals are of one run, of which the later says more."""
    runs = not one.outside and not other.outside
    return runs and (one.side, one.started) == (other.side, other.started)


def read_signals(
    known: KnownRules,
    department_id: int,
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> KpiSignals:
    """Baselines and signals of one KPI at a department; two queries."""
    history = read_history(known, department_id, calendar, as_of, known_at)
    splits = tuple(
        read_splits([known.kpi_id], [department_id], known_at).get((department_id, known.kpi_id), [])
    )
    found = find_signals(history.values, history.eligible, [each.period - history.first for each in splits])
    return KpiSignals(known, history, found, splits)


def read_splits(
    kpis: Sequence[int], departments: Sequence[int], known_at: dt.datetime | None
) -> dict[tuple[int, int], list[Split]]:
    """Where baselines begin anew, by (department, KPI), oldest first; one query."""
    rows = BaselineSplit.objects.known_at(known_at).filter(kpi__in=kpis, department__in=departments)
    found: dict[tuple[int, int], list[Split]] = defaultdict(list)
    for row in rows.select_related("recorded_by").order_by("period"):
        by = str(row.recorded_by) if row.recorded_by else ""
        split = Split(row.pk, row.period, row.reason, by, row.known_from)
        found[row.department_id, row.kpi_id].append(split)
    return found


def middle_of(cell: Cell, known: KnownRules) -> float | None:
    """The middle of a band, from which a signal leads away or not; None where there is no band."""
    low, _red_low, high, _red_high = cell.anchors if cell.anchors_to_date[0] is None else cell.anchors_to_date
    if known.rules.direction != Direction.BAND or low is None or high is None:
        return None
    return (low + high) / 2
