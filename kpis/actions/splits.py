"""Baselines of signals: saying that the process is another from a period on, and taking that back."""

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.models import KPI, BaselineSplit
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import definition_of
from org.models import Department, User


@action
def split_baseline(
    *, by: User | None, kpi: KPI, department: Department, period: str, reason: str
) -> BaselineSplit:
    """Begin a new baseline of a KPI at a department with a native period ("2026-03"), for a reason.

    Raises Refused for what is no native period of the KPI, one to come, or without a reason; Conflict where
    one begins there already.
    """
    first = _native_period(kpi, period, reason)
    current = BaselineSplit.objects.current().filter(kpi=kpi, department=department, period=first.ordinal)
    if current.exists():
        raise Conflict(_("A new baseline begins with this period already."))
    return BaselineSplit.objects.create(
        kpi=kpi, department=department, period=first.ordinal, reason=reason.strip(), recorded_by=by
    )


def _native_period(kpi: KPI, text: str, reason: str) -> Period:
    """The period that is meant; raises Refused with everything that is wrong."""
    faults = [] if reason.strip() else [Fault(_("Say what changed."), field="reason", code="required")]
    calendar = fiscal_calendar()
    frequency = Frequency(definition_of(kpi).frequency)
    first = calendar.containing(timezone.localdate(), frequency)
    try:
        period = calendar.parse(text, frequency)
    except PeriodError as error:
        faults.append(Fault(str(error), field="period", code="period"))
    else:
        if period > first:
            fault = _("This period has not begun yet.")
            faults.append(Fault(fault, field="period", code="future"))
        first = period
    if faults:
        raise Refused(faults)
    return first


@action
def remove_split(*, by: User | None, split: BaselineSplit) -> None:
    """Join the baseline with the one before; that it was split stays known for the past. Raises Conflict."""
    if not BaselineSplit.objects.filter(pk=split.pk, known_to__isnull=True).update(known_to=timezone.now()):
        raise Conflict(_("This baseline has been joined already."))
