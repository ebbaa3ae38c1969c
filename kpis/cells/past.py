"""Cells as they were known at a past moment: computed in memory from what was known then.

Stored cells hold the present only. The inputs are dated, so that what a page showed on another day follows
from them by the same engine; nothing is written.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from django.db import connection

from kpis.cells.windows import AT, BLOCKS, PLAIN, FloatArray, Wanted, Window
from kpis.engine.batch import Cells
from kpis.engine.frequency import Frequency, Period
from kpis.engine.layout import grain_of, row_layout
from kpis.engine.periods import Calendar
from kpis.engine.rollup import roll_up
from kpis.store.reader import ReadBatch, read_batch
from kpis.store.rules import KnownRules

# The engine computes every department; so many KPIs at once stay in little memory.
CHUNK = 20


@dataclass(frozen=True)
class Moment:
    """What a past reading depends on: the day that judges, and the moment at which things were known."""

    as_of: dt.date
    known_at: dt.datetime


def past_metrics(
    wanted: Wanted, windows: list[Window], calendar: Calendar, year_to_date: bool, moment: Moment
) -> list[FloatArray]:
    """For each wanted one its metrics [metric, period of the window] as known at the moment."""
    filled = [window.empty() for window in windows]
    for known, years, places in _work(wanted, windows, calendar):
        for read, cells in _computed(known, years, calendar, moment):
            index = {int(department): d for d, department in enumerate(read.department_ids)}
            for k, kpi_id in enumerate(read.kpi_ids):
                for i in places[int(kpi_id)]:
                    department = index.get(wanted[i][0])
                    if department is not None:
                        rows = _Rows(cells, (department, k), wanted[i][1].rules.frequency, calendar)
                        rows.copy(filled[i], windows[i], year_to_date)
    return filled


def _work(
    wanted: Wanted, windows: list[Window], calendar: Calendar
) -> list[tuple[list[KnownRules], tuple[int, int], dict[int, list[int]]]]:
    """KPIs of one frequency over the years that any of them needs, with their places in `wanted`."""
    groups: dict[Frequency, list[int]] = defaultdict(list)
    for i, (_, known) in enumerate(wanted):
        groups[known.rules.frequency].append(i)
    works = []
    for members in groups.values():
        spans = [windows[i].years(calendar) for i in members]
        years = min(first for first, _ in spans), max(last for _, last in spans)
        places: dict[int, list[int]] = defaultdict(list)
        for i in members:
            places[wanted[i][1].kpi_id].append(i)
        rules = {wanted[i][1].kpi_id: wanted[i][1] for i in members}
        works.append(([rules[key] for key in sorted(rules)], years, places))
    return works


def _computed(
    known: list[KnownRules], years: tuple[int, int], calendar: Calendar, moment: Moment
) -> Iterator[tuple[ReadBatch, Cells]]:
    with connection.cursor() as cursor:
        for start in range(0, len(known), CHUNK):
            read = read_batch(cursor, known[start : start + CHUNK], years, calendar, moment.known_at)
            if len(read.department_ids):
                yield read, roll_up(read.batch, calendar, moment.as_of)


@dataclass(frozen=True)
class _Rows:
    """The computed rows of one department and KPI (by index), as they would be stored."""

    cells: Cells
    at: tuple[int, int]
    native: Frequency
    calendar: Calendar

    def copy(self, filled: FloatArray, window: Window, year_to_date: bool) -> None:
        """Copy what the window shows into its metrics; years without any active series have no row."""
        layout = row_layout(self.native, grain_of(window.frequency))
        section = layout.ytd if year_to_date else layout.section(window.frequency)
        length, prefix = (section.size, "ytd_") if year_to_date else (layout.length, "")
        metrics = self.cells.grains[layout.grain]
        for y, year in enumerate(self.cells.years):
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
