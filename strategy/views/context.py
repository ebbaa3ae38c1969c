"""What a page of numbers depends on: plan, department, period, as of. It travels in the URL."""

import datetime as dt
from dataclasses import dataclass

from django.http import Http404, HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.ui.pickers import Option, Picker, query_url
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.periods import Calendar
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import last_ended, period_text
from org.queries import TreeNode, department_tree
from strategy.models import Plan
from strategy.queries import current_plan, visible_plans

# What the period picker offers, and how many periods back.
OFFERED = ((Frequency.QUARTER, 8), (Frequency.MONTH, 13), (Frequency.HALF, 2), (Frequency.YEAR, 4))


@dataclass(frozen=True)
class PageContext:
    """Plan, department and period of a page, with what is needed to choose others."""

    plan: Plan
    department: TreeNode
    period: Period
    as_of: dt.date
    calendar: Calendar
    tree: tuple[TreeNode, ...]
    plans: tuple[Plan, ...]

    @property
    def query(self) -> str:
        """The parameters that lead to the same plan, department and period on another page."""
        parameters = QueryDict(mutable=True)
        parameters["plan"] = self.plan.code
        parameters["department"] = self.department.code
        parameters["period"] = self.calendar.format(self.period)
        return parameters.urlencode(safe="/:")


def read_context(request: HttpRequest) -> PageContext | None:
    """The context that the URL names, else the current plan, the top department and the last ended quarter.

    None where there is no plan or no department yet. Raises Http404 for names that do not exist, with a
    message that says which.
    """
    plan = _plan(request)
    tree = tuple(department_tree())
    if plan is None or not tree:
        return None
    calendar, today = fiscal_calendar(), timezone.localdate()
    return PageContext(
        plan=plan,
        department=_department(request, tree),
        period=_period(request, calendar, today),
        as_of=today,
        calendar=calendar,
        tree=tree,
        plans=tuple(visible_plans(request.user).order_by("name")),
    )


def _plan(request: HttpRequest) -> Plan | None:
    code = request.GET.get("plan")
    if code:
        found: Plan = get_object_or_404(visible_plans(request.user), code=code)
        return found
    return current_plan(request.user)


def _department(request: HttpRequest, tree: tuple[TreeNode, ...]) -> TreeNode:
    code = request.GET.get("department")
    if not code:
        return tree[0]
    for node in tree:
        if node.code == code:
            return node
    raise Http404(_("There is no department with the code %(code)s.") % {"code": code})


def _period(request: HttpRequest, calendar: Calendar, today: dt.date) -> Period:
    text = request.GET.get("period")
    if not text:
        return last_ended(calendar, Frequency.QUARTER, today)
    try:
        return calendar.parse(text)
    except PeriodError as error:
        raise Http404(str(error)) from error


def pickers(context: PageContext, query: QueryDict) -> list[Picker]:
    """The context bar: plan, department, period and the day as of which the page speaks."""
    return [
        _plan_picker(context, query),
        department_picker(context.tree, context.department, query),
        period_picker(context.period, context.calendar, context.as_of, query),
        Picker(_("As of"), date_format(context.as_of, "j F Y")),
    ]


def _plan_picker(context: PageContext, query: QueryDict) -> Picker:
    options = tuple(
        Option(plan.name, query_url(query, plan=plan.code), plan.pk == context.plan.pk)
        for plan in context.plans
    )
    return Picker(_("Plan"), context.plan.name, options if len(options) > 1 else ())


def department_picker(tree: tuple[TreeNode, ...], chosen: TreeNode, query: QueryDict) -> Picker:
    """All departments as a tree."""
    options = tuple(
        Option(node.name, query_url(query, department=node.code), node.id == chosen.id, node.depth)
        for node in tree
    )
    return Picker(_("Department"), chosen.label, options)


def period_picker(chosen: Period, calendar: Calendar, as_of: dt.date, query: QueryDict) -> Picker:
    """Quarters, months, half-years and years, the running one first and marked as to date."""
    options = []
    for frequency, count in OFFERED:
        running = calendar.containing(as_of, frequency)
        for back in range(count):
            period = calendar.shift(running, -back)
            hint = "" if calendar.ended(period, as_of) else _("to date")
            text = calendar.format(period)
            options.append(
                Option(
                    period_text(period, calendar), query_url(query, period=text), period == chosen, 0, hint
                )
            )
    return Picker(_("Period"), period_text(chosen, calendar), tuple(options))
