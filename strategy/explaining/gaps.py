"""What is missing under a node: KPIs without all their values, and which these are."""

from collections import defaultdict
from collections.abc import Mapping

from kpis.as_of import AsOf
from kpis.engine.periods import Calendar
from kpis.explaining import MissingValue, missing_values, reported_below
from kpis.models import KPI
from strategy.explaining.explanation import Gap
from strategy.explaining.nodes import Node
from strategy.explaining.state import PlanState


def gaps_of(
    state: PlanState,
    node: Node,
    kpis: Mapping[int, KPI],
    where: tuple[int, Calendar, AsOf],
) -> tuple[Gap, ...]:
    """The KPIs of a node that lack a score or a value, those without any value first.

    `where`: department, calendar and as-of day. What does not apply at the
    department, or is not due yet, is not missing.
    """
    department_id, calendar, as_of = where
    below = {kpi_id for each in state.objectives_below(node) for _, kpi_id in state.links(each)}
    lacking = [
        kpi_id
        for kpi_id in sorted(below)
        if state.cells[kpi_id].applicable
        and not state.cells[kpi_id].not_due
        and (state.cells[kpi_id].score is None or state.cells[kpi_id].coverage < 1)
    ]
    inputs = reported_below([state.rules[kpi_id] for kpi_id in lacking], as_of.known_at)
    wanted = [(known, state.cells[kpi_id].shown) for kpi_id in lacking for known in inputs[kpi_id]]
    missing: dict[int, list[MissingValue]] = defaultdict(list)
    for each in missing_values(wanted, department_id, calendar, as_of.day, as_of.known_at):
        missing[each.kpi_id].append(each)
    by_kpi = {
        kpi_id: [value for known in inputs[kpi_id] for value in missing[known.kpi_id]] for kpi_id in lacking
    }
    gaps = [Gap(kpis[kpi_id], state.cells[kpi_id], tuple(by_kpi[kpi_id])) for kpi_id in lacking]
    return tuple(sorted(gaps, key=lambda gap: (gap.cell.score is not None, gap.cell.coverage, gap.kpi.name)))
