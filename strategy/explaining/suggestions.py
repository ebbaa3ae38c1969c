"""The one change of an actual that would turn a node's status."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kpis.engine.explain import Branch, shares_of
from kpis.engine.scoring import Status
from kpis.engine.turning import Part, Turn, holding_values, turning_values
from kpis.explaining import anchors_of_cell
from kpis.formulas.graph import graph_of
from kpis.models import KPI
from strategy.explaining.explanation import Suggestion
from strategy.explaining.nodes import Node
from strategy.explaining.state import PlanState


def suggestions(
    state: PlanState, node: Node, kpis: Mapping[int, KPI]
) -> tuple[tuple[Suggestion, ...], tuple[Suggestion, ...]]:
    """What would lift the node, and what it can bear at most; nothing where a state stands for its status.

    A KPI that measures several objectives of the node counts in all of them at once. One from which another
    of its KPIs is computed cannot change alone, so nothing is said of it.
    """
    score = state.score_of(node)
    if score is None or not isinstance(score.status, Status):
        return (), ()
    parts = _parts(state, replace(state, by_old_definition={}).branch(node), kpis)
    tied = _moving_others(state, [int(part.key) for part in parts])
    lifts = _suggested(turning_values(parts), tied, state, kpis)
    holds = _suggested(holding_values(parts), tied, state, kpis)
    return lifts, holds


def _parts(state: PlanState, branch: Branch, kpis: Mapping[int, KPI]) -> list[Part]:
    shares: dict[int, float] = defaultdict(float)
    for path, found in shares_of(branch).items():
        shares[int(path[-1])] += found.share
    parts = []
    for kpi_id, share in shares.items():
        cell = state.cells[kpi_id]
        assert cell.value is not None
        assert cell.score is not None
        parts.append(
            Part(
                key=str(kpi_id),
                weight=share,
                score=cell.score,
                value=cell.value,
                anchors=anchors_of_cell(cell),
                direction=state.rules[kpi_id].rules.direction,
                decimals=kpis[kpi_id].decimals,
            )
        )
    return parts


def _moving_others(state: PlanState, kpi_ids: Sequence[int]) -> set[int]:
    """The KPIs whose change would move others of them, by formulas of the plan's KPIs."""
    rules = {kpi_id: known.rules for kpi_id, known in state.rules.items()}
    graph = graph_of(tuple((key, each.code, each.formula) for key, each in rules.items() if each.formula))
    here = {rules[kpi_id].code for kpi_id in kpi_ids}
    return {kpi_id for kpi_id in kpi_ids if graph.above([rules[kpi_id].code]) & here}


def _suggested(
    turns: Sequence[Turn], tied: set[int], state: PlanState, kpis: Mapping[int, KPI]
) -> tuple[Suggestion, ...]:
    found = []
    for turn in turns:
        kpi_id = int(turn.key)
        if kpi_id in tied:
            continue
        present = state.cells[kpi_id].value
        assert present is not None
        found.append(
            Suggestion(
                kpi=kpis[kpi_id],
                known=state.rules[kpi_id],
                value=turn.value,
                now=present,
                score=turn.score,
                status=turn.status,
            )
        )
    return tuple(found)
