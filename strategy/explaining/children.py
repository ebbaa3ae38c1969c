"""What a node's score is made of, and which KPIs moved it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kpis.cells import Cell
from kpis.engine.explain import Change, Path
from kpis.engine.nodes import Contribution, NodeScore
from kpis.engine.scoring import State
from kpis.models import KPI
from strategy.explaining.explanation import Child, Mover
from strategy.explaining.nodes import Node
from strategy.explaining.state import PlanState


@dataclass(frozen=True)
class Family:
    """A node with its two states and the split of its change."""

    node: Node
    before: PlanState
    now: PlanState
    change: Change
    kpis: Mapping[int, KPI]

    def children(self) -> tuple[Child, ...]:
        """The node's children in the plan's order, then those that counted before and are gone."""
        own = self._kpis(self.now) if self.node.kind == "objective" else self._nodes(self.now)
        then = self._kpis(self.before) if self.node.kind == "objective" else self._nodes(self.before)
        here = {(each.kind, each.code) for each in own}
        gone = [each for each in then if (each.kind, each.code) not in here and each.moved]
        return (*own, *(self._gone(each) for each in gone))

    def movers(self) -> tuple[Mover, ...]:
        """The KPIs that moved the score, the one that moved it most first."""
        found = [self._mover(path) for path in self.change.by_leaf]
        return tuple(sorted(found, key=lambda each: (-abs(each.moved), each.kpi.name)))

    def _contributions(self, state: PlanState) -> dict[str, Contribution]:
        score = state.score_of(self.node)
        return {each.key: each for each in score.contributions} if score else {}

    def _nodes(self, state: PlanState) -> list[Child]:
        made = self._contributions(state)
        found = []
        for weight, node in state.children(self.node):
            score = state.score_of(node)
            if score is not None:
                found.append(self._node(node, weight, score, made.get(str(node.id))))
        return found

    def _node(self, node: Node, weight: float, score: NodeScore, part: Contribution | None) -> Child:
        before = self.before.score_of(node)
        return Child(
            kind=node.kind,
            code=node.code,
            name=node.name,
            weight=weight,
            share=part.effective_weight if part else None,
            score=score.score,
            points=part.points if part else None,
            status=score.status,
            coverage=score.coverage,
            before=before.score if before else None,
            effects=self.change.below((node.key,)),
        )

    def _kpis(self, state: PlanState) -> list[Child]:
        made = self._contributions(state)
        return [
            self._kpi(kpi_id, weight, state.cells[kpi_id], made.get(str(kpi_id)))
            for weight, kpi_id in state.links(self.node)
        ]

    def _kpi(self, kpi_id: int, weight: float, cell: Cell, part: Contribution | None) -> Child:
        kpi = self.kpis[kpi_id]
        before = self.before.cells.get(kpi_id)
        return Child(
            kind="kpi",
            code=kpi.code,
            name=kpi.name,
            weight=weight,
            share=part.effective_weight if part else None,
            score=cell.score,
            points=part.points if part else None,
            status=cell.status,
            coverage=cell.coverage,
            before=before.score if before else None,
            effects=self.change.below((str(kpi_id),)),
            cell=cell,
        )

    def _gone(self, child: Child) -> Child:
        return Child(
            kind=child.kind,
            code=child.code,
            name=child.name,
            weight=0.0,
            share=None,
            score=None,
            points=None,
            status=State.NOT_APPLICABLE,
            coverage=0.0,
            before=child.before,
            effects=child.effects,
            gone=True,
        )

    def _mover(self, path: Path) -> Mover:
        kpi_id = int(path[-1])
        names = {f"objective:{each.pk}": each.name for each in self.now.over_time.objectives}
        holder = path[-2] if len(path) > 1 else self.node.key
        return Mover(
            kpi=self.kpis[kpi_id],
            known=self.now.rules.get(kpi_id) or self.before.rules[kpi_id],
            objective=names.get(holder, ""),
            effects=dict(self.change.by_leaf[path]),
            before=self.before.cells.get(kpi_id),
            now=self.now.cells.get(kpi_id),
        )
