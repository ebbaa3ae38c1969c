"""What KPIs say now: the latest complete number of each at a department, else at the top."""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kpis.cells import CellRow, read_many
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import State
from kpis.queries import calendar as fiscal_calendar
from kpis.store.rules import KnownRules, read_rules
from kpis.wording import last_ended, period_text
from org.queries import root_department

Key = TypeVar("Key", bound=Hashable)

# A value may come late: so many ended periods are looked through for the latest that is complete.
LOOKED_THROUGH = 4


@dataclass(frozen=True)
class Reading:
    """The latest complete number of a KPI at a department: of which period, and on which day that ended."""

    value: float
    period: str
    ended_on: dt.date


def latest_readings(asked: Mapping[Key, tuple[int, int | None]], today: dt.date) -> dict[Key, Reading]:
    """For each asked (KPI, department or None: the top) its latest complete number, where there is one.

    Complete: the period has ended, and enough of what it expects is in. One reading of cells a frequency.
    """
    if not asked:
        return {}
    top = root_department(today)
    rules = {each.kpi_id: each for each in read_rules(sorted({kpi for kpi, _place in asked.values()}))}
    by_frequency: dict[Frequency, list[tuple[Key, int, KnownRules]]] = defaultdict(list)
    for key, (kpi, department) in asked.items():
        place = department or (top.pk if top else None)
        known = rules.get(kpi)
        if place is not None and known is not None:
            by_frequency[known.rules.frequency].append((key, place, known))
    found: dict[Key, Reading] = {}
    for frequency, wanted in by_frequency.items():
        found |= _read(frequency, wanted, today, fiscal_calendar())
    return found


def _read(
    frequency: Frequency, wanted: Sequence[tuple[Key, int, KnownRules]], today: dt.date, calendar: Calendar
) -> dict[Key, Reading]:
    last = last_ended(calendar, frequency, today)
    periods = [calendar.shift(last, n) for n in range(1 - LOOKED_THROUGH, 1)]
    places = [(place, known) for _key, place, known in wanted]
    rows = read_many(places, periods, calendar, today, numbers_only=True)
    latest = {each[0]: _latest(row, periods, calendar) for each, row in zip(wanted, rows, strict=True)}
    return {key: reading for key, reading in latest.items() if reading is not None}


def _latest(row: CellRow, periods: Sequence[Period], calendar: Calendar) -> Reading | None:
    for place in range(len(periods) - 1, -1, -1):
        cell = row[place]
        if cell.value is not None and cell.status != State.INSUFFICIENT_DATA:
            period = periods[place]
            return Reading(cell.value, period_text(period, calendar), calendar.end(period))
    return None
