"""How KPIs stand at many departments in a period: arrays of what their scores depend on, no cell is made."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpis.cells.past import Moment, past_metrics
from kpis.cells.places import stored_places
from kpis.cells.stored import stored_metrics
from kpis.cells.windows import AT, FloatArray, Window, window_of
from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar, IntArray
from kpis.engine.standing import Numbers, Standing, standing_of
from kpis.engine.states import held_periods
from kpis.store.rules import KnownRules

NAMES = ("value", "score", "active", "expected", "reported")


@dataclass(frozen=True)
class Standings:
    """KPIs at departments, arrays [department, KPI]: in a period, and their scores in the one before."""

    now: Standing
    scores_before: FloatArray


def read_standings(
    department_ids: Sequence[int],
    known: Sequence[KnownRules],
    periods: tuple[Period, Period],
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> Standings:
    """How KPIs stand in the second of two consecutive periods, as the cells of `read_many` say it.

    A query a native frequency, two where the periods are longer and values are wanting.
    `known_at`: as known at a past moment, computed in memory; None: the stored cells of the present.
    """
    reading = _Reading(department_ids, periods, calendar, as_of, known_at)
    shape = (len(department_ids), len(known))
    numbers = Numbers(*(np.full(shape, np.nan) for _ in NAMES))
    before, due = np.full(shape, np.nan), np.zeros(shape, dtype=np.int64)
    for members in _alike(known, periods, calendar):
        each = _Alike([known[k] for k in members], reading)
        at, earlier = each.numbers()
        for name in NAMES:
            getattr(numbers, name)[:, members] = getattr(at, name)
        before[:, members], due[:, members] = earlier, each.last_days_to_report(at)
    minimum = np.array([each.rules.min_coverage for each in known])
    return Standings(standing_of(numbers, minimum, as_of.toordinal() > due), before)


def _alike(known: Sequence[KnownRules], periods: Sequence[Period], calendar: Calendar) -> list[list[int]]:
    """The KPIs, by place, that are read over the same window and show the same periods of it."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, each in enumerate(known):
        groups[each.rules.frequency, each.due_days, window_of(each, periods, calendar)].append(place)
    return list(groups.values())


@dataclass(frozen=True)
class _Reading:
    """What all KPIs of a reading have in common."""

    department_ids: Sequence[int]
    periods: tuple[Period, Period]
    calendar: Calendar
    as_of: dt.date
    known_at: dt.datetime | None

    def metrics(self, known: Sequence[KnownRules], window: Window) -> dict[str, FloatArray]:
        """The numbers of KPIs at all departments over a window: each [department, KPI, period of it]."""
        if self.known_at is None:
            return stored_places(self.department_ids, known, window, self.calendar, NAMES)
        wanted = [(department, each) for department in self.department_ids for each in known]
        moment = Moment(self.as_of, self.known_at)
        rows = past_metrics(wanted, [window] * len(wanted), self.calendar, False, moment)
        block = np.array(rows).reshape(len(self.department_ids), len(known), len(AT), window.size)
        return {name: block[:, :, AT[name]] for name in NAMES}

    def expected(self, wanted: Sequence[tuple[int, KnownRules]], window: Window) -> NDArray[np.bool_]:
        """[wanted, period of the window]: whether a value was expected."""
        windows = [window] * len(wanted)
        if self.known_at is None:
            rows = stored_metrics(wanted, windows, self.calendar, False)
        else:
            moment = Moment(self.as_of, self.known_at)
            rows = past_metrics(wanted, windows, self.calendar, False, moment)
        return np.array([row[AT["expected"]] for row in rows]) > 0


class _Alike:
    """KPIs that are read over the same window and show the same periods of it."""

    def __init__(self, known: Sequence[KnownRules], reading: _Reading) -> None:
        self._known, self._reading = known, reading
        self._native, self._due_days = known[0].rules.frequency, known[0].due_days
        self._window = window_of(known[0], reading.periods, reading.calendar)
        self._metrics = reading.metrics(known, self._window)
        self._held = self._window.frequency != reading.periods[0].frequency

    def numbers(self) -> tuple[Numbers, FloatArray]:
        """The numbers in the period, and the score in the one before: [department, KPI]."""
        before, now = self._reading.periods
        numbers = Numbers(*(self._at(name, self._shown(now)) for name in NAMES))
        return numbers, self._at("score", self._shown(before))

    def _at(self, name: str, shown: IntArray) -> FloatArray:
        index = (shown - self._window.first)[..., None]
        return np.take_along_axis(self._metrics[name], index, axis=2)[..., 0]

    def _shown(self, period: Period) -> IntArray:
        """The period (ordinal) that each cell shows: the period itself, or the native one that is held."""
        shape = self._metrics["value"].shape[:2]
        if not self._held:
            return np.full(shape, period.ordinal, dtype=np.int64)
        calendar = self._reading.calendar
        candidates = [each.ordinal for each in held_periods(calendar, self._native, period, self._due_days)]
        running = calendar.containing(calendar.end(period), self._native).ordinal
        best = np.full(shape, candidates[0], dtype=np.int64)
        shown = np.where(self._at("active", best) > 0, best, running)
        for candidate in reversed(candidates):
            there = ~np.isnan(self._at("value", np.full(shape, candidate, dtype=np.int64)))
            shown = np.where(there, candidate, shown)
        return shown

    def last_days_to_report(self, now: Numbers) -> IntArray:
        """[department, KPI]: the last day (ordinal) on which a missing value is not late yet."""
        period, calendar = self._reading.periods[1], self._reading.calendar
        if self._held or period.frequency == self._native:
            return calendar.last_days(self._native, self._shown(period)) + self._due_days
        start, stop = calendar.child_range(period, self._native)
        first = np.full(now.value.shape, start, dtype=np.int64)
        d, k = np.nonzero(np.isnan(now.value) & (now.expected > 0))
        if len(d):
            wanted = [
                (self._reading.department_ids[i], self._known[j])
                for i, j in zip(d.tolist(), k.tolist(), strict=True)
            ]
            expected = self._reading.expected(wanted, Window(self._native, start, stop))
            first[d, k] += np.argmax(expected, axis=1)
        return calendar.last_days(self._native, first) + self._due_days
