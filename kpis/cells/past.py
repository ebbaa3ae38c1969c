"""Cells as they were known at a past moment: computed in memory from what was known then.

Stored cells hold the present only. The inputs are dated, so that what a page showed on another day follows
from them by the same engine; nothing is written.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from django.db import connection

from kpis.cells.spans import known_spans
from kpis.cells.windows import AT, BLOCKS, PLAIN, FloatArray, Wanted, Window
from kpis.engine.batch import Cells
from kpis.engine.frequency import Frequency, Period
from kpis.engine.layout import grain_of, row_layout
from kpis.engine.periods import Calendar
from kpis.store.compute import cells_of


@dataclass(frozen=True)
class Moment:
    """What a past reading depends on: the day that judges, and the moment at which things were known.

    `defined_at`: the moment whose definitions are used, where it is another one.
    """

    as_of: dt.date
    known_at: dt.datetime
    defined_at: dt.datetime | None = None


def past_metrics(
    wanted: Wanted, windows: list[Window], calendar: Calendar, year_to_date: bool, moment: Moment
) -> list[FloatArray]:
    """For each wanted one its metrics [metric, period of the window] as known at the moment.

    The engine computes every department of a KPI; only those that are wanted are kept.
    """
    filled = [window.empty() for window in windows]
    with connection.cursor() as cursor:
        kpi_ids = sorted({known.kpi_id for _, known in wanted})
        spans = known_spans(cursor, kpi_ids, calendar, moment.as_of, moment.known_at)
        for places, years in _work(wanted, windows, calendar):
            parts = cells_of(
                cursor, sorted(places), years, calendar, moment.as_of, moment.known_at, moment.defined_at
            )
            for part in parts:
                index = {int(department): d for d, department in enumerate(part.department_ids)}
                for k, kpi_id in enumerate(part.kpi_ids):
                    for i in places[int(kpi_id)]:
                        department = index.get(wanted[i][0])
                        if department is not None:
                            native = wanted[i][1].rules.frequency
                            rows = _Rows(part.cells, (department, k), native, spans[int(kpi_id)], calendar)
                            rows.copy(filled[i], windows[i], year_to_date)
    return filled


def _work(
    wanted: Wanted, windows: list[Window], calendar: Calendar
) -> list[tuple[dict[int, list[int]], tuple[int, int]]]:
    """KPIs of one frequency, with their places in `wanted`, and the fiscal years that any of them needs."""
    groups: dict[Frequency, list[int]] = defaultdict(list)
    for i, (_, known) in enumerate(wanted):
        groups[known.rules.frequency].append(i)
    works = []
    for members in groups.values():
        places: dict[int, list[int]] = defaultdict(list)
        for i in members:
            places[wanted[i][1].kpi_id].append(i)
        spans = [windows[i].years(calendar) for i in members]
        works.append((places, (min(first for first, _ in spans), max(last for _, last in spans))))
    return works


@dataclass(frozen=True)
class _Rows:
    """The computed rows of one department and KPI (by index), as they would be stored."""

    cells: Cells
    at: tuple[int, int]
    native: Frequency
    span: tuple[int, int]
    calendar: Calendar

    def copy(self, filled: FloatArray, window: Window, year_to_date: bool) -> None:
        """Copy what the window shows; years outside the span or without any active series have no row."""
        layout = row_layout(self.native, grain_of(window.frequency))
        section = layout.ytd if year_to_date else layout.section(window.frequency)
        length, prefix = (section.size, "ytd_") if year_to_date else (layout.length, "")
        metrics = self.cells.grains[layout.grain]
        for y, year in enumerate(self.cells.years):
            if not self.span[0] <= year <= self.span[1]:
                continue
            row = {name: values[(*self.at, y)] for name, values in metrics.items()}
            first, last = self.calendar.child_range(Period(Frequency.YEAR, year), window.frequency)
            start, stop = max(first, window.first), min(last, window.last) + 1
            if start >= stop or not (row["active"] > 0).any():
                continue
            places = section.offset + np.arange(start - first, stop - first)
            columns = slice(start - window.first, stop - window.first)
            for name in PLAIN:
                filled[AT[name], columns] = row[prefix + name][places]
            for b in range(BLOCKS):
                filled[AT[f"whole{b}"], columns] = row[prefix + "anchors"][b * length + places]
                filled[AT[f"to_date{b}"], columns] = row[prefix + "anchors_to_date"][b * length + places]
