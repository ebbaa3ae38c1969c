"""The strategy calendar: the year, its dates, and the ways into other calendars."""

import datetime as dt
import math
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.pages import confirm_page, form_page
from core.ui.pickers import query_url
from core.web import authorise
from kpis.engine.periods import Calendar, Frequency, Period, PeriodError
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text
from org.models import User
from org.queries import department_tree, organisation
from strategy.actions.calendar import (
    add_strategy_date,
    change_strategy_date,
    make_feed,
    note_use,
    remove_strategy_date,
    withdraw_feed,
)
from strategy.calendar.entries import KINDS, Entry, entries, visible_dates
from strategy.calendar.feeds import feed_behind
from strategy.calendar.ical import write_calendar
from strategy.calendar.year import months_of
from strategy.consultation.throttling import wait_to_read, wait_to_try
from strategy.enums import DateKind, Repetition
from strategy.forms.calendar import StrategyDateForm
from strategy.models import CalendarFeed, StrategyDate
from strategy.queries import current_plan
from strategy.views.editing import posted, words_of

VIEW, EDIT = "strategy.view_calendar", "strategy.edit_calendar"
SAID = ("name", "kind", "starts_on", "ends_on", "repeats", "repeats_until", "note")
YEARS = range(1900, 2200)


@require_safe
def strategy_calendar(request: HttpRequest) -> HttpResponseBase:
    """The fiscal year `?year=` as its months; `kind` and `department` (a code) show less of it."""
    authorise(request.user, VIEW)
    fiscal, today = fiscal_calendar(), timezone.localdate()
    year = _year(request.GET.get("year", ""), fiscal, today)
    first, last = fiscal.start(year), fiscal.end(year)
    found = [each for each in entries(request.user, first, last) if _is_wanted(each, request)]
    context = {
        "plan": current_plan(request.user),
        "months": months_of(first, found, today),
        "found": found,
        "year": period_text(year, fiscal),
        "kinds": KINDS.items(),
        "departments": department_tree(),
        "chosen": {name: request.GET.get(name, "") for name in ("kind", "department", "year")},
        "before": query_url(request.GET, year=fiscal.format(fiscal.shift(year, -1))),
        "after": query_url(request.GET, year=fiscal.format(fiscal.shift(year, 1))),
        "is_this_year": first <= today <= last,
        "may_edit": request.user.has_perm(EDIT),
        "feed": CalendarFeed.objects.filter(person=request.user.pk).first(),
    }
    return render(request, "strategy/calendar/calendar.html", context)


def _year(text: str, fiscal: Calendar, today: dt.date) -> Period:
    """The fiscal year that is asked for; today's where the text names none."""
    try:
        asked = fiscal.parse(text, Frequency.YEAR)
        if fiscal.start(asked).year in YEARS:
            return asked
    except (PeriodError, ValueError, OverflowError):
        pass
    return fiscal.containing(today, Frequency.YEAR)


def _is_wanted(entry: Entry, request: HttpRequest) -> bool:
    """Of a department its own dates and those of everybody."""
    kind, code = request.GET.get("kind", ""), request.GET.get("department", "")
    if kind and entry.kind != kind:
        return False
    return not code or entry.department_code in ("", code)


def add(request: HttpRequest) -> HttpResponseBase:
    """One more date."""
    by = _editor(request)
    today = timezone.localdate().isoformat()
    initial = {"kind": DateKind.PLANNING, "repeats": Repetition.ONCE, "starts_on": today}
    return _form(
        request,
        StrategyDateForm(posted(request), user=by, initial=initial),
        lambda data: add_strategy_date(by=by, **data),
        title=_("New date"),
        button=_("Add"),
    )


def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What happens when; with all its returns."""
    by, date = _editor(request), get_object_or_404(visible_dates(request.user), pk=pk)
    initial = {**words_of(date, *SAID), "plan": date.plan_id, "owner": date.owner_id}
    initial["department"] = date.department.code if date.department else ""
    return _form(
        request,
        StrategyDateForm(posted(request), user=by, date=date, initial=initial),
        lambda data: change_strategy_date(by=by, date=date, **data),
        title=_("Change the date"),
        button=_("Save"),
        history=date,
        history_kind=date._meta.label_lower,
        remove_url=reverse("remove_strategy_date", args=[pk]),
    )


def _form(request: HttpRequest, form: StrategyDateForm, act: Any, **context: Any) -> HttpResponseBase:
    def save(data: dict[str, Any]) -> str:
        return _year_url(act(data))

    back_url = reverse("strategy_calendar")
    return form_page(
        request,
        form,
        save,
        template="strategy/edit.html",
        back_url=back_url,
        breadcrumbs=_way(),
        **context,
    )


def remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then takes the date out, with all its returns."""
    by, date = _editor(request), get_object_or_404(visible_dates(request.user), pk=pk)

    def act() -> str:
        remove_strategy_date(by=by, date=date)
        messages.success(request, _("“%(name)s” is removed.") % {"name": date.name})
        return reverse("strategy_calendar")

    once = date.repeats == Repetition.ONCE
    text = _("It leaves the calendar.") if once else _("It leaves the calendar with all its returns.")
    return confirm_page(
        request,
        act,
        title=_("Remove “%(name)s”?") % {"name": date.name},
        text=text,
        button=_("Remove"),
        back_url=reverse("change_strategy_date", args=[pk]),
    )


@require_safe
def as_file(request: HttpRequest) -> HttpResponseBase:
    """The calendar as a file."""
    authorise(request.user, VIEW)
    return _ical(request.user)


@require_POST
def address(request: HttpRequest) -> HttpResponseBase:
    """A new address to subscribe to, shown on this answer; with `withdraw` the end of the one there is."""
    authorise(request.user, VIEW)
    assert isinstance(request.user, User)
    if "withdraw" in request.POST:
        withdraw_feed(by=request.user, person=request.user)
        messages.success(request, _("The address no longer answers."))
        return redirect("strategy_calendar")
    url = make_feed(by=request.user, person=request.user)
    context = {"url": url, "back_url": reverse("strategy_calendar"), "breadcrumbs": _way()}
    response = render(request, "strategy/calendar/address.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """What a calendar program reads: whoever has the address, in the name of its person."""
    found = feed_behind(secret)
    wait = wait_to_read(request, found.pk) if found else wait_to_try(request)
    if wait is not None:
        response = HttpResponse(status=429, content_type="text/plain")
        response.headers["Retry-After"] = str(math.ceil(wait))
    elif found is None:
        response = HttpResponse(status=404, content_type="text/plain")
    else:
        note_use(found)
        response = _ical(found.person)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _ical(user: Any) -> HttpResponse:
    content = write_calendar(user, organisation().name, timezone.localdate())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="strategy.ics"'
    return response


def _editor(request: HttpRequest) -> User:
    authorise(request.user, EDIT)
    assert isinstance(request.user, User)
    return request.user


def _year_url(date: StrategyDate) -> str:
    """The year in which the date begins."""
    fiscal = fiscal_calendar()
    year = fiscal.format(fiscal.containing(date.starts_on, Frequency.YEAR))
    return f"{reverse('strategy_calendar')}?year={year}"


def _way() -> list[tuple[str, str]]:
    return [(_("Strategy"), reverse("plans")), (_("Calendar"), reverse("strategy_calendar"))]
