"""Scores of a plan's nodes over many periods at once, for trends: arrays [period], NaN where there is none.

Only the scores: what else a node says (status, coverage, contributions) is computed for the period shown, by
`strategy.scoring.tree`. Both give the same score.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpis.engine.nodes import weighted_means
from strategy.scoring.dated import Dated, holds
from strategy.scoring.structure import PlanOverTime
from strategy.scoring.tree import UNPLACED

FloatArray = NDArray[np.float64]
_Child = tuple[int, FloatArray, FloatArray]  # key of its parent, weights [period], scores [period]


@dataclass(frozen=True)
class PlanTrends:
    """Scores [period] by key, as those of `PlanScores`."""

    plan: FloatArray
    perspectives: dict[int, FloatArray]
    priorities: dict[int, FloatArray]
    objectives: dict[int, FloatArray]


def plan_trends(
    over_time: PlanOverTime, kpi_scores: Mapping[int, FloatArray], days: Sequence[dt.date]
) -> PlanTrends:
    """Trends of all nodes from those of the KPIs, with the links and weights that hold on each day."""
    trends = _Trends(over_time, days)
    objectives = trends.of([each.pk for each in over_time.objectives], trends.links(kpi_scores))
    perspectives = trends.of(
        [UNPLACED, *(each.pk for each in over_time.perspectives)],
        trends.placements("perspective_id", objectives),
    )
    priorities = trends.of(
        [UNPLACED, *(each.pk for each in over_time.priorities)], trends.placements("priority_id", objectives)
    )
    plan = trends.of([UNPLACED], trends.perspectives(perspectives))[UNPLACED]
    return PlanTrends(plan, perspectives, priorities, objectives)


@dataclass(frozen=True)
class _Trends:
    """A plan on some days, in ascending order."""

    over_time: PlanOverTime
    days: Sequence[dt.date]

    def of(self, keys: Sequence[int], children: Iterator[_Child]) -> dict[int, FloatArray]:
        """The weighted means of the nodes with these keys."""
        places = {key: place for place, key in enumerate(keys)}
        found = list(children)
        if not found:
            return {key: np.full(len(self.days), np.nan) for key in keys}
        parents, weights, scores = zip(*found, strict=True)
        index = np.array([places[key] for key in parents])
        return dict(
            zip(keys, weighted_means(np.array(scores), np.array(weights), index, len(keys)), strict=True)
        )

    def links(self, kpi_scores: Mapping[int, FloatArray]) -> Iterator[_Child]:
        """KPIs below objectives."""
        for objective, links in self.over_time.links.items():
            for kpi_id, rows in links.items():
                for row in rows:
                    yield objective, self._weights(row), kpi_scores[kpi_id]

    def placements(self, parent: str, objectives: Mapping[int, FloatArray]) -> Iterator[_Child]:
        """Objectives below perspectives or priorities; where one is placed nowhere it weighs 1 in none."""
        for key, scores in objectives.items():
            nowhere = np.ones(len(self.days))
            for row in self.over_time.placements.get(key, []):
                yield getattr(row, parent) or UNPLACED, self._weights(row), scores
                nowhere[self._holds(row)] = 0.0
            yield UNPLACED, nowhere, scores

    def perspectives(self, perspectives: Mapping[int, FloatArray]) -> Iterator[_Child]:
        """Perspectives below the plan; where no weight is set it is 1."""
        for key, scores in perspectives.items():
            weights = np.ones(len(self.days))
            for row in self.over_time.weights.get(key, []):
                weights[self._holds(row)] = row.weight
            yield UNPLACED, weights, scores

    def _weights(self, row: Dated) -> FloatArray:
        """The weight of a dated row on each day, 0 where it does not hold."""
        return np.where(self._holds(row), row.weight, 0.0)

    def _holds(self, row: Dated) -> NDArray[np.bool_]:
        """On which days a dated row holds; most hold on all."""
        if holds(row, self.days[0]) and holds(row, self.days[-1]):
            return np.ones(len(self.days), dtype=bool)
        return np.array([holds(row, day) for day in self.days])
