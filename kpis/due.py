"""Values that are due from their stewards."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.due import DueItem, register
from kpis.models import Series
from kpis.outstanding import Outstanding, outstanding
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text


def values_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """A value for the latest ended period of each series that the user reports, where it is not in."""
    calendar = fiscal_calendar()
    for each in outstanding(Series.objects.filter(steward_id=user.pk), calendar, today):
        if each.due_on <= until:
            period = period_text(each.period, calendar)
            words = {"kpi": each.series.kpi.name, "period": period}
            yield DueItem(
                due_on=each.due_on,
                kind="kpis.value",
                title=_("%(kpi)s, %(period)s") % words,
                url=value_url(each, calendar.format(each.period)),
                detail=each.series.department.name,
            )


def value_url(each: Outstanding, period: str) -> str:
    """The KPI's page at the department and period of what is due."""
    page = reverse("kpi", args=[each.series.kpi.code])
    return f"{page}?department={each.series.department.code}&period={period}"


register(values_due)
