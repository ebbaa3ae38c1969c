"""Values that wait: what somebody may approve, what was returned to them, what they have not handed in."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from kpis.enums import MeasurementState
from kpis.models import Measurement
from kpis.near import near, with_place, within
from org.enums import Role

__all__ = ["approvable_by", "drafts_of", "pending", "readable_by", "returned_to", "waiting_for", "with_place"]


def pending() -> QuerySet[Measurement]:
    """Every value that waits, with its place and `present`: what counts until it is approved, or None."""
    counting = Measurement.objects.current().filter(
        pending=False, kpi=OuterRef("kpi"), department=OuterRef("department"), period=OuterRef("period")
    )
    waiting = with_place(Measurement.objects.current().filter(pending=True))
    return waiting.annotate(present=Subquery(counting.values("value")[:1])).select_related(
        "kpi", "department", "recorded_by", "approved_by"
    )


def approvable_by(user: Any) -> QuerySet[Measurement]:
    """What was submitted where the user approves, their own entries too; the oldest first."""
    return (
        pending()
        .filter(within(user, Role.SMO_STAFF, Role.DEPARTMENT_HEAD), state=MeasurementState.SUBMITTED)
        .order_by("entered_at", "pk")
    )


def waiting_for(user: Any) -> QuerySet[Measurement]:
    """What the user can approve: all that was submitted there, but for their own entries."""
    return approvable_by(user).exclude(recorded_by=user.pk)


def returned_to(user: Any) -> QuerySet[Any]:
    """What the user entered and got back, the latest first."""
    returned = pending().filter(recorded_by=user.pk, state=MeasurementState.RETURNED)
    return returned.order_by("-decided_at", "-pk")


def drafts_of(user: Any) -> QuerySet[Measurement]:
    """What the user began and has not handed in."""
    drafts = pending().filter(recorded_by=user.pk, state=MeasurementState.DRAFT)
    return drafts.order_by("entered_at", "pk")


def readable_by(user: Any, rows: QuerySet[Measurement]) -> QuerySet[Measurement]:
    """The rows that a user may know of: values that count or counted, and those that wait near them."""
    return near(user, rows, "recorded_by", Q(pending=False))
