"""Node scores of a plan at one department and period, from the cells of its KPIs."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from kpis.cells import Cell
from kpis.engine.nodes import Child, NodeScore, node_score
from kpis.engine.scoring import Status
from strategy.scoring.structure import PlanOverTime

UNPLACED = 0  # stands for "no perspective" and "no priority"


@dataclass(frozen=True)
class PlanScores:
    """Scores by key: objectives, perspectives and priorities by id (0: none), and the plan's."""

    plan: NodeScore
    perspectives: dict[int, NodeScore]
    priorities: dict[int, NodeScore]
    objectives: dict[int, NodeScore]


@dataclass(frozen=True)
class PlacedObjective:
    """An objective on a day: where it stands, what it weighs there, and the KPIs (with weights) below it."""

    objective_id: int
    perspective: int
    priority: int
    weight: float
    kpis: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class PlanOnDay:
    """A plan with the links and weights that hold on a day, to be scored at as many departments as wanted."""

    over_time: PlanOverTime
    objectives: tuple[PlacedObjective, ...]
    weights: dict[int, float]  # by perspective

    def scores(self, cells: Mapping[int, Cell]) -> PlanScores:
        """Scores of all nodes from the KPIs' cells."""
        minimum = self.over_time.plan.min_coverage
        objectives: dict[int, NodeScore] = {}
        by_perspective: dict[int, list[Child]] = {}
        by_priority: dict[int, list[Child]] = {}
        for each in self.objectives:
            children = [_kpi_child(kpi_id, weight, cells) for kpi_id, weight in each.kpis]
            node = objectives[each.objective_id] = node_score(children, minimum)
            child = node.as_child(str(each.objective_id), each.weight)
            by_perspective.setdefault(each.perspective, []).append(child)
            by_priority.setdefault(each.priority, []).append(child)
        perspectives = _nodes(by_perspective, [each.pk for each in self.over_time.perspectives], minimum)
        parts = [node.as_child(str(key), self.weights.get(key, 1.0)) for key, node in perspectives.items()]
        return PlanScores(
            plan=node_score(parts, minimum),
            perspectives=perspectives,
            priorities=_nodes(by_priority, [each.pk for each in self.over_time.priorities], minimum),
            objectives=objectives,
        )


def plan_on(over_time: PlanOverTime, day: dt.date) -> PlanOnDay:
    """The plan on a day."""
    return PlanOnDay(
        over_time,
        tuple(_placed(over_time, objective.pk, day) for objective in over_time.objectives),
        {each.pk: over_time.perspective_weight(each.pk, day) for each in over_time.perspectives},
    )


def _placed(over_time: PlanOverTime, objective_id: int, day: dt.date) -> PlacedObjective:
    placement = over_time.placement(objective_id, day)
    return PlacedObjective(
        objective_id=objective_id,
        perspective=(placement.perspective_id if placement else None) or UNPLACED,
        priority=(placement.priority_id if placement else None) or UNPLACED,
        weight=placement.weight if placement else 1.0,
        kpis=tuple((link.kpi_id, link.weight) for link in over_time.kpis_of(objective_id, day)),
    )


def score_plan(over_time: PlanOverTime, cells: Mapping[int, Cell], day: dt.date) -> PlanScores:
    """Scores of all nodes from the KPIs' cells, with the links and weights that hold on `day`."""
    return plan_on(over_time, day).scores(cells)


def _nodes(children: dict[int, list[Child]], keys: list[int], minimum: float) -> dict[int, NodeScore]:
    """A node for each key in its order, an empty one too; "none" comes last, only where it has children."""
    ordered = [*keys, *([UNPLACED] if UNPLACED in children else [])]
    return {key: node_score(children.get(key, []), minimum) for key in ordered}


def _kpi_child(kpi_id: int, weight: float, cells: Mapping[int, Cell]) -> Child:
    cell = cells[kpi_id]
    return Child(
        key=str(kpi_id),
        weight=weight,
        score=cell.score,
        coverage=cell.coverage,
        applicable=cell.applicable,
        not_due=cell.not_due,
        red=cell.status == Status.RED,
    )
