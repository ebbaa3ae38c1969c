"""A plan's score at many departments: one reading of cells for all of them, and arrays up to the plan."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kpis.cells.standings import read_standings
from kpis.engine.frequency import Period
from kpis.engine.nodes import Child, NodeScore, node_score, standing_of_nodes, weighted_means
from kpis.engine.periods import Calendar, IntArray
from kpis.engine.scoring import FloatArray
from kpis.engine.standing import Standing
from kpis.store.rules import read_rules
from org.queries import TreeNode
from strategy.models import Plan
from strategy.scoring.weights import PlanWeights, read_plan_weights


@dataclass(frozen=True)
class DepartmentScore:
    """The plan's score at a department, its change since the period before, and what it is made of.

    `kpis`: how many of the plan's KPIs are measured there; `late`: how many have no value though overdue.
    """

    department: TreeNode
    score: NodeScore
    change: float | None
    kpis: int
    late: int


def score_departments(
    plan: Plan,
    departments: Sequence[TreeNode],
    period: Period,
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> list[DepartmentScore]:
    """The plan's score at each of the departments; three queries where its KPIs are of one frequency.

    `known_at`: as it was known at that moment; None: as it is known now.
    """
    periods = (calendar.previous(period), period)
    days = [min(calendar.end(each), max(as_of, calendar.start(each))) for each in periods]
    before, now = read_plan_weights(plan, days, known_at)
    rules = read_rules(sorted({*before.kpi_ids, *now.kpi_ids}), known_at)
    places = {each.kpi_id: place for place, each in enumerate(rules)}
    before, now = before.measured_by(places), now.measured_by(places)
    ids = [node.id for node in departments]
    standings = read_standings(ids, rules, periods, calendar, as_of, known_at)
    linked = standings.now.at([places[kpi_id] for kpi_id in dict.fromkeys(now.kpi_ids)])
    earlier = map(_none, _plan_scores(before, standings.scores_before, places).tolist())
    scores = _plan_nodes(now, standings.now, places, plan.min_coverage)
    changes = [_change(node.score, score) for node, score in zip(scores, earlier, strict=True)]
    counts = (linked.applicable.sum(axis=1).tolist(), linked.late.sum(axis=1).tolist())
    return list(map(DepartmentScore, departments, scores, changes, *counts))


def _change(now: float | None, before: float | None) -> float | None:
    return None if now is None or before is None else now - before


def _plan_scores(weights: PlanWeights, scores: FloatArray, places: Mapping[int, int]) -> FloatArray:
    """The plan's score at each department, NaN where there is none, from those of KPIs [department, KPI]."""
    children = scores.T[[places[kpi_id] for kpi_id in weights.kpi_ids]]
    objectives = _means(children, weights.link_weights, weights.link_parents, len(weights.weights))
    perspectives = _means(objectives, weights.weights, weights.parents, len(weights.perspectives))
    top = np.zeros(len(weights.perspectives), dtype=np.int64)
    plan: FloatArray = _means(perspectives, weights.perspective_weights, top, 1)[0]
    return plan


def _means(children: FloatArray, weights: FloatArray, parents: IntArray, count: int) -> FloatArray:
    return weighted_means(children, np.broadcast_to(weights[:, None], children.shape), parents, count)


def _plan_nodes(
    weights: PlanWeights, standing: Standing, places: Mapping[int, int], minimum: float
) -> list[NodeScore]:
    """The plan's score at each department from its KPIs, objectives and perspectives."""
    children = standing.at([places[kpi_id] for kpi_id in weights.kpi_ids]).turned()
    objectives = standing_of_nodes(
        children, weights.link_weights, weights.link_parents, len(weights.weights), minimum
    )
    perspectives = standing_of_nodes(
        objectives, weights.weights, weights.parents, len(weights.perspectives), minimum
    )
    return [
        node_score(_children(perspectives, place, weights), minimum)
        for place in range(standing.score.shape[0])
    ]


def _children(perspectives: Standing, place: int, weights: PlanWeights) -> list[Child]:
    """The perspectives at one department, as the children of the plan."""
    return [
        Child(
            key=str(key),
            weight=float(weights.perspective_weights[i]),
            score=_none(float(perspectives.score[i, place])),
            coverage=float(perspectives.coverage[i, place]),
            applicable=bool(perspectives.applicable[i, place]),
            not_due=bool(perspectives.not_due[i, place]),
            red=bool(perspectives.red[i, place]),
        )
        for i, key in enumerate(weights.perspectives)
    ]


def _none(number: float) -> float | None:
    return None if number != number else number  # NaN differs from itself
