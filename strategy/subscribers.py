"""What the strategy adds to the floors below it."""

from core.models import OutboxEvent
from core.outbox import subscribe
from core.tabular import Column
from kpis.imports.registry import register_column
from strategy.actions.analysis import pull_wires
from strategy.consultation import telling as telling
from strategy.objective_column import link_objectives


def pull_wires_of_kpis(event: OutboxEvent) -> None:
    """Cells of KPIs were computed: assumptions with a wire on one of them may trip."""
    pull_wires(kpis=event.payload["kpis"])


subscribe("kpis.rolled_up", pull_wires_of_kpis)
register_column(Column("objective", also=("objectives",)), link_objectives)
