"""Closing periods and opening them again."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from core.pages import confirm_page, form_page, page_of
from core.ui.pickers import Option, query_url
from core.web import NothingThere, authorise
from kpis import actions
from kpis.closings import reopenings
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.forms.deciding import ReopenForm
from kpis.models import PeriodClosing
from kpis.period_list import SHOWN, ListedPeriod, list_periods
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text, periods_word


@require_safe
def periods(request: HttpRequest) -> HttpResponse:
    """The latest periods by `?frequency=`, how complete they are, and who closed them."""
    authorise(request.user, "kpis.view_closings")
    chosen = _frequency(request)
    calendar, today = fiscal_calendar(), timezone.localdate()
    listed = list_periods(chosen, calendar, today)
    segments = [
        Option(periods_word(each).capitalize(), query_url(request.GET, frequency=str(each)), each == chosen)
        for each in SHOWN
    ]
    paged = page_of(request, reopenings(), size=20)
    context = {
        **paged,
        "rows": [_drawn(each) for each in listed],
        "segments": segments,
        "history": [(_text_of(each), each) for each in paged["page"]],
        "may_close": request.user.has_perm("kpis.close_period"),
        "breadcrumbs": [(_("Performance"), reverse("performance"))],
    }
    return render(request, "kpis/periods.html", context)


def _drawn(each: ListedPeriod) -> dict[str, Any]:
    calendar = fiscal_calendar()
    return {
        "row": each,
        "text": period_text(each.period, calendar),
        "code": calendar.format(each.period),
        "with_text": period_text(each.with_period, calendar) if each.with_period else "",
    }


def _text_of(closing: PeriodClosing) -> str:
    return period_text(Period(Frequency(closing.frequency), closing.period), fiscal_calendar())


def _frequency(request: HttpRequest) -> Frequency:
    wanted = request.GET.get("frequency") or str(Frequency.MONTH)
    if wanted not in {str(each) for each in SHOWN}:
        raise NothingThere(_("Periods are listed by %(known)s.") % {"known": ", ".join(SHOWN)})
    return Frequency(wanted)


def close_period(request: HttpRequest, period: str) -> HttpResponseBase:
    """Asks before a period is closed, saying what is still missing or waits."""
    authorise(request.user, "kpis.close_period")
    calendar = fiscal_calendar()
    try:
        named = calendar.parse(period)
    except PeriodError as error:
        raise NothingThere(str(error)) from None
    text = period_text(named, calendar)
    by: Any = request.user

    def act() -> str:
        actions.close_period(by=by, frequency=named.frequency, period=named.ordinal)
        messages.success(request, _("%(period)s is closed.") % {"period": text})
        return _list_of(named.frequency)

    return confirm_page(
        request,
        act,
        title=_("Close %(period)s?") % {"period": text},
        text=_consequences(named),
        button=_("Close it"),
        back_url=_list_of(named.frequency),
    )


def _consequences(period: Period) -> str:
    told = _("Its values, and those of all periods that end in it, then change only with a reason.")
    if period.frequency not in SHOWN:
        return told
    listed = list_periods(period.frequency, fiscal_calendar(), timezone.localdate())
    row = next((each for each in listed if each.period == period), None)
    if row is None:
        return told
    if missing := max(row.expected - row.reported, 0):
        words = ngettext(
            "%(n)d value is not in; what is late is then missing.",
            "%(n)d values are not in; what is late is then missing.",
            missing,
        )
        told += " " + words % {"n": missing}
    if row.waiting:
        words = ngettext(
            "%(n)d value waits for approval: decide on it first.",
            "%(n)d values wait for approval: decide on them first.",
            row.waiting,
        )
        told += " " + words % {"n": row.waiting}
    return told


def _list_of(frequency: Frequency) -> str:
    where = f"?frequency={frequency}" if frequency in SHOWN else ""
    return reverse("periods") + where


def reopen_period(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A closed period is opened again, for a reason."""
    authorise(request.user, "kpis.close_period")
    closing = get_object_or_404(PeriodClosing, pk=pk)
    text = _text_of(closing)
    by: Any = request.user

    def act(data: dict[str, Any]) -> str:
        actions.reopen_period(by=by, closing=closing, reason=data["reason"])
        messages.success(request, _("%(period)s is open again.") % {"period": text})
        return _list_of(Frequency(closing.frequency))

    return form_page(
        request,
        ReopenForm(request.POST or None),
        act,
        title=_("Open %(period)s again?") % {"period": text},
        lead=_("Its values can then be changed without a reason; who opened it and why stays on record."),
        button=_("Open it again"),
        back_url=_list_of(Frequency(closing.frequency)),
        breadcrumbs=[(_("Performance"), reverse("performance")), (_("Periods"), reverse("periods"))],
    )
