"""What the strategy adds to the floors below it."""

from django.db.models import Q

from core.changes.attached import attach
from core.models import OutboxEvent
from core.outbox import subscribe
from core.tabular import Column
from kpis.imports.registry import register_column
from strategy.actions.analysis import pull_wires
from strategy.collecting import telling as _of_rounds  # noqa: F401 (subscribes)
from strategy.consultation import telling as _of_consultations  # noqa: F401 (subscribes)
from strategy.objective_column import link_objectives


def pull_wires_of_kpis(event: OutboxEvent) -> None:
    """Cells of KPIs were computed: assumptions with a wire on one of them may trip."""
    pull_wires(kpis=event.payload["kpis"])


def _of_charter(pk: int) -> Q:
    """There is one charter, with the id 1, so every member and service is its."""
    return Q() if pk == 1 else Q(pk__in=())


subscribe("kpis.rolled_up", pull_wires_of_kpis)
attach("strategy.priority", "strategy.servedpart", of="priority_id")
attach("strategy.priority", "strategy.priorityanswer", of="priority_id")
attach("strategy.strategicoption", "strategy.paireditem", of="strategicoption_id")
attach("strategy.charter", "strategy.chartermember", of=_of_charter)
attach("strategy.charter", "strategy.charterservice", of=_of_charter)
register_column(Column("objective", also=("objectives",)), link_objectives)
