"""What the measuring instrument does when the organisation changes."""

from core.models import OutboxEvent
from core.outbox import subscribe
from kpis.actions import mark_everything_dirty


def compute_everything(event: OutboxEvent) -> None:
    """A department that moved, or another fiscal year, changes the rollup of every KPI."""
    mark_everything_dirty()


subscribe("org.tree_changed", compute_everything)
subscribe("org.settings_changed", compute_everything)
