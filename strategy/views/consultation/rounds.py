"""The rounds of a plan, and preparing, opening, closing one."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.errors import Conflict, Refused
from core.pages import confirm_page, form_page
from core.web import authorise
from strategy.actions.consultation import (
    begin_consultation,
    change_consultation,
    move_consultation,
    remove_consultation,
)
from strategy.actions.consultation.rounds import UNDECIDED
from strategy.consultation.guests import GuestLink
from strategy.consultation.visible import visible_consultations
from strategy.consultation.waiting import waiting
from strategy.enums import ConsultationState
from strategy.forms.consultation import ConsultationForm
from strategy.models import Consultation, Plan
from strategy.queries import visible_plans
from strategy.views.consultation.access import (
    RUN,
    plan_to_consult,
    round_to,
    round_url,
    way_to,
    way_to_rounds,
)
from strategy.views.editing import posted, words_of


@require_safe
def consultations(request: HttpRequest, code: str) -> HttpResponseBase:
    """The rounds of a plan that the reader may know of, the latest first."""
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, "strategy.view_consultation")
    counted = Q(remarks__withdrawn_at__isnull=True)
    rounds = (
        visible_consultations(request.user)
        .filter(plan=plan)
        .annotate(
            said=Count("remarks", filter=counted, distinct=True),
            unanswered=Count("remarks", filter=waiting("remarks__"), distinct=True),
        )
    )
    user: Any = request.user
    context = {
        "plan": plan,
        "rounds": rounds,
        "may_run": user.has_perm(RUN),
        "is_undecided": plan.state in UNDECIDED,
        "breadcrumbs": way_to_rounds(plan)[:2],
    }
    return render(request, "strategy/consultation/rounds.html", context)


def new_consultation(request: HttpRequest, code: str) -> HttpResponseBase:
    """A round that is prepared: nobody is asked yet."""
    by, plan = plan_to_consult(request, code)

    def act(data: dict[str, Any]) -> str:
        return round_url(begin_consultation(by=by, plan=plan, **data))

    return form_page(
        request,
        ConsultationForm(posted(request)),
        act,
        title=_("Ask what people think of %(plan)s") % {"plan": plan.name},
        lead=_("Prepare the round and choose whom you ask; nobody hears of it before you open it."),
        button=_("Prepare the round"),
        back_url=reverse("consultations", args=[plan.code]),
        breadcrumbs=way_to_rounds(plan),
    )


def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What people are asked, and until when."""
    by, consultation = round_to(request, pk)

    def act(data: dict[str, Any]) -> str:
        return round_url(change_consultation(by=by, consultation=consultation, **data))

    return form_page(
        request,
        ConsultationForm(posted(request), initial=words_of(consultation, "name", "message", "closes_on")),
        act,
        title=_("Change %(name)s") % {"name": consultation.name},
        button=_("Save"),
        back_url=round_url(consultation),
        breadcrumbs=way_to(consultation),
        template="strategy/edit.html",
        history=consultation,
        history_kind="strategy.consultation",
        remove_url=reverse("remove_consultation", args=[pk]),
    )


@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Open or close it; links that guests get are on the answer to this POST and nowhere else."""
    by, consultation = round_to(request, pk)
    try:
        links = move_consultation(by=by, consultation=consultation, state=request.POST.get("state", ""))
    except (Conflict, Refused) as refusal:
        messages.error(request, str(refusal))
        return redirect(round_url(consultation))
    said = {
        ConsultationState.OPEN: _("The round is open: whoever is invited gets a mail."),
        ConsultationState.CLOSED: _("The round is closed. What is still unanswered waits for you."),
    }
    messages.success(request, said[ConsultationState(consultation.state)])
    return links_page(request, consultation, links) if links else redirect(round_url(consultation))


def links_page(request: HttpRequest, consultation: Consultation, links: list[GuestLink]) -> HttpResponseBase:
    """The links of guests, shown this once."""
    context = {"consultation": consultation, "links": links, "back_url": round_url(consultation)}
    response = render(request, "strategy/consultation/links.html", context)
    response["Cache-Control"] = "no-store"
    return response


def remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then takes back a round in which nobody said anything."""
    by, consultation = round_to(request, pk)

    def act() -> str:
        rounds = reverse("consultations", args=[consultation.plan.code])
        remove_consultation(by=by, consultation=consultation)
        return rounds

    return confirm_page(
        request,
        act,
        title=_("Remove %(name)s?") % {"name": consultation.name},
        text=_("Nobody is asked any more, and links of guests end."),
        button=_("Remove"),
        back_url=round_url(consultation),
    )
