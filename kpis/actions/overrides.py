"""Statuses set by hand: for a reason, until a day, and never instead of the computed one."""

import datetime as dt

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from core.outbox import emit
from kpis.actions.staging import WRITE_LOCK, lock_kpis
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.layout import grain_of, row_layout
from kpis.enums import OverrideStatus
from kpis.models import KPI, StatusOverride
from kpis.queries import calendar, definition_of
from kpis.wording import period_text
from org.models import Department, User

LONGEST = dt.timedelta(days=366)
"""So far ahead an override may hold: what is not looked at again for a year is no override any more."""


@action
def override_status(
    *,
    by: User | None,
    kpi: KPI,
    department: Department,
    period: Period,
    status: str,
    reason: str,
    expires_on: dt.date,
) -> StatusOverride:
    """Set the status of one cell by hand, through `expires_on`; one that holds already is replaced.

    Scores stay computed, of the cell and of everything above it. Raises Refused.
    """
    faults = [*_faults(status, reason, expires_on), *_no_cell(kpi, period)]
    if faults:
        raise Refused(faults)
    with connection.cursor() as cursor:
        lock_kpis(cursor, WRITE_LOCK, [kpi.pk])
    key = {
        "kpi": kpi,
        "department": department,
        "frequency": str(period.frequency),
        "period": period.ordinal,
    }
    now = timezone.now()
    StatusOverride.objects.filter(**key).close(now)
    made = StatusOverride.objects.create(
        **key, status=status, reason=reason.strip(), expires_on=expires_on, known_from=now, recorded_by=by
    )
    _tell("kpis.status_overridden", made)
    return made


@action
def lift_override(*, by: User | None, override: StatusOverride, reason: str) -> StatusOverride:
    """Let the computed status speak again. Raises Refused without a reason, Conflict where it is lifted."""
    if not reason.strip():
        raise Refused([Fault(_("Say why it is lifted."), field="reason", code="required")])
    present = StatusOverride.objects.current().select_for_update(of=("self",)).filter(pk=override.pk).first()
    if present is None:
        raise Conflict(_("This override was lifted or replaced meanwhile."))
    present.known_to, present.lifted_by, present.lifting_reason = timezone.now(), by, reason.strip()
    present.save(update_fields=["known_to", "lifted_by", "lifting_reason"])
    _tell("kpis.override_lifted", present)
    return present


def _faults(status: str, reason: str, expires_on: dt.date) -> list[Fault]:
    today = timezone.localdate()
    faults = []
    if status not in OverrideStatus.values:
        faults.append(Fault(_("green, amber or red."), field="status"))
    if not reason.strip():
        faults.append(Fault(_("Say why the computed status misleads."), field="reason", code="required"))
    if expires_on < today:
        faults.append(Fault(_("This day is over."), field="expires_on"))
    if expires_on > today + LONGEST:
        faults.append(Fault(_("At most a year ahead."), field="expires_on"))
    return faults


def _no_cell(kpi: KPI, period: Period) -> list[Fault]:
    """What is wrong where the KPI has no cells by such periods: one finer than its own only holds a value."""
    native = Frequency(definition_of(kpi).frequency)
    try:
        if period.frequency.is_finer_than(native):
            raise PeriodError
        row_layout(native, grain_of(period.frequency)).section(period.frequency)
    except PeriodError:
        words = _("%(kpi)s has no status of its own for %(period)s.")
        text = {"kpi": kpi.name, "period": calendar().format(period)}
        return [Fault(words % text, field="period")]
    if calendar().start(period) > timezone.localdate():
        words = _("%(period)s has not begun: there is no status yet that could mislead.")
        return [Fault(words % {"period": period_text(period, calendar())}, field="period")]
    return []


def _tell(event: str, override: StatusOverride) -> None:
    emit(
        event,
        kpi=override.kpi_id,
        department=override.department_id,
        frequency=override.frequency,
        period=override.period,
        status=override.status,
    )
