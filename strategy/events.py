"""What the strategy tells the floors above."""

from core.outbox import emit
from strategy.models import Plan, Revision

STRUCTURE_CHANGED = "strategy.structure_changed"
PLAN_STATE_CHANGED = "strategy.plan_state_changed"
REVISION_MOVED = "strategy.revision_moved"


def structure_changed(plan: Plan) -> None:
    """Perspectives, priorities, objectives, weights or links of a plan are not what they were."""
    emit(STRUCTURE_CHANGED, plan=plan.pk)


def plan_state_changed(plan: Plan, before: str) -> None:
    """A plan went from one state to another."""
    emit(PLAN_STATE_CHANGED, plan=plan.pk, before=before, after=plan.state)


def revision_moved(revision: Revision) -> None:
    """A change to a plan in force was begun, proposed, returned, approved, withdrawn or taken back."""
    emit(REVISION_MOVED, revision=revision.pk, plan=revision.plan_id, state=revision.state)
