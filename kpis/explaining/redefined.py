"""Cells by a definition of the past: what would be shown today had the definition stayed."""

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from kpis.as_of import AsOf
from kpis.cells import Cell
from kpis.cells.judging import KpiCells
from kpis.cells.past import Moment, past_metrics
from kpis.cells.windows import window_of
from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar
from kpis.store.rules import KnownRules


def cells_by_old_definition(
    department_id: int,
    known: Sequence[KnownRules],
    period: Period,
    calendar: Calendar,
    as_of: AsOf,
    defined_at: dt.datetime,
) -> dict[int, Cell]:
    """The cells of a period as of a day, by the definitions of an earlier moment, by KPI.

    `known`: the rules of that moment. Computed in memory; nothing is written.
    """
    wanted = [(department_id, each) for each in known]
    windows = [window_of(each, [period], calendar) for each in known]
    moment = Moment(as_of.day, as_of.known_at or timezone.now(), defined_at)
    rows = past_metrics(wanted, windows, calendar, year_to_date=False, moment=moment)
    judged = (
        KpiCells(each, window, row, calendar, as_of.day)
        for each, window, row in zip(known, windows, rows, strict=True)
    )
    return {each.known.kpi_id: _shown(each, period) for each in judged}


def _shown(cells: KpiCells, period: Period) -> Cell:
    held = cells.window.frequency != period.frequency
    return cells.cell(cells.held_in(period) if held else period, held)
