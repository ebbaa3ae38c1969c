"""Closing periods to changes and opening them again."""

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from core.outbox import emit
from kpis.actions.staging import CLOSING_LOCK
from kpis.closings import closed_periods
from kpis.engine.frequency import Frequency, Period
from kpis.models import PeriodClosing
from kpis.queries import calendar as fiscal_calendar
from org.models import User


@action
def close_period(*, by: User | None, frequency: str, period: int) -> PeriodClosing:
    """Close a period (ordinal at its frequency) and all that end in it: values change only with a reason.

    Raises Refused before its last day is over, Conflict where it is closed, by itself or with a longer one.
    """
    calendar = fiscal_calendar()
    closed = Period(Frequency(frequency), period)
    if not calendar.end(closed) < timezone.localdate():
        reason = _("%(period)s has not ended yet.") % {"period": calendar.format(closed)}
        raise Refused([Fault(reason, field="period")])
    _one_at_a_time()
    holder = closed_periods(calendar).holding(closed)
    if holder is not None:
        raise Conflict(_already(calendar.format(closed), calendar.format(holder)))
    made = PeriodClosing.objects.create(frequency=closed.frequency, period=period, recorded_by=by)
    emit("kpis.period_closed", frequency=str(closed.frequency), period=calendar.format(closed))
    return made


def _already(period: str, holder: str) -> str:
    if period == holder:
        return _("%(period)s is closed already.") % {"period": period}
    return _("%(period)s is closed already, with %(holder)s.") % {"period": period, "holder": holder}


@action
def reopen_period(*, by: User | None, closing: PeriodClosing, reason: str) -> PeriodClosing:
    """Open a closed period again; a shorter one in it that was closed by itself stays closed.

    Raises Refused without a reason, Conflict where somebody has opened it meanwhile.
    """
    if not reason.strip():
        raise Refused([Fault(_("Say why it is opened again."), field="reason", code="required")])
    _one_at_a_time()
    present = PeriodClosing.objects.current().filter(pk=closing.pk).first()
    if present is None:
        raise Conflict(_("This period was opened again meanwhile."))
    present.known_to, present.reopened_by, present.reopening_reason = timezone.now(), by, reason.strip()
    present.save(update_fields=["known_to", "reopened_by", "reopening_reason"])
    text = fiscal_calendar().format(Period(Frequency(present.frequency), present.period))
    emit("kpis.period_reopened", frequency=present.frequency, period=text, reason=present.reopening_reason)
    return present


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, 0)", [CLOSING_LOCK])
