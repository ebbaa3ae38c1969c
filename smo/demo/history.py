"""How the demonstration's KPIs went: values, targets and when each became known.

Pure and deterministic: the same series loaded on the same day has the same history, and asked again on a
later day it goes on where it ended.
"""

import datetime as dt
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpis.engine.periods import Calendar, Period
from kpis.enums import Direction
from smo.demo.spec import KpiSpec, Reporter

SEED = 20300101
MONTHS = 36
MONTH_DAYS = 30.4375
# Points by which a value was first reported too well before it was corrected.
FLATTERED = 13.0
RESTATED_BY_CHANCE = 0.008
RESTATEMENTS = ("Late forms added", "Wrong column copied", "Counter recalibrated")

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Value:
    """A reported value, when it became known, and what it says; `reason` where it corrects an earlier one."""

    period: Period
    value: float
    known_on: dt.date
    note: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Target:
    """The target of a period with its red line."""

    period: Period
    target: float
    red_line: float


def start_of(loaded_on: dt.date) -> dt.date:
    """The first day of the history: of the month three years before the one in which it was loaded."""
    return months_before(loaded_on, MONTHS)


def months_before(day: dt.date, months: int) -> dt.date:
    """The first day of the month that lies `months` before the day's."""
    ordinal = day.year * 12 + day.month - 1 - months
    return dt.date(ordinal // 12, ordinal % 12 + 1, 1)


@dataclass(frozen=True)
class SeriesHistory:
    """One series of the demonstration, which was loaded on a day."""

    spec: KpiSpec
    reporter: Reporter
    calendar: Calendar
    loaded_on: dt.date

    @property
    def since(self) -> dt.date:
        """First day of the series: of the period in which it begins."""
        months = MONTHS if self.reporter.since is None else self.reporter.since
        day = months_before(self.loaded_on, months)
        return self.calendar.start(self.calendar.containing(day, self.spec.frequency))

    def targets(self, until: dt.date) -> list[Target]:
        """A target for each period that ends on or before `until`; none where a default target serves."""
        if self.spec.steady:
            return []
        return [Target(period, *self._anchors(period)) for period in self._periods(until)]

    def values(self, today: dt.date) -> list[Value]:
        """The values known by today: first reports, then corrections, each in the order of periods."""
        periods = [each for each in self._periods(today) if self.calendar.ended(each, today)]
        first, corrections = [], []
        for report in self._reports(periods):
            if report.known_on > today or self._silent(report.period):
                continue
            correction = self._corrected(report, today)
            first.append(correction[0] if correction else report)
            corrections += correction[1:] if correction else []
        return [*first, *corrections]

    # ---- periods

    def _periods(self, until: dt.date) -> list[Period]:
        first = self.calendar.containing(self.since, self.spec.frequency).ordinal
        last = self.calendar.containing(until, self.spec.frequency).ordinal
        return [Period(self.spec.frequency, ordinal) for ordinal in range(first, last + 1)]

    def _months_ago(self, period: Period) -> float:
        return (self.loaded_on - self.calendar.end(period)).days / MONTH_DAYS

    def _silent(self, period: Period) -> bool:
        return self.reporter.silent is not None and self._months_ago(period) < self.reporter.silent

    def _named(self, by_months: dict[int, str], period: Period) -> str:
        """What is said of the latest period that ended at least so many months ago."""
        length = (self.calendar.end(period) - self.calendar.start(period)).days / MONTH_DAYS
        ago = self._months_ago(period)
        return next((text for months, text in by_months.items() if months <= ago < months + length), "")

    # ---- numbers

    def _anchors(self, period: Period) -> tuple[float, float]:
        """Target and red line: a step each year, a factor each month, the department's size."""
        first, last = self.spec.goal
        end = self.calendar.end(period)
        share = min(max((end.year - self.loaded_on.year + 3) / 3, 0), 1)
        factor = self.reporter.scale * (self.spec.seasons[end.month - 1] if self.spec.seasons else 1)
        sign = -1 if self.spec.direction == Direction.UP else 1
        target = (first + (last - first) * share) * factor
        red_line = target + sign * self.spec.slack * factor
        rounded = round(target, self.spec.decimals), round(red_line, self.spec.decimals)
        return rounded if rounded[0] != rounded[1] else (target, red_line)

    def _rng(self, stream: int) -> np.random.Generator:
        """Chances of a series; each use has a stream of its own, so that a longer history begins the same."""
        names = [zlib.crc32(text.encode()) for text in (self.spec.code, self.reporter.department)]
        return np.random.default_rng([SEED, *names, stream])

    def _scores(self, periods: list[Period]) -> Array:
        """The course of the scores, with a tremble of which two fifths last into the next period."""
        ago = np.array([self._months_ago(period) for period in periods])
        months, points = np.array(sorted(self.spec.course)).T
        shocks = self._rng(0).normal(0, self.spec.noise, len(periods))
        tremble = np.zeros(len(periods))
        for i, shock in enumerate(shocks):
            tremble[i] = shock + (0.4 * tremble[i - 1] if i else 0)
        course: Array = np.interp(ago, months, points) + self.reporter.lift + tremble
        return np.clip(course, -12, 112)

    def _reports(self, periods: list[Period]) -> Iterator[Value]:
        """First reports, those that never came left out."""
        scores = self._scores(periods)
        gaps = self._rng(1).random(len(periods)) < self.spec.gaps
        days = self._rng(2).random((len(periods), 2))
        for i, period in enumerate(periods):
            if gaps[i]:
                continue
            late = days[i, 0] < self.spec.late
            due = self.spec.due_days
            delay = due + 2 + days[i, 1] * 30 if late else 1 + days[i, 1] * (due - 2)
            known_on = self.calendar.end(period) + dt.timedelta(days=int(delay))
            note = self._named(self.spec.notes, period)
            yield Value(period, self._value(period, float(scores[i])), known_on, note)

    def _value(self, period: Period, score: float) -> float:
        """The value that scores so many points (kpi-semantics, "Scoring", solved for the value)."""
        if self.spec.band is not None:
            value = _in_band(self.spec.band, score)
        else:
            target, red = self._anchors(period)
            value = red + (3 * score / 100 - 1) * (target - red)
        top = 100.0 if self.spec.unit == "%" and self.spec.band is None else np.inf
        return round(min(max(value, 0.0), top), self.spec.decimals)

    # ---- corrections

    def _corrected(self, report: Value, today: dt.date) -> list[Value]:
        """A flattering first report and its correction; nothing where the report was right."""
        chance = np.random.default_rng([*self._key(report.period), 3]).random(3)
        reason = self._named(self.spec.restated, report.period)
        if not reason and chance[0] < RESTATED_BY_CHANCE:
            reason = RESTATEMENTS[int(chance[1] * len(RESTATEMENTS))]
        known_on = min(report.known_on + dt.timedelta(days=8 + int(chance[2] * 20)), today)
        flattering = self._flattering(report)
        if not reason or known_on <= report.known_on or flattering == report.value:
            return []
        return [
            Value(report.period, flattering, report.known_on, report.note),
            Value(report.period, report.value, known_on, report.note, reason),
        ]

    def _key(self, period: Period) -> list[int]:
        texts = (self.spec.code, self.reporter.department, str(period.ordinal))
        return [SEED, *(zlib.crc32(text.encode()) for text in texts)]

    def _flattering(self, report: Value) -> float:
        if self.spec.band is not None:
            return round(report.value - 1.4, self.spec.decimals)
        target, red = self._anchors(report.period)
        better = report.value + 3 * FLATTERED / 100 * (target - red)
        return round(max(better, 0.0), self.spec.decimals)


def _in_band(band: tuple[float, float, float, float], score: float) -> float:
    """The value above the middle of a band that scores so many points."""
    low, high, _red_low, red_high = band
    if score >= 200 / 3:
        return high - (score - 200 / 3) * 3 / 100 * (high - low) / 2
    return high + (200 / 3 - score) * 3 / 100 * (red_high - high)
