"""On an initiative's page: what it takes, in a few figures."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from initiatives.means.money import NO_MONEY, money_of
from initiatives.means.months import first_day, month_of, year_now
from initiatives.models import Allocation, Initiative, TechnologyUse
from initiatives.views.seen import RUN
from kpis.queries import calendar as fiscal_calendar


def means(request: HttpRequest, initiatives: Sequence[Initiative]) -> dict[Any, SafeString]:
    """Money of all years and of this one, people this month, technology; five queries for all of them."""
    today = timezone.localdate()
    ids = [each.pk for each in initiatives]
    year = year_now(fiscal_calendar(), today)
    money, this_year = money_of(ids), money_of(ids, year)
    month = first_day(month_of(today))
    people: dict[int, float] = defaultdict(float)
    there = Allocation.objects.filter(initiative__in=ids, first_month__lte=month, last_month__gte=month)
    for pk, fte in there.order_by().values_list("initiative", "fte"):
        people[pk] += fte
    technology: dict[int, list[str]] = defaultdict(list)
    uses = TechnologyUse.objects.filter(initiative__in=ids)
    for pk, name in uses.values_list("initiative", "technology__name"):
        technology[pk].append(name)
    return {
        each.pk: render_to_string(
            "initiatives/means/panel.html",
            {
                "initiative": each,
                "money": money.get(each.pk, NO_MONEY),
                "has_money": each.pk in money,
                "this_year": this_year.get(each.pk, NO_MONEY),
                "year": year,
                "fte": people[each.pk],
                "technology": technology[each.pk],
                "may_run": request.user.has_perm(RUN, each),
            },
            request,
        )
        for each in initiatives
    }
