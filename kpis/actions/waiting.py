"""Drafts, and finding the values that wait under the lock that every writer takes."""

from collections.abc import Collection, Sequence

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from kpis.actions.entry import Entry
from kpis.actions.pending import keep_pending
from kpis.actions.recorded import Recorded
from kpis.actions.staging import WRITE_LOCK, lock_kpis
from kpis.enums import MeasurementState
from kpis.models import KPI, Measurement
from org.models import User


def locked(rows: Sequence[int], states: Collection[str]) -> list[Measurement]:
    """The waiting values with these ids, in their order, with their KPIs' write locks held.

    Raises Conflict where one was replaced meanwhile or is in another state.
    """
    wanted = list(dict.fromkeys(rows))
    kpi_ids = Measurement.objects.filter(pk__in=wanted).values_list("kpi_id", flat=True).distinct()
    with connection.cursor() as cursor:
        lock_kpis(cursor, WRITE_LOCK, kpi_ids)
    present = Measurement.objects.current().filter(pending=True, state__in=states).in_bulk(wanted)
    if gone := len(wanted) - len(present):
        reason = _("%(count)d of these values were replaced or decided meanwhile: look at them again.")
        alone = _("This value was replaced or decided meanwhile: look at it again.")
        raise Conflict(alone if len(wanted) == 1 else reason % {"count": gone})
    return [present[pk] for pk in wanted]


@action
def save_drafts(*, by: User | None, rows: Sequence[Entry]) -> Recorded:
    """Keep values that are not handed in yet; what was submitted for the same period is taken back by it.

    Raises Refused for KPIs whose values count without approval: they know no drafts.
    """
    kpis = KPI.objects.in_bulk({row.kpi_id for row in rows})
    reason = _("Values of %(kpi)s count at once: there are no drafts.")
    faults = [
        Fault(reason % {"kpi": kpis[row.kpi_id].code}, index=index, field="kpi", code="no_draft")
        for index, row in enumerate(rows)
        if not kpis[row.kpi_id].approval_needed
    ]
    if faults:
        raise Refused(faults)
    with connection.cursor() as cursor:
        lock_kpis(cursor, WRITE_LOCK, kpis)
        return keep_pending(cursor, by, rows, MeasurementState.DRAFT)


@action
def submit_values(*, by: User | None, rows: Sequence[int]) -> int:
    """Hand in drafts and returned values (ids of measurements) as they are; how many were submitted.

    Raises Conflict for a row that was replaced or submitted meanwhile.
    """
    values = locked(rows, {MeasurementState.DRAFT, MeasurementState.RETURNED})
    entries = [
        Entry(
            value.kpi_id,
            value.department_id,
            value.period,
            value.value,
            value.note,
            value.reason,
            value.external_id,
        )
        for value in values
    ]
    with connection.cursor() as cursor:
        return keep_pending(cursor, by, entries, MeasurementState.SUBMITTED).submitted


@action
def discard_values(*, by: User | None, rows: Sequence[int]) -> int:
    """Drop values that wait (ids of measurements): nothing is left to submit or to approve; how many."""
    values = locked(rows, set(MeasurementState) - {MeasurementState.APPROVED})
    return Measurement.objects.filter(pk__in=[value.pk for value in values]).update(known_to=timezone.now())
