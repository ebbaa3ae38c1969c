"""A plan at a department in one period, as known at one moment: what a score is explained from."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kpis.cells import Cell
from kpis.engine.explain import Branch, Leaf
from kpis.engine.frequency import Period
from kpis.engine.nodes import NodeScore
from kpis.explaining import leaf_of
from kpis.store.rules import KnownRules
from strategy.explaining.nodes import Node, node_of, unplaced
from strategy.models import Objective
from strategy.scoring.structure import PlanOverTime
from strategy.scoring.tree import UNPLACED, PlanScores

Weighted = tuple[float, Node]


@dataclass(frozen=True)
class PlanState:
    """Structure, cells and scores. `day`: the one whose links and weights hold.

    `by_old_definition`: leaves by an earlier definition than `rules`, which they hold beside it, where the
    comparison of two days crosses a change of one.
    """

    over_time: PlanOverTime
    period: Period
    day: dt.date
    rules: Mapping[int, KnownRules]
    cells: Mapping[int, Cell]
    scores: PlanScores
    by_old_definition: Mapping[int, Leaf] = field(default_factory=dict)

    def score_of(self, node: Node) -> NodeScore | None:
        """The node's score; None where the plan did not have it."""
        match node.kind:
            case "plan":
                return self.scores.plan
            case "perspective":
                return self.scores.perspectives.get(node.id)
            case "priority":
                return self.scores.priorities.get(node.id)
        return self.scores.objectives.get(node.id)

    def branch(self, node: Node) -> Branch:
        """The node as the engine splits its changes: weighted nodes down to the KPIs."""
        if node.kind == "objective":
            return Branch(node.key, tuple(self._leaves(node)))
        below = ((weight, self.branch(child)) for weight, child in self.children(node))
        return Branch(node.key, tuple(below))

    def children(self, node: Node) -> list[Weighted]:
        """The nodes below one that is no objective, with their weights, in the plan's order."""
        if node.kind == "plan":
            return [(self._perspective_weight(each), each) for each in self._perspectives()]
        placed = ((self._placed(each, node.kind), each) for each in self.over_time.objectives)
        return [(weight, node_of(each)) for (holder, weight), each in placed if holder == node.id]

    def links(self, node: Node) -> list[tuple[float, int]]:
        """The KPIs of an objective: weight and key."""
        return [(link.weight, link.kpi_id) for link in self.over_time.kpis_of(node.id, self.day)]

    def objectives_below(self, node: Node) -> list[Node]:
        """The objectives of a node, itself where it is one."""
        if node.kind == "objective":
            return [node]
        return [each for _, child in self.children(node) for each in self.objectives_below(child)]

    def above(self, node: Node) -> Iterator[Node]:
        """The plan and, of an objective, its perspective."""
        if node.kind != "plan":
            yield Node("plan", 0, self.over_time.plan.code, self.over_time.plan.name)
        if node.kind == "objective":
            yield from (each for each in self._perspectives() if self._stands_in(node, each))

    def _stands_in(self, node: Node, perspective: Node) -> bool:
        return any(child.id == node.id for _, child in self.children(perspective))

    def _leaves(self, node: Node) -> Iterator[tuple[float, Leaf]]:
        for weight, kpi_id in self.links(node):
            old = self.by_old_definition.get(kpi_id)
            yield weight, old or leaf_of(self.cells[kpi_id], self.rules[kpi_id])

    def _perspectives(self) -> list[Node]:
        named = {each.pk: node_of(each) for each in self.over_time.perspectives}
        return [named[key] if key else unplaced() for key in self.scores.perspectives]

    def _perspective_weight(self, node: Node) -> float:
        return self.over_time.perspective_weight(node.id, self.day) if node.id else 1.0

    def _placed(self, objective: Objective, kind: str) -> tuple[int, float]:
        """The perspective or priority in which an objective stands, and its weight there."""
        placement = self.over_time.placement(objective.pk, self.day)
        if placement is None:
            return UNPLACED, 1.0
        holder = placement.perspective_id if kind == "perspective" else placement.priority_id
        return holder or UNPLACED, placement.weight
