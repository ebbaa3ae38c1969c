"""Values that are due from their stewards."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.due import DueItem, register
from kpis.engine.periods import Calendar
from kpis.enums import MeasurementState
from kpis.models import Series
from kpis.outstanding import Outstanding, outstanding
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text


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


register(values_due)
