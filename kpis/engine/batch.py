"""What a rollup takes and gives: a batch of KPIs as arrays, and their cells.

Axes: D departments, K KPIs (all of one native frequency), P native periods, Y fiscal years, N positions of a
row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from kpis.engine.layout import Grain
from kpis.engine.periods import Calendar, Frequency, IntArray, Period
from kpis.engine.rules import Anchors, KpiRules
from kpis.engine.scoring import BoolArray, FloatArray

ROOT = -1
ABSENT = -2

METRICS = (
    "value",
    "anchors",
    "anchors_to_date",
    "score",
    "active",
    "expected",
    "reported",
    "filled",
    "as_at",
)
"""Names of a cell's metrics; each is there a second time with the prefix `ytd_`, for the year to date."""


def native_ordinals(calendar: Calendar, frequency: Frequency, first: int, last: int, lead: int = 0) -> range:
    """Ordinals of the native periods of the fiscal years `first` to `last`, after `lead` earlier ones."""
    start, _ = calendar.child_range(Period(Frequency.YEAR, first), frequency)
    _, stop = calendar.child_range(Period(Frequency.YEAR, last), frequency)
    return range(start - lead, stop + 1)


@dataclass(frozen=True, slots=True)
class Epoch:
    """A stretch of native periods in which the department tree stayed the same.

    `first`: index on the period axis from which it holds, until the next epoch's (the first epoch's is 0).
    `parents`: for each department the index of its parent, ROOT, or ABSENT where it does not exist then.
    """

    first: int
    parents: IntArray


@dataclass(frozen=True, slots=True)
class CellTarget:
    """A target set directly for one cell; NaN for the anchors it leaves to the rolled-up distance."""

    kpi: int
    department: int
    period: Period
    anchors: Anchors


@dataclass(frozen=True, slots=True)
class Batch:
    """What is known at `as_of` of K KPIs of one native frequency.

    The period axis is `native_ordinals(calendar, frequency, first, last, lead)`.
    actual[D,K,P]: reported values, NaN = none; active[D,K,P]: a series is active on the period's last day;
    weight: broadcastable to [D,K,P]; anchors[4,D,K,P]: series targets, NaN = none.
    """

    rules: tuple[KpiRules, ...]
    first: int
    last: int
    actual: FloatArray
    active: BoolArray
    weight: FloatArray
    anchors: FloatArray
    epochs: tuple[Epoch, ...]
    cell_targets: tuple[CellTarget, ...] = ()
    lead: int = 0

    @property
    def frequency(self) -> Frequency:
        """The native frequency of all KPIs of the batch."""
        return Frequency(self.rules[0].frequency)

    @property
    def years(self) -> range:
        """The fiscal years wanted."""
        return range(self.first, self.last + 1)

    def ordinals(self, calendar: Calendar) -> range:
        """The native periods of the period axis, by ordinal."""
        return native_ordinals(calendar, self.frequency, self.first, self.last, self.lead)

    def of(self, chosen: Sequence[int]) -> Batch:
        """Some of its KPIs, by index."""
        places = {kpi: place for place, kpi in enumerate(chosen)}
        weight = np.broadcast_to(self.weight, self.actual.shape)
        return replace(
            self,
            rules=tuple(self.rules[kpi] for kpi in chosen),
            actual=self.actual.take(chosen, axis=1),
            active=self.active.take(chosen, axis=1),
            weight=weight.take(chosen, axis=1),
            anchors=self.anchors.take(chosen, axis=2),
            cell_targets=tuple(
                replace(target, kpi=places[target.kpi])
                for target in self.cell_targets
                if target.kpi in places
            ),
        )

    def wanted_epochs(self) -> list[Epoch]:
        """The epochs on the axis of the wanted years, without the lead."""
        shifted = [Epoch(max(0, epoch.first - self.lead), epoch.parents) for epoch in self.epochs]
        lasting = [epoch for epoch, after in pairwise(shifted) if after.first > epoch.first]
        return [*lasting, shifted[-1]]

    def check(self, calendar: Calendar) -> None:
        """Raise ValueError where the arrays do not have the shapes that the batch promises."""
        shape = (self.actual.shape[0], len(self.rules), len(self.ordinals(calendar)))
        if self.actual.shape != shape or self.active.shape != shape or self.anchors.shape != (4, *shape):
            raise ValueError(f"a batch of {shape} (departments, KPIs, periods) has arrays of another shape")
        if any(rules.frequency != self.frequency for rules in self.rules):
            raise ValueError("the KPIs of a batch share one native frequency")
        if not self.epochs or self.epochs[0].first != 0:
            raise ValueError("the first epoch begins with the first period")


@dataclass(frozen=True, slots=True)
class Cells:
    """Rolled-up cells: for each grain and metric a float64 array [D,K,Y,N], NaN = missing.

    `anchors` and `anchors_to_date` are [D,K,Y,4N]: four blocks of N, in the order of the anchors. Metrics
    with the prefix `ytd_` have the N of `ytd_length`. `as_at`: ordinal of the native period `last` shows.
    """

    years: range
    grains: dict[Grain, dict[str, FloatArray]]
