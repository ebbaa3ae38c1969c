"""Notices of moves: that a task became late, and that somebody read of it."""

import datetime as dt

from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from core.actions import action
from initiatives.enums import UNDER_WAY
from initiatives.models import Dependency, PlanNotice
from initiatives.planning.moves import task_moved
from initiatives.planning.network import leaves, scheduled
from org.models import User


@action
def see_notice(*, by: User, notice: PlanNotice) -> PlanNotice:
    """Note who read it first; read again it stays as it was."""
    if notice.seen_at is None:
        notice.seen_by, notice.seen_at = by, timezone.now()
        notice.save(update_fields=["seen_by", "seen_at"])
    return notice


@action
def tell_late_tasks(*, by: User | None, today: dt.date) -> int:
    """Tell whoever waits in another initiative for a task whose day has passed, once a day that passed.

    Returns how many tasks were told of.
    """
    waited = Dependency.objects.filter(before=OuterRef("pk")).exclude(
        after__initiative=F("before__initiative")
    )
    told = PlanNotice.objects.filter(moved=OuterRef("pk"), ended_on=OuterRef("ends_on"))
    late = leaves().filter(
        Exists(waited),
        ~Exists(told),
        scheduled("initiative__"),
        initiative__stage__in=UNDER_WAY,
        ends_on__lt=today,
        done_on__isnull=True,
    )
    found = list(late)
    for task in found:
        task_moved(task, task.ends_on, today)
    return len(found)
