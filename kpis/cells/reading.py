"""Reading cells: many KPIs at one department over consecutive periods, in few queries, as arrays."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpis.cells.cell import Override
from kpis.cells.judging import Beside, KpiCells
from kpis.cells.overrides import overrides_of
from kpis.cells.past import Moment, past_metrics
from kpis.cells.restated import restated_periods
from kpis.cells.rows import CellGrid, CellRow
from kpis.cells.stored import stored_metrics
from kpis.cells.windows import AT, FloatArray, Wanted, Window, window_of
from kpis.closings import closed_periods
from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar
from kpis.store.rules import KnownRules


def read_cells(
    department_id: int,
    known: Sequence[KnownRules],
    periods: Sequence[Period],
    calendar: Calendar,
    as_of: dt.date,
    *,
    known_at: dt.datetime | None = None,
) -> CellGrid:
    """Cells of KPIs at a department over consecutive periods of one frequency; see `read_many`.

    A KPI that is measured less often than the periods shows the latest of its own that has ended (*held*).
    """
    wanted = [(department_id, each) for each in known]
    rows = read_many(wanted, periods, calendar, as_of, known_at=known_at)
    return CellGrid(tuple(periods), {each.kpi_id: row for each, row in zip(known, rows, strict=True)})


def read_many(
    wanted: Wanted,
    periods: Sequence[Period],
    calendar: Calendar,
    as_of: dt.date,
    *,
    year_to_date: bool = False,
    known_at: dt.datetime | None = None,
    numbers_only: bool = False,
) -> list[CellRow]:
    """For each wanted (department, KPI) its cells over the periods; seven queries at most, however many.

    `year_to_date`: from the start of the fiscal year through each period's end; the periods must be of the
    frequency for which that is stored: the KPI's own, or months where it is finer.
    `known_at`: as known at a past moment, computed in memory (the rules must be those of that moment); None:
    the stored cells of the present. `numbers_only`: without restatements and overrides, which change no
    number.
    """
    if not wanted:
        return []
    windows = [window_of(known, periods, calendar) for _, known in wanted]
    reading = _Reading(wanted, windows, calendar, as_of, year_to_date, known_at)
    return [CellRow(each, periods) for each in reading.cells(numbers_only)]


@dataclass(frozen=True)
class _Reading:
    """One reading of many KPIs' cells."""

    wanted: Wanted
    windows: list[Window]
    calendar: Calendar
    as_of: dt.date
    year_to_date: bool
    known_at: dt.datetime | None

    def cells(self, numbers_only: bool) -> list[KpiCells]:
        rows = self._metrics(self.wanted, self.windows, self.year_to_date)
        closed = closed_periods(self.calendar, self.known_at)
        restated = {} if numbers_only else self._restated()
        # A status set by hand is that of a period, not of its year to date.
        overrides = {} if numbers_only or self.year_to_date else self._overrides()
        found = [
            KpiCells(
                known,
                window,
                row,
                self.calendar,
                self.as_of,
                self.year_to_date,
                Beside(restated.get(i, frozenset()), overrides.get(i, {}), {}, closed),
            )
            for i, ((_, known), window, row) in enumerate(zip(self.wanted, self.windows, rows, strict=True))
        ]
        first_due = self._first_due(found)
        for i, days in first_due.items():
            found[i] = replace(found[i], beside=replace(found[i].beside, first_due=days))
        return found

    def _metrics(self, wanted: Wanted, windows: list[Window], year_to_date: bool) -> list[FloatArray]:
        if self.known_at is None:
            return stored_metrics(wanted, windows, self.calendar, year_to_date)
        moment = Moment(self.as_of, self.known_at)
        return past_metrics(wanted, windows, self.calendar, year_to_date, moment)

    def _restated(self) -> dict[int, frozenset[int]]:
        return restated_periods(self.wanted, self.windows, self.calendar, self.year_to_date, self.known_at)

    def _overrides(self) -> Mapping[int, Mapping[Period, Override]]:
        return overrides_of(self.wanted, self.as_of, self.known_at)

    def _first_due(self, found: Sequence[KpiCells]) -> dict[int, dict[Period, dt.date]]:
        """Of cells with something due and nothing there: from when on.

        One query even where there are none, so that a page asks as often whatever it shows.
        """
        if not any(each.is_longer for each in found):
            return {}
        waiting = {i: periods for i, each in enumerate(found) if (periods := each.without_value())}
        wanted = [self.wanted[i] for i in waiting]
        windows = [self._natives(found[i], periods) for i, periods in waiting.items()]
        rows = self._metrics(wanted, windows, year_to_date=False)
        return {
            i: {period: self._first_expected(found[i], period, window, row) for period in periods}
            for (i, periods), window, row in zip(waiting.items(), windows, rows, strict=True)
        }

    def _natives(self, cells: KpiCells, periods: Sequence[Period]) -> Window:
        first, last = cells.natives_of(periods[0]), cells.natives_of(periods[-1])
        return Window(cells.known.rules.frequency, first.start, last.stop - 1)

    def _first_expected(self, cells: KpiCells, period: Period, window: Window, row: FloatArray) -> dt.date:
        """Last day of the cell's first native period in which a value was expected."""
        natives = cells.natives_of(period)
        expected = row[AT["expected"], natives.start - window.first : natives.stop - window.first] > 0
        first = natives.start + (int(np.argmax(expected)) if expected.any() else 0)
        return self.calendar.end(Period(window.frequency, first))
