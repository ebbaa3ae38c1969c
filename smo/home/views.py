"""The first page after signing in, and the search over everything."""

import datetime as dt

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.due import due_from
from core.pages import respond
from core.search import find
from kpis.engine.signals import Reading
from kpis.signal_wording import advice_of, side_word
from kpis.wording import period_text
from org.models import Department
from smo.home.beginning import steps
from smo.home.new_signals import new_signals
from smo.home.portfolio import in_short
from smo.home.risks import risks_in_short
from smo.home.winning import winning
from strategy.mapping.claims import claims_of
from strategy.mapping.small import small_map
from strategy.scoring import read_scorecard
from strategy.views.context import PageContext, pickers, read_context

DUE_WITHIN = dt.timedelta(days=14)


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """Are we winning? What changed? What needs me? Before there is a plan: what to do next."""
    today = timezone.localdate()
    context = read_context(request)
    shown: dict[str, object] = {
        "plan": context.plan if context else None,
        "steps": steps(request.user),
        "title": _("Home"),
        "due": due_from(request.user, today, today + DUE_WITHIN),
        "today": today,
    }
    if context is not None:
        shown |= _answers(request, context) | {
            "portfolio": in_short(request.user, today),
            "risks": risks_in_short(request.user, today),
        }
    return render(request, "smo/home.html", shown)


def _answers(request: HttpRequest, context: PageContext) -> dict[str, object]:
    department = Department.objects.get(pk=context.department.id)
    card = read_scorecard(context.plan, department, context.period, context.as_of, context.known_at)
    return {
        "context": context,
        "card": card,
        "winning": winning(card),
        "new_signals": [
            (line, side_word(line.signal), _said(line.reading))
            for line in new_signals(card, context.known_at)
        ],
        "map": small_map(card, claims_of(context.plan, context.as_of, context.known_at)),
        "computation": card.computation,
        "pickers": pickers(context, request.GET),
        "period": period_text(context.period, context.calendar),
        "before": period_text(card.periods[-2], context.calendar),
        "first": period_text(card.periods[0], context.calendar),
        "past": context.past(request.GET),
        "live_url": context.live_url(),
        "live_stamp": card.computation.stamp,
    }


def _said(reading: Reading | None) -> str:
    """What a new signal says; of good news only that it is."""
    if reading == Reading.LEAVE_ALONE:
        return _("a change for the better: keep what brought it.")
    return advice_of(reading)


@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """What is called so or says so, over all that the reader may see."""
    words = request.GET.get("q", "").strip()
    found = find(request.user, words, limit=20)
    total = sum(len(each) for each in found.values())
    return respond(request, "smo/search.html", "results", {"words": words, "found": found, "total": total})
