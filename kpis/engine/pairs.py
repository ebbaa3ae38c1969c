"""The pairs (series, native period) before any rolling up: reported, filled in, expected, aimed at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from kpis.engine.batch import ABSENT, Batch
from kpis.engine.periods import Calendar
from kpis.engine.rules import MissingPolicy
from kpis.engine.scoring import BoolArray, Direction, FloatArray, default_red


@dataclass(frozen=True, slots=True)
class Pairs:
    """Arrays [D,K,P] over the periods of the wanted years; anchors [4,D,K,P].

    value: reported or filled in, NaN = none. Inactive pairs have no value, no anchors and no counts.
    """

    value: FloatArray
    anchors: FloatArray
    active: BoolArray
    expected: BoolArray
    reported: BoolArray
    filled: BoolArray

    def of(self, chosen: list[int]) -> Pairs:
        """The pairs of the KPIs at the chosen indices, without the best and worst lines if none has them."""
        anchors = self.anchors[:, :, chosen]
        if np.isnan(anchors[2:]).all():
            anchors = anchors[:2]
        picked = (self.active, self.expected, self.reported, self.filled)
        return Pairs(self.value[:, chosen], anchors, *(array[:, chosen] for array in picked))


def own_pairs(batch: Batch, calendar: Calendar, as_of: date) -> Pairs:
    """Every department's own pairs, with the missing policy and default targets applied."""
    ordinals = np.asarray(batch.ordinals(calendar))
    ended = calendar.last_days(batch.frequency, ordinals) <= as_of.toordinal()
    active = batch.active & _existing(batch)
    given = np.where(active & np.isfinite(batch.actual), batch.actual, np.nan)
    value = _fill(batch, given, active & ended)
    wanted = np.s_[..., batch.lead :]
    present = np.isfinite(given)
    return Pairs(
        value=value[wanted],
        anchors=_anchors(batch, active)[wanted],
        active=active[wanted],
        expected=(active & ended)[wanted],
        reported=(present & ended)[wanted],
        filled=(np.isfinite(value) & ~present)[wanted],
    )


def _existing(batch: Batch) -> BoolArray:
    """[D,1,P]: whether the department exists on the period's last day."""
    exists = np.ones((batch.actual.shape[0], 1, batch.actual.shape[2]), dtype=bool)
    for epoch in batch.epochs:
        exists[:, 0, epoch.first :] = (epoch.parents != ABSENT)[:, None]
    return exists


def _fill(batch: Batch, given: FloatArray, fillable: BoolArray) -> FloatArray:
    """The values with gaps filled by each KPI's missing policy, in pairs that were expected only."""
    value = given
    zero = _where_policy(batch, MissingPolicy.ZERO)
    if zero.any():
        value = np.where(zero & fillable & np.isnan(value), 0.0, value)
    carry = _where_policy(batch, MissingPolicy.CARRY)
    if carry.any():
        value = np.where(carry & fillable & np.isnan(value), _carried(batch, given), value)
    return value


def _where_policy(batch: Batch, policy: MissingPolicy) -> BoolArray:
    return np.array([rules.missing_policy == policy for rules in batch.rules])[:, None]


def _carried(batch: Batch, given: FloatArray) -> FloatArray:
    """For each pair the latest value reported before it, if no more than the carry limit back; else NaN."""
    index = np.arange(given.shape[2])
    latest = np.maximum.accumulate(np.where(np.isnan(given), -1, index), axis=2)
    limit = np.array([rules.carry_limit for rules in batch.rules])[:, None]
    values = np.take_along_axis(given, np.maximum(latest, 0), axis=2)
    return np.where((latest >= 0) & (index - latest <= limit), values, np.nan)


def _anchors(batch: Batch, active: BoolArray) -> FloatArray:
    """Series targets, else the default as a whole; red lines completed; NaN where there is no target."""
    defaults = np.array([rules.default_anchors for rules in batch.rules]).T[:, None, :, None]
    anchors = np.where(_targetless(batch.anchors, batch), defaults, batch.anchors)
    missing = _targetless(anchors, batch) | ~active
    anchors = np.where(missing, np.nan, anchors)
    tolerance = np.array([rules.tolerance for rules in batch.rules])[:, None]
    for direction in Direction:
        chosen = np.array([rules.direction == direction for rules in batch.rules])
        if chosen.all():
            return default_red(anchors, direction, tolerance)
        if chosen.any():
            anchors[:, :, chosen] = default_red(anchors[:, :, chosen], direction, tolerance[chosen])
    return anchors


def _targetless(anchors: FloatArray, batch: Batch) -> BoolArray:
    """Where there is no target: of a band, an edge."""
    band = np.array([rules.direction == Direction.BAND for rules in batch.rules])[:, None]
    return np.isnan(anchors[0]) | (band & np.isnan(anchors[2]))
