"""Deciding on values that were submitted: approved ones count from then on, returned ones go back."""

from collections.abc import Sequence

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from core.outbox import emit
from kpis.actions.rollup import mark_dirty
from kpis.actions.waiting import locked
from kpis.closings import closed_periods
from kpis.engine.frequency import Frequency, Period
from kpis.enums import MeasurementState
from kpis.models import Definition, Measurement
from kpis.queries import calendar as fiscal_calendar
from org.models import User

# What counted until now is known until the moment from which the approved one is known.
_SUPERSEDE = """
UPDATE kpis_measurement m SET known_to = %(now)s FROM kpis_measurement p
WHERE p.id = ANY(%(ids)s) AND m.kpi_id = p.kpi_id AND m.period = p.period
  AND m.department_id = p.department_id AND m.known_to IS NULL AND NOT m.pending
"""


@action
def approve_values(*, by: User | None, rows: Sequence[int]) -> int:
    """Let submitted values (ids of measurements) count from now on, all or none; how many they are.

    Raises Refused, naming each row, for one's own entry; Conflict for a row that was replaced or decided
    meanwhile and for a period that was closed since, where the row gives no reason.
    """
    values = locked(rows, {MeasurementState.SUBMITTED})
    if not values:
        return 0
    _refuse_own(by, values)
    _refuse_closed(values)
    now = timezone.now()
    ids = [value.pk for value in values]
    with connection.cursor() as cursor:
        cursor.execute(_SUPERSEDE, {"now": now, "ids": ids})
    Measurement.objects.filter(pk__in=ids).update(
        pending=False,
        state=MeasurementState.APPROVED,
        approved_by=by,
        decided_at=now,
        known_from=now,
        comment="",
    )
    mark_dirty([(value.kpi_id, value.period) for value in values])
    kpis = sorted({value.kpi_id for value in values})
    emit("kpis.values_approved", kpis=kpis, count=len(values), people=_people(values))
    emit("kpis.measurements_recorded", kpis=kpis, count=len(values))
    return len(values)


@action
def return_values(*, by: User | None, rows: Sequence[int], comment: str) -> int:
    """Give submitted values back to those who entered them, with what is to be mended; how many they are.

    Raises Refused without a comment, Conflict for a row that was replaced or decided meanwhile.
    """
    if not comment.strip():
        reason = _("Say what is to be mended.")
        raise Refused([Fault(reason, field="comment", code="required")])
    values = locked(rows, {MeasurementState.SUBMITTED})
    Measurement.objects.filter(pk__in=[value.pk for value in values]).update(
        state=MeasurementState.RETURNED, approved_by=by, decided_at=timezone.now(), comment=comment.strip()
    )
    if values:
        kpis = sorted({value.kpi_id for value in values})
        emit("kpis.values_returned", kpis=kpis, count=len(values), people=_people(values))
    return len(values)


def _people(values: Sequence[Measurement]) -> list[int]:
    return sorted({value.recorded_by_id for value in values if value.recorded_by_id is not None})


def _refuse_own(by: User | None, values: Sequence[Measurement]) -> None:
    reason = _("You entered this value yourself: somebody else approves it.")
    faults = [
        Fault(reason, index=index, code="own_entry")
        for index, value in enumerate(values)
        if by is not None and value.recorded_by_id == by.pk
    ]
    if faults:
        raise Refused(faults)


def _refuse_closed(values: Sequence[Measurement]) -> None:
    calendar = fiscal_calendar()
    closed = closed_periods(calendar)
    definitions = Definition.objects.current().filter(kpi__in={value.kpi_id for value in values})
    frequencies = dict(definitions.values_list("kpi", "frequency"))
    for value in values:
        period = Period(Frequency(frequencies[value.kpi_id]), value.period)
        if not value.reason.strip() and closed.holds(period):
            reason = _("%(period)s was closed meanwhile: return the value, so that a reason is given.")
            raise Conflict(reason % {"period": calendar.format(period)})
