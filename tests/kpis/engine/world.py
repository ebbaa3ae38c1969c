"""A small world of departments, values and targets in plain dictionaries, and the same world as a batch."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from math import nan

import numpy as np

from kpis.engine.batch import ABSENT, ROOT, Batch, CellTarget, Epoch
from kpis.engine.periods import Calendar, Period
from kpis.engine.rules import KpiRules

Key = tuple[int, int, int]  # department, KPI, native ordinal
Lines = tuple[float | None, float | None, float | None, float | None]


@dataclass
class World:
    """Everything the engine reads. A department that is not in a tree does not exist then."""

    rules: list[KpiRules]
    calendar: Calendar
    as_of: date
    years: range
    departments: int
    trees: list[
        tuple[int, dict[int, int | None]]
    ]  # (first ordinal, department -> parent), the first from -inf
    active: set[Key] = field(default_factory=set)
    values: dict[Key, float] = field(default_factory=dict)
    weights: dict[Key, float] = field(default_factory=dict)
    targets: dict[Key, Lines] = field(default_factory=dict)
    cell_targets: dict[tuple[int, int, Period], Lines] = field(default_factory=dict)
    lead: int = 0

    @property
    def ordinals(self) -> range:
        """The native ordinals of the wanted years and the lead before them."""
        frequency = self.rules[0].frequency
        inside = [
            ordinal
            for year in self.years
            for ordinal in range(*self._around(year))
            if self.calendar.fiscal_year_of(Period(frequency, ordinal)) == year
        ]
        return range(inside[0] - self.lead, inside[-1] + 1)

    def _around(self, year: int) -> tuple[int, int]:
        frequency = self.rules[0].frequency
        bounds = (date(year - 2, 1, 1), date(year + 2, 12, 31))
        first, last = (self.calendar.containing(day, frequency).ordinal for day in bounds)
        return first, last + 1


def batch_of(world: World, kpis: list[int] | None = None) -> Batch:
    """The world as the arrays of a batch, of all KPIs or of those chosen."""
    kpis = list(range(len(world.rules))) if kpis is None else kpis
    ordinals = world.ordinals
    shape = (world.departments, len(kpis), len(ordinals))
    actual, weight = np.full(shape, nan), np.ones(shape)
    active, anchors = np.zeros(shape, dtype=bool), np.full((4, *shape), nan)
    for d in range(world.departments):
        for k, kpi in enumerate(kpis):
            for p, ordinal in enumerate(ordinals):
                key = (d, kpi, ordinal)
                active[d, k, p] = key in world.active
                actual[d, k, p] = world.values.get(key, nan)
                weight[d, k, p] = world.weights.get(key, 1.0)
                anchors[:, d, k, p] = plain(world.targets.get(key, (None,) * 4))
    targets = tuple(
        CellTarget(kpis.index(kpi), department, period, plain(lines))
        for (department, kpi, period), lines in world.cell_targets.items()
        if kpi in kpis
    )
    rules = tuple(world.rules[kpi] for kpi in kpis)
    years = world.years
    epochs = _epochs(world, ordinals)
    return Batch(
        rules, years[0], years[-1], actual, active, weight, anchors, epochs, targets, lead=world.lead
    )


def plain(lines: Lines) -> tuple[float, float, float, float]:
    """Lines with NaN where there is none."""
    target, red, best, worst = (nan if line is None else line for line in lines)
    return target, red, best, worst


def _epochs(world: World, ordinals: range) -> tuple[Epoch, ...]:
    epochs = []
    for first, tree in world.trees:
        parents = np.full(world.departments, ABSENT)
        for department, parent in tree.items():
            parents[department] = ROOT if parent is None else parent
        epochs.append(Epoch(max(0, first - ordinals[0]), parents))
    return tuple(epochs)
