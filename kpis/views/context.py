"""Department and period of a page, as its URL names them, and the pickers to choose others."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.ui.pickers import Option, Picker, kept_parameters, query_url
from core.web import NothingThere
from kpis.as_of import AsOf, AsOfError, day_text, read_as_of
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.periods import Calendar
from kpis.wording import period_text
from org.queries import TreeNode

AS_OF = "as_of"
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


def wanted_as_of(request: HttpRequest) -> AsOf:
    """The day that `?as_of=` names, else today; Http404 says why another day cannot be shown."""
    try:
        return read_as_of(request.GET.get(AS_OF))
    except AsOfError as error:
        raise NothingThere(str(error)) from error


def as_of_picker(as_of: dt.date, query: QueryDict) -> Picker:
    """The day as of which the page speaks, to be chosen among the days until today."""
    return Picker(
        _("As of"),
        day_text(as_of),
        date_name=AS_OF,
        date_value=as_of,
        date_max=timezone.localdate(),
        kept=kept_parameters(query, [AS_OF]),
    )


def in_file_name(as_of: AsOf) -> str:
    """What the name of an exported file says of a past day; nothing of today."""
    return f"-as-of-{as_of.parameter}" if as_of.parameter else ""


def page_query(department: TreeNode, period: str, as_of: AsOf) -> str:
    """The parameters that lead to the same department, period and day on another page."""
    parameters = QueryDict(mutable=True)
    parameters["department"] = department.code
    parameters["period"] = period
    if as_of.parameter:
        parameters[AS_OF] = as_of.parameter
    return parameters.urlencode(safe="/:")


@dataclass(frozen=True)
class Past:
    """What a page says that speaks of a past day: the day, the way back to today, what changed since."""

    day: dt.date
    today_url: str
    since_url: str


def past_of(as_of: AsOf, query: QueryDict) -> Past | None:
    """What to say on a page of a past day; nothing on one of today."""
    if not as_of.is_past:
        return None
    since = QueryDict(mutable=True)
    since["from"] = as_of.day.isoformat()
    for name in ("plan", "department", "period"):
        if value := query.get(name):
            since[name] = value
    address = f"{reverse('restatements')}?{since.urlencode(safe='/:')}"
    return Past(as_of.day, query_url(query, **{AS_OF: None}), address)


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
