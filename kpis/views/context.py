"""Department and period of a page, as its URL names them, and the pickers to choose others."""

import datetime as dt

from django.http import HttpRequest, QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.ui.pickers import Option, Picker, query_url
from core.web import NothingThere
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.periods import Calendar
from kpis.wording import period_text
from org.queries import TreeNode

# What the period picker offers, and how many periods back.
OFFERED = ((Frequency.QUARTER, 8), (Frequency.MONTH, 13), (Frequency.HALF, 2), (Frequency.YEAR, 4))


def wanted_department(request: HttpRequest, tree: tuple[TreeNode, ...]) -> TreeNode:
    """The department that `?department=` names, else the one at the top; Http404 says which is unknown."""
    code = request.GET.get("department")
    if not code:
        return tree[0]
    for node in tree:
        if node.code == code:
            return node
    raise NothingThere(_("There is no department with the code %(code)s.") % {"code": code})


def wanted_period(request: HttpRequest, calendar: Calendar) -> Period | None:
    """The period that `?period=` names, None where it names none; Http404 says what is accepted."""
    text = request.GET.get("period")
    if not text:
        return None
    try:
        return calendar.parse(text)
    except PeriodError as error:
        raise NothingThere(str(error)) from error


def as_of_picker(as_of: dt.date) -> Picker:
    """The day as of which the page speaks."""
    return Picker(_("As of"), date_format(as_of, "j F Y"))


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
