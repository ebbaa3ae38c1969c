"""The rollup: from reported values and targets to cells. Departments first, then time, then score."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from kpis.engine.batch import Batch, Cells, CellTarget
from kpis.engine.cell_targets import NativeStretch, set_anchors
from kpis.engine.departments import NativeCells, roll_up_departments
from kpis.engine.layout import Grain, grain_of, grains_of, position, row_layout
from kpis.engine.over_time import roll_up_time
from kpis.engine.pairs import own_pairs
from kpis.engine.periods import Calendar, PeriodError
from kpis.engine.rows import Row, empty_row
from kpis.engine.rules import KpiRules
from kpis.engine.segments import segments_of


def roll_up(batch: Batch, calendar: Calendar, as_of: date) -> Cells:
    """All cells of a batch as known and ended at `as_of`. Raises ValueError where the arrays do not fit."""
    batch.check(calendar)
    with np.errstate(all="ignore"):
        shape = (*batch.actual.shape[:2], len(batch.years))
        layouts = {grain: row_layout(batch.frequency, grain) for grain in grains_of(batch.frequency)}
        rows = {grain: empty_row(shape, layout) for grain, layout in layouts.items()}
        pairs = own_pairs(batch, calendar, as_of)
        for chosen in alike(batch.rules):
            rules = batch.rules[chosen[0]]
            weight = np.broadcast_to(batch.weight, batch.actual.shape)[:, chosen, batch.lead :]
            native = roll_up_departments(pairs.of(chosen), weight, rules, batch.wanted_epochs())
            for row in rows.values():
                _fill_row(row, native, batch, calendar, chosen)
            for target in batch.cell_targets:
                if target.kpi in chosen:
                    _set_target(rows, target, native, batch, calendar, chosen.index(target.kpi))
            for row in rows.values():
                row.score(chosen, rules.direction)
    return Cells(batch.years, {grain: row.flattened() for grain, row in rows.items()})


def alike(rules: Sequence[KpiRules]) -> list[list[int]]:
    """The KPIs, by index, in groups that roll up by the same rules and so can be computed as one array."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, kpi in enumerate(rules):
        key = (kpi.department_rollup, kpi.own_value, kpi.time_rollup, kpi.direction)
        groups.setdefault(key, []).append(index)
    return list(groups.values())


def _fill_row(row: Row, native: NativeCells, batch: Batch, calendar: Calendar, chosen: list[int]) -> None:
    """Roll up over time into every section of the row, and into the year to date of its finest."""
    kind = batch.rules[chosen[0]].time_rollup
    minimum = np.array([[batch.rules[index].min_coverage] for index in chosen])
    first_ordinal = batch.ordinals(calendar)[batch.lead]
    for section in row.layout.sections:
        segments = segments_of(calendar, section, batch.frequency, batch.years)
        row.put(section, chosen, roll_up_time(native, kind, minimum, segments.reduce), first_ordinal)
        if section == row.layout.ytd:
            to_date = roll_up_time(native, kind, minimum, segments.running)
            row.put(section, chosen, to_date, first_ordinal, prefix="ytd_")


def _set_target(
    rows: dict[Grain, Row],
    target: CellTarget,
    native: NativeCells,
    batch: Batch,
    calendar: Calendar,
    kpi: int,
) -> None:
    """Replace the anchors of one cell; a cell that is not among those wanted is passed over.

    `kpi` is the KPI's index in `native`, which holds those alike only.
    """
    year = calendar.fiscal_year_of(target.period)
    try:
        place = position(calendar, batch.frequency, target.period)
    except PeriodError:  # left from before the KPI's frequency was changed: it has no such cell any more
        return
    if year not in batch.years:
        return
    metrics = rows[grain_of(target.period.frequency)].metrics
    cell = (target.department, target.kpi, year - batch.first)
    first_ordinal = batch.ordinals(calendar)[batch.lead]
    first, last = calendar.child_range(target.period, batch.frequency)
    span = slice(first - first_ordinal, last + 1 - first_ordinal)
    shown = metrics["as_at"][(*cell, place)] - first_ordinal
    whole, to_date = metrics["anchors"][cell][:, place], metrics["anchors_to_date"][cell][:, place]
    stretch = NativeStretch.of(native, (target.department, kpi), span, shown)
    whole[:], to_date[:] = set_anchors(
        np.array(target.anchors), whole.copy(), to_date.copy(), batch.rules[target.kpi], stretch
    )
