"""The targets that cells have by themselves: rolled up from series, whatever is set for a cell directly."""

from dataclasses import replace
from typing import Any

import numpy as np
from django.db import connection
from django.utils import timezone

from kpis.engine.frequency import Frequency, Period
from kpis.engine.layout import grain_of, row_layout
from kpis.engine.rollup import roll_up
from kpis.enums import Kind
from kpis.store.reader import read_batch
from kpis.store.rules import rules_of
from kpis.targeting.subject import TargetedKpi

Rolled = dict[tuple[int, int], float]
_BLOCKS = ("target", "red_line", "best", "worst"), ("low", "red_low", "high", "red_high")


def rolled_up(targeted: TargetedKpi, frequency: Frequency, year: int, line: str) -> Rolled:
    """A line of the cells of a year by (department, period), as it would be without targets of cells.

    Nothing for a formula, whose cells have no target but their own and the KPI's.
    """
    if targeted.definition.kind == Kind.FORMULA:
        return {}
    calendar = targeted.calendar
    with connection.cursor() as cursor:
        read = read_batch(cursor, [rules_of(targeted.definition)], (year, year), calendar)
    cells = roll_up(replace(read.batch, cell_targets=()), calendar, timezone.localdate())
    layout = row_layout(targeted.frequency, grain_of(frequency))
    section = layout.section(frequency)
    block = next(names.index(line) for names in _BLOCKS if line in names)
    start = block * layout.length + section.offset
    values: Any = cells.grains[layout.grain]["anchors"][:, 0, 0, start : start + section.size]
    first, _last = calendar.child_range(Period(Frequency.YEAR, year), frequency)
    return {
        (int(read.department_ids[d]), first + int(p)): float(values[d, p])
        for d, p in zip(*np.nonzero(~np.isnan(values)), strict=True)
    }
