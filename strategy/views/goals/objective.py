"""Who takes part in an objective, and what its owner says of it period by period."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.ui.pickers import Option, query_url
from core.web import NothingThere, StateForbids
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text
from strategy.actions.participation import (
    remove_commentary,
    set_supporting,
    set_team,
    write_commentary,
)
from strategy.forms.goals import CommentaryForm, PeopleForm
from strategy.goals.commentary import beside_scores, period_of, usual_period
from strategy.goals.queries import visible_commentaries
from strategy.models import Commentary, Objective
from strategy.views.editing import edit_page, objective_to_edit, objective_url, posted, words_of

TEND = "strategy.tend_objective"


def people(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The supporting departments and the theme team, all on one page."""
    by, objective = objective_to_edit(request, pk, TEND, agreed=False)
    form = PeopleForm(posted(request), objective=objective)

    @transaction.atomic
    def act(_data: dict[str, Any]) -> None:
        set_supporting(by=by, objective=objective, wanted=form.supporting())
        set_team(by=by, objective=objective, wanted=form.team())

    return edit_page(
        request,
        form,
        act,
        of=objective,
        title=_("Who helps with it"),
        lead=objective.name,
        button=_("Save"),
        template="strategy/goals/people.html",
    )


def commentary(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What happened in a period (`?period=`, else the latest ended quarter), beside the computed score."""
    by, objective = objective_to_edit(request, pk, TEND, agreed=False)
    if objective.plan.revises_id is not None:
        raise _written_in_the_plan(objective)
    period = _period(request)
    kept = objective.commentaries.filter(frequency=str(period.frequency), period=period.ordinal).first()
    kept = kept or Commentary(objective=objective, frequency=str(period.frequency), period=period.ordinal)
    remove_url = reverse("remove_commentary", args=[kept.pk]) if kept.pk else ""
    return edit_page(
        request,
        CommentaryForm(posted(request), initial=words_of(kept, "text", "assessment")),
        lambda data: write_commentary(by=by, objective=objective, period=period, **data),
        of=objective,
        title=_("%(period)s: how did it go?") % {"period": period_text(period, fiscal_calendar())},
        lead=objective.name,
        button=_("Save"),
        template="strategy/goals/commentary.html",
        said=beside_scores([kept])[0],
        remove_url=remove_url,
        segments=_periods(request, period),
        history=kept if kept.pk else None,
    )


def _written_in_the_plan(copy: Objective) -> StateForbids:
    """That commentary is not written in a revision, with the way to where it is."""
    home = [(_("The objective as it is in force"), reverse("objective", args=[copy.origin_id]))]
    back = (_("Back to the revision"), objective_url(copy))
    reason = _("Commentary is written in the plan itself, not in its revision.")
    return StateForbids(reason, ways=[*(home if copy.origin_id else []), back])


def _period(request: HttpRequest) -> Period:
    """The period that the address names; a quarter at the finest is usual, a month possible."""
    text = request.GET.get("period", "")
    if not text:
        return usual_period(timezone.localdate())
    try:
        period = fiscal_calendar().parse(text)
    except PeriodError as error:
        raise NothingThere(str(error)) from error
    if period.frequency.is_finer_than(Frequency.MONTH):
        raise NothingThere(_("A commentary is of a month, a quarter, a half-year or a year."))
    return period


def _periods(request: HttpRequest, shown: Period) -> list[Option]:
    """The running period and the four before it."""
    calendar = fiscal_calendar()
    latest = usual_period(timezone.localdate())
    offered = [calendar.shift(latest, n) for n in range(1, -4, -1)]
    return [
        Option(
            period_text(each, calendar),
            query_url(request.GET, period=calendar.format(each)),
            each == shown,
        )
        for each in offered
    ]


def remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then takes back what was said of a period."""
    found: Commentary = get_object_or_404(
        visible_commentaries(request.user).select_related("objective__plan"), pk=pk
    )
    by, objective = objective_to_edit(request, found.objective_id, TEND, agreed=False)
    return edit_page(
        request,
        forms.Form({}),
        lambda _data: remove_commentary(by=by, commentary=found),
        of=objective,
        title=_("Remove the commentary on %(period)s?")
        % {"period": period_text(period_of(found), fiscal_calendar())},
        text=_("The objective's page shows it no longer; the history keeps it."),
        button=_("Remove"),
        template="ui/confirm.html",
    )
