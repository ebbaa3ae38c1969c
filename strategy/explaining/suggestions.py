"""The one change of an actual that would turn a node's status."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kpis.engine.explain import Branch, shares_of
from kpis.engine.scoring import Status
from kpis.engine.turning import Part, Turn, holding_values, turning_values
from kpis.explaining import anchors_of_cell
from kpis.models import KPI
from strategy.explaining.explanation import Suggestion
from strategy.explaining.nodes import Node
from strategy.explaining.state import PlanState


def suggestions(
    state: PlanState, node: Node, kpis: Mapping[int, KPI]
) -> tuple[tuple[Suggestion, ...], tuple[Suggestion, ...]]:
    """What would lift the node, and what it can bear at most; nothing where a state stands for its status.

    A KPI that measures several objectives of the node counts in all of them at once.
    """
    score = state.score_of(node)
    if score is None or not isinstance(score.status, Status):
        return (), ()
    parts = _parts(state, replace(state, by_old_definition={}).branch(node), kpis)
    lifts = _suggested(turning_values(parts), state, kpis)
    holds = _suggested(holding_values(parts), state, kpis)
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


def _suggested(turns: Sequence[Turn], state: PlanState, kpis: Mapping[int, KPI]) -> tuple[Suggestion, ...]:
    found = []
    for turn in turns:
        kpi_id = int(turn.key)
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
