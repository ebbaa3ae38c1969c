"""Values that wait: what somebody may approve, what was returned to them, what they have not handed in."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from kpis.enums import MeasurementState
from kpis.models import Measurement, Series
from org.enums import AccountKind, Role
from org.models import Placement
from org.roles import held_by


def pending() -> QuerySet[Measurement]:
    """Every value that waits, with `path`, its department's path today, `steward_id` and `present`.

    `present`: the value that counts until it is approved; None where there is none.
    """
    placed = Placement.objects.current().filter(
        department=OuterRef("department"), valid__contains=timezone.localdate()
    )
    series = Series.objects.filter(kpi=OuterRef("kpi"), department=OuterRef("department"))
    counting = Measurement.objects.current().filter(
        pending=False, kpi=OuterRef("kpi"), department=OuterRef("department"), period=OuterRef("period")
    )
    return (
        Measurement.objects.current()
        .filter(pending=True)
        .annotate(
            path=Subquery(placed.values("path")[:1]),
            steward_id=Subquery(series.values("steward")[:1]),
            present=Subquery(counting.values("value")[:1]),
        )
        .filter(path__isnull=False)
        .select_related("kpi", "department", "recorded_by", "approved_by")
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


def may_read_pending(user: Any) -> Q:
    """The rows of measurements that a user may know of: values that count, and those that wait near them.

    Near: what they entered, steward or approve themselves; executives see everything.
    """
    everything = _within(user, Role.EXECUTIVE, Role.SMO_STAFF, Role.DEPARTMENT_HEAD)
    stewarded = Series.objects.filter(kpi=OuterRef("kpi"), department=OuterRef("department"), steward=user.pk)
    return Q(pending=False) | Q(recorded_by=user.pk) | Exists(stewarded) | everything


def _within(user: Any, *roles: str) -> Q:
    """Rows of departments on which one of the roles is held today; nothing of it for a program."""
    if getattr(user, "kind", "") == AccountKind.SERVICE:
        return Q(pk__in=[])
    reach = Q(pk__in=[])
    for path in held_by(user).paths(*roles):
        reach |= Q(path__startswith=path)
    return reach
