"""What a page of numbers depends on: plan, department, period, as of. It travels in the URL."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.ui.pickers import Option, Picker, query_url
from core.web import NothingThere
from kpis.as_of import AsOf
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.queries import calendar as fiscal_calendar
from kpis.views.context import (
    AS_OF,
    Past,
    as_of_picker,
    department_picker,
    past_of,
    period_picker,
    wanted_as_of,
    wanted_department,
    wanted_period,
)
from org.queries import TreeNode, department_tree
from strategy.default_period import TOO_FINE, default_period
from strategy.models import Plan
from strategy.queries import current_plan, organisation_plans, visible_plans


@dataclass(frozen=True)
class PageContext:
    """Plan, department and period of a page, with what is needed to choose others.

    `as_of`: the day as of which it speaks; `known_at`: the end of that day, None where it is today.
    """

    plan: Plan
    department: TreeNode
    period: Period
    as_of: dt.date
    calendar: Calendar
    tree: tuple[TreeNode, ...]
    plans: tuple[Plan, ...]
    known_at: dt.datetime | None = None

    @cached_property  # every line of a scorecard asks for it
    def query(self) -> str:
        """The parameters that lead to the same plan, department, period and day on another page."""
        parameters = QueryDict(mutable=True)
        parameters["plan"] = self.plan.code
        parameters["department"] = self.department.code
        parameters["period"] = self.calendar.format(self.period)
        if self.known_at is not None:
            parameters[AS_OF] = self.as_of.isoformat()
        return parameters.urlencode(safe="/:")

    @property
    def day(self) -> AsOf:
        """The day as of which the page speaks, with what was known then."""
        return AsOf(self.as_of, self.known_at)

    def past(self, query: QueryDict) -> Past | None:
        """What the page says where it speaks of a past day."""
        return past_of(self.day, query)

    def live_url(self) -> str | None:
        """Where a page asks whether newer numbers are there; nothing in the past, which stays as it was."""
        return None if self.day.is_past else reverse("computation_stamp")


def read_context(request: HttpRequest, plan: Plan | None = None) -> PageContext | None:
    """The context that the URL names, else the current plan, the top department, its usual period.

    `plan`: the page's own, whatever the URL names. None where there is no plan or no department yet. Raises
    Http404 for names that do not exist, with a message that says which.
    """
    as_of = wanted_as_of(request)
    plan = plan or _plan(request)
    tree = tuple(department_tree(as_of.day, as_of.known_at))
    if plan is None or not tree:
        return None
    calendar = fiscal_calendar()
    return PageContext(
        plan=plan,
        department=wanted_department(request, tree),
        period=_period(request, plan, calendar, as_of.day),
        as_of=as_of.day,
        calendar=calendar,
        tree=tree,
        plans=_plans_to_choose(request.user, plan),
        known_at=as_of.known_at,
    )


def _plans_to_choose(user: Any, shown: Plan) -> tuple[Plan, ...]:
    """The organisation's plans and, where it is none of them, the one that is shown."""
    plans = list(organisation_plans(user).order_by("name"))
    return tuple(plans if shown in plans else [*plans, shown])


def _period(request: HttpRequest, plan: Plan, calendar: Calendar, today: dt.date) -> Period:
    """The period of the URL, else the plan's usual one; a scorecard goes by month at the finest."""
    wanted = wanted_period(request, calendar)
    if wanted is None:
        return default_period(plan, calendar, today)
    if wanted.frequency.is_finer_than(Frequency.MONTH):
        raise NothingThere(str(TOO_FINE))
    return wanted


def _plan(request: HttpRequest) -> Plan | None:
    code = request.GET.get("plan")
    if code:
        found: Plan = get_object_or_404(visible_plans(request.user), code=code)
        return found
    return current_plan(request.user)


def pickers(context: PageContext, query: QueryDict) -> list[Picker]:
    """The context bar: plan, department, period and the day as of which the page speaks."""
    return [
        plan_picker(context, query),
        department_picker(context.tree, context.department, query),
        period_picker(context.period, context.calendar, context.as_of, query),
        as_of_picker(context.as_of, query),
    ]


def plan_picker(context: PageContext, query: QueryDict) -> Picker:
    """The plans that the reader may know of."""
    options = tuple(
        Option(plan.name, query_url(query, plan=plan.code), plan.pk == context.plan.pk)
        for plan in context.plans
    )
    return Picker(_("Plan"), context.plan.name, options if len(options) > 1 else ())
