"""Values that wait: what somebody may approve, what was returned to them, what they have not handed in."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from kpis.enums import MeasurementState
from kpis.models import Measurement, Series
from org.enums import Role
from org.models import Placement
from org.roles import held_by


def with_place(rows: QuerySet[Measurement]) -> QuerySet[Measurement]:
    """Values with `path`, their department's path today, and `steward_id`, as permissions ask for them."""
    placed = Placement.objects.current().filter(
        department=OuterRef("department"), valid__contains=timezone.localdate()
    )
    series = Series.objects.filter(kpi=OuterRef("kpi"), department=OuterRef("department"))
    return rows.annotate(
        path=Subquery(placed.values("path")[:1]), steward_id=Subquery(series.values("steward")[:1])
    ).filter(path__isnull=False)


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
        .filter(_within(user, Role.SMO_STAFF, Role.DEPARTMENT_HEAD), state=MeasurementState.SUBMITTED)
        .order_by("entered_at", "pk")
    )


def waiting_for(user: Any) -> QuerySet[Measurement]:
    """What the user can approve: all that was submitted there, but for their own entries."""
    return approvable_by(user).exclude(recorded_by=user.pk)


def returned_to(user: Any) -> QuerySet[Measurement]:
    """What the user entered and got back, the latest first."""
    returned = pending().filter(recorded_by=user.pk, state=MeasurementState.RETURNED)
    return returned.order_by("-decided_at", "-pk")


def drafts_of(user: Any) -> QuerySet[Measurement]:
    """What the user began and has not handed in."""
    drafts = pending().filter(recorded_by=user.pk, state=MeasurementState.DRAFT)
    return drafts.order_by("entered_at", "pk")


def readable_by(user: Any, rows: QuerySet[Measurement]) -> QuerySet[Measurement]:
    """The rows that a user may know of: values that count or counted, and those that wait near them.

    Near: what they entered, steward or approve themselves; executives see everything.
    """
    placed = Placement.objects.current().filter(
        department=OuterRef("department"), valid__contains=timezone.localdate()
    )
    stewarded = Series.objects.filter(kpi=OuterRef("kpi"), department=OuterRef("department"), steward=user.pk)
    near = Q(recorded_by=user.pk) | Exists(stewarded)
    near |= _within(user, Role.EXECUTIVE, Role.SMO_STAFF, Role.DEPARTMENT_HEAD, on="place")
    return rows.alias(place=Subquery(placed.values("path")[:1])).filter(Q(pending=False) | near)


def _within(user: Any, *roles: str, on: str = "path") -> Q:
    """Rows of departments on which one of the roles is held today; `on` names their path."""
    reach = Q(pk__in=[])
    for path in held_by(user).paths(*roles):
        reach |= Q(**{f"{on}__startswith": path})
    return reach
