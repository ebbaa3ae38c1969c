"""That a notice of a moved task was read."""

from django.utils import timezone

from core.actions import action
from initiatives.models import PlanNotice
from org.models import User


@action
def see_notice(*, by: User, notice: PlanNotice) -> PlanNotice:
    """Note who read it first; read again it stays as it was."""
    if notice.seen_at is None:
        notice.seen_by, notice.seen_at = by, timezone.now()
        notice.save(update_fields=["seen_by", "seen_at"])
    return notice
