"""What is due about values: to enter them, to mend what was returned, to approve what others handed in."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.due import DueItem, register
from kpis.approvals import returned_to, waiting_for
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.enums import MeasurementState
from kpis.models import Definition, Measurement, Series
from kpis.outstanding import Outstanding, outstanding
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text

# How long somebody who approves may take.
TO_DECIDE = dt.timedelta(days=3)


def values_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """A value for each ended period of the series that the user reports, where it is not in."""
    calendar = fiscal_calendar()
    for each in outstanding(Series.objects.filter(steward_id=user.pk), calendar, today):
        if each.due_on <= until:
            yield _item(each, calendar)


def _item(each: Outstanding, calendar: Calendar) -> DueItem:
    returned = each.state == MeasurementState.RETURNED
    title = _("%(kpi)s, %(period)s: returned") if returned else _("%(kpi)s, %(period)s")
    return DueItem(
        due_on=each.due_on,
        kind="kpis.returned" if returned else "kpis.value",
        title=title % {"kpi": each.series.kpi.name, "period": period_text(each.period, calendar)},
        url=f"{reverse('my_work')}#{row_id(each)}",
        detail=each.series.department.name,
    )


def row_id(each: Outstanding) -> str:
    """The name by which a page, a mail and a form know a value that is due."""
    return f"v-{each.series.pk}-{each.period.ordinal}"


def value_url(each: Outstanding, period: str) -> str:
    """The KPI's page at the department and period of what is due."""
    page = reverse("kpi", args=[each.series.kpi.code])
    return f"{page}?department={each.series.department.code}&period={period}"


def approvals_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """A decision for each value that others submitted where the user approves, three days after it came."""
    rows = list(waiting_for(user))
    for row, period in zip(rows, period_texts(rows), strict=True):
        due_on = timezone.localdate(row.entered_at) + TO_DECIDE
        if due_on <= until:
            words = {"kpi": row.kpi.name, "period": period}
            yield DueItem(
                due_on=due_on,
                kind="kpis.approval",
                title=_("Approve %(kpi)s, %(period)s") % words,
                url=f"{reverse('my_work')}?show=approvals#a-{row.pk}",
                detail=_of_whom(row),
            )


def _of_whom(row: Measurement) -> str:
    if row.recorded_by is None:
        return row.department.name
    return _("%(department)s, from %(person)s") % {
        "department": row.department.name,
        "person": row.recorded_by,
    }


def returned_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """What the user handed in for a series of somebody else, or of nobody, and got back."""
    rows = list(returned_to(user).exclude(steward_id=user.pk))
    for row, period in zip(rows, period_texts(rows), strict=True):
        due_on = timezone.localdate(row.decided_at) if row.decided_at else today
        if due_on <= until:
            page = reverse("enter_value", args=[row.kpi.code])
            yield DueItem(
                due_on=due_on,
                kind="kpis.returned",
                title=_("%(kpi)s, %(period)s: returned") % {"kpi": row.kpi.name, "period": period},
                url=f"{page}?department={row.department.code}&period={_code(row)}",
                detail=row.department.name,
            )


def period_texts(rows: Sequence[Measurement]) -> list[str]:
    """The periods of values in words, each by its KPI's frequency; two queries."""
    calendar = fiscal_calendar()
    frequencies = _frequencies(rows)
    return [period_text(Period(frequencies[row.kpi_id], row.period), calendar) for row in rows]


def _code(row: Measurement) -> str:
    return fiscal_calendar().format(Period(_frequencies([row])[row.kpi_id], row.period))


def _frequencies(rows: Sequence[Measurement]) -> dict[int, Frequency]:
    found = Definition.objects.current().filter(kpi__in={row.kpi_id for row in rows})
    return {kpi: Frequency(each) for kpi, each in found.values_list("kpi_id", "frequency")}


register(values_due)
register(approvals_due)
register(returned_due)
