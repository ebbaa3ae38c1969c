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


def score_plan(over_time: PlanOverTime, cells: Mapping[int, Cell], day: dt.date) -> PlanScores:
    """Scores of all nodes from the KPIs' cells, with the links and weights that hold on `day`."""
    minimum = over_time.plan.min_coverage
    objectives: dict[int, NodeScore] = {}
    by_perspective: dict[int, list[Child]] = {}
    by_priority: dict[int, list[Child]] = {}
    for objective in over_time.objectives:
        placement = over_time.placement(objective.pk, day)
        children = [
            _kpi_child(link.kpi_id, link.weight, cells) for link in over_time.kpis_of(objective.pk, day)
        ]
        node = objectives[objective.pk] = node_score(children, minimum)
        child = node.as_child(str(objective.pk), placement.weight if placement else 1.0)
        perspective = placement.perspective_id if placement else None
        priority = placement.priority_id if placement else None
        by_perspective.setdefault(perspective or UNPLACED, []).append(child)
        by_priority.setdefault(priority or UNPLACED, []).append(child)
    perspectives = _nodes(by_perspective, [each.pk for each in over_time.perspectives], minimum)
    parts = [
        node.as_child(str(key), over_time.perspective_weight(key, day) if key else 1.0)
        for key, node in perspectives.items()
    ]
    return PlanScores(
        plan=node_score(parts, minimum),
        perspectives=perspectives,
        priorities=_nodes(by_priority, [each.pk for each in over_time.priorities], minimum),
        objectives=objectives,
    )


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
