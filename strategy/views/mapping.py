"""The strategy map: how it looks, arranging it, and its arrows."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.errors import Conflict, Refused
from core.pages import form_page
from core.web import authorise
from kpis.wording import period_text
from org.models import Department, User
from strategy.actions import arrange_objective, link_cause, unlink_cause
from strategy.forms.links import ArrowForm, ClaimForm
from strategy.mapping.claims import read_arrows
from strategy.mapping.page import MapPage, map_page
from strategy.models import CauseEffect, Objective, Plan
from strategy.queries import visible_plans
from strategy.scoring import read_scorecard
from strategy.views.context import PageContext, pickers, read_context
from strategy.views.editing import (
    EDIT,
    EDIT_OBJECTIVE,
    may_edit,
    may_keep_up,
    plan_to_edit,
    plan_to_move,
    posted,
    way_to,
    words_of,
)
from strategy.views.fixed import check_page


@require_http_methods(["GET", "HEAD", "POST"])
def strategy_map(request: HttpRequest, code: str) -> HttpResponseBase:
    """The objectives of a plan in lanes with cause and effect; a POST moves one of them."""
    if request.method == "POST":
        return _arranged(request, code)
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, "strategy.view_plan", plan)
    context = read_context(request, plan)
    if context is None:
        return render(request, "strategy/scorecard_empty.html")
    shown = _read(context, request.GET.get("objective", ""))
    now = context.known_at is None
    return render(
        request,
        "strategy/mapping/map.html",
        {
            "plan": plan,
            "map": shown,
            "card": shown.card,
            "context": context,
            "pickers": pickers(context, request.GET)[1:],
            "period": period_text(context.period, context.calendar),
            "past": context.past(request.GET),
            "live_url": context.live_url(),
            "live_stamp": shown.card.computation.stamp,
            "may_arrange": now and may_keep_up(request.user, plan),
            "may_edit": now and may_edit(request.user, plan),
            "breadcrumbs": way_to(plan),
        },
    )


def _read(context: PageContext, selected: str) -> MapPage:
    department = Department.objects.get(pk=context.department.id)
    card = read_scorecard(
        context.plan, department, context.period, context.as_of, context.known_at, signals=False
    )
    arrows = read_arrows(context.plan, department.pk, context.calendar, context.as_of, context.known_at)
    return map_page(card, arrows, selected)


def _arranged(request: HttpRequest, code: str) -> HttpResponseBase:
    """Move `objective` to `to`, "lane:place"; a script that moved it already is answered with nothing."""
    by, plan = plan_to_move(request, code, EDIT)
    move = _move_asked(request, plan)
    if move is None:
        return HttpResponse(_("Which objective, and where to?"), status=400)
    try:
        arrange_objective(by=by, objective=move.objective, perspective=move.lane, place=move.place)
    except (Refused, Conflict) as refusal:
        messages.error(request, str(refusal))
        return redirect(_back(request, plan))
    if request.headers.get("X-Moved"):
        return HttpResponse(status=204)
    return redirect(f"{_back(request, plan)}#objective-{move.objective.pk}")


@dataclass(frozen=True)
class _Move:
    """What is moved where; `lane` None: among the unplaced."""

    objective: Objective
    lane: Any
    place: int


def _move_asked(request: HttpRequest, plan: Plan) -> _Move | None:
    """What the form asks for; None where it names nothing of this plan."""
    lane, colon, place = request.POST.get("to", "").partition(":")
    named = request.POST.get("objective", ""), lane, place
    if not colon or not all(each.isascii() and each.isdigit() and len(each) < 10 for each in named):
        return None
    objective = plan.objectives.filter(pk=int(named[0])).first()
    perspective = plan.perspectives.filter(pk=int(lane)).first()
    if objective is None or (perspective is None and int(lane)):
        return None
    return _Move(objective, perspective, int(place))


def _back(request: HttpRequest, plan: Plan) -> str:
    """The map as it was looked at."""
    query = request.GET.urlencode()
    return map_url(plan) + (f"?{query}" if query else "")


def map_url(plan: Plan) -> str:
    """The map of a plan."""
    return reverse("strategy_map", args=[plan.code])


def new_arrow(request: HttpRequest, code: str) -> HttpResponseBase:
    """One more claim; `?cause=` proposes an objective by its id."""
    by, plan = plan_to_edit(request, code)
    objectives = plan.objectives.filter(archived_on__isnull=True)
    return _arrow_page(
        request,
        plan,
        ArrowForm(posted(request), objectives=objectives, initial={"cause": request.GET.get("cause", "")}),
        lambda data: link_cause(by=by, **data),
        title=_("New arrow"),
        lead=_("A claim of the strategy: reaching one objective helps or hinders another."),
        button=_("Add"),
    )


def arrow(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What a claim says."""
    by, link = _arrow_to_edit(request, pk)
    return _arrow_page(
        request,
        link.cause.plan,
        ClaimForm(posted(request), initial=words_of(link, "influence", "lag_months", "note")),
        lambda data: link_cause(by=by, cause=link.cause, effect=link.effect, **data),
        title=f"{link.cause.name} → {link.effect.name}",
        button=_("Save"),
        history=link,
        history_kind=link._meta.label_lower,
        remove_url=reverse("remove_arrow", args=[pk]),
    )


def remove_arrow(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then withdraws a claim."""
    by, link = _arrow_to_edit(request, pk)
    return _arrow_page(
        request,
        link.cause.plan,
        forms.Form({}),
        lambda _data: unlink_cause(by=by, cause=link.cause, effect=link.effect),
        title=_("Withdraw this cause and effect?"),
        text=_("“%(cause)s” is no longer said to bear on “%(effect)s”.")
        % {"cause": link.cause.name, "effect": link.effect.name},
        button=_("Withdraw"),
        template="ui/confirm.html",
    )


def _arrow_to_edit(request: HttpRequest, pk: int) -> tuple[User, CauseEffect]:
    """Who edits, and a claim of a plan they may edit, or that touches an objective they may."""
    current = CauseEffect.objects.current()
    visible: QuerySet[CauseEffect] = current.filter(cause__plan__in=visible_plans(request.user))
    found = visible.select_related("cause__plan", "cause__lead", "effect__plan", "effect__lead")
    link: CauseEffect = get_object_or_404(found, pk=pk)
    if not request.user.has_perm(EDIT_OBJECTIVE, link.cause):
        authorise(request.user, EDIT_OBJECTIVE, link.effect)
    assert isinstance(request.user, User)
    check_page(request.user, link.cause.plan)
    return request.user, link


def _arrow_page(
    request: HttpRequest, plan: Plan, form: forms.Form, act: Any, **context: Any
) -> HttpResponseBase:
    """A form about an arrow; saved or cancelled it leads back to the map."""

    def save(data: dict[str, Any]) -> str:
        act(data)
        return map_url(plan)

    context = {"template": "strategy/edit.html"} | context
    way = [*way_to(plan), (_("Map"), map_url(plan))]
    return form_page(request, form, save, back_url=map_url(plan), breadcrumbs=way, **context)
