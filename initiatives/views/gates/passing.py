"""The gates of an initiative: its way so far, asking for a stage, deciding, taking back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import Crumbs, confirm_page, form_page
from core.web import StateForbids, authorise
from initiatives.actions.gates import ask_gate, decide_gate, withdraw_gate
from initiatives.enums import GateOutcome
from initiatives.forms.gates import AskForm, DecisionForm
from initiatives.gates.moves import Move, moves_from, way_of, why_not
from initiatives.gates.reading import criteria_before, waiting_at, with_people
from initiatives.models import GateDecision, Initiative
from initiatives.validators import check_standing
from initiatives.views.portfolio.editing import posted, url_of, who
from initiatives.views.portfolio.initiative import may_decide
from initiatives.views.seen import initiative_seen, way_to

ASK, DECIDE = "initiatives.ask_gate", "initiatives.decide_gate"


@require_safe
def gates(request: HttpRequest, code: str) -> HttpResponseBase:
    """What was asked and decided so far, the newest first, and the ways on."""
    shown, user = initiative_seen(request, code), request.user
    rows = list(with_people(shown.gates.all()))
    waits = any(each.outcome == GateOutcome.WAITING for each in rows)
    may_ask = shown.archived_on is None and not waits and user.has_perm(ASK, shown)
    context = {
        "initiative": shown,
        "gates": rows,
        "way": way_of(shown.stage),
        "moves": moves_from(shown.stage) if may_ask else [],
        "breadcrumbs": way_to(shown),
    }
    return render(request, "initiatives/gates/gates.html", context)


def ask(request: HttpRequest, code: str) -> HttpResponseBase:
    """Ask for a stage (`?to=`): with the criteria before it, each met, not met or not said."""
    shown, by = initiative_seen(request, code, ASK), who(request)
    _check_free(shown)
    moves = moves_from(shown.stage)
    move = _move(request, shown, moves)
    criteria = criteria_before(move.after)
    form = AskForm(posted(request), move=move, criteria=criteria, moves=moves)

    def act(data: dict[str, Any]) -> str:
        gate = ask_gate(
            by=by,
            initiative=shown,
            to_stage=move.after,
            request=data["request"],
            answers=form.answers(),
            decide_by=data.get("decide_by"),
        )
        return gate_url(gate)

    return form_page(
        request,
        form,
        act,
        title=move.name,
        button=_("Ask for it") if move.decided else move.name,
        lead=str(shown.name),
        back_url=url_of(shown),
        breadcrumbs=way_to(shown),
        template="initiatives/gates/ask.html",
        initiative=shown,
        move=move,
        moves=moves,
    )


def _check_free(initiative: Initiative) -> None:
    """Raise Conflict where nothing can be asked now, with the way to what is in the way."""
    check_standing(initiative)
    waiting = waiting_at(initiative)
    if waiting is not None:
        ways = [(_("Look at what waits"), gate_url(waiting))]
        raise StateForbids(_("It waits at a gate already."), title=_("It waits at a gate"), ways=ways)


def _move(request: HttpRequest, initiative: Initiative, moves: list[Move]) -> Move:
    """The move that is wanted, else the usual one; one that cannot be is 409."""
    wanted = (request.POST if request.method == "POST" else request.GET).get("to", "")
    if not wanted:
        return moves[0]
    for move in moves:
        if move.after == wanted:
            return move
    reason = why_not(initiative.stage, wanted) if _is_stage(wanted) else ""
    if not reason:
        raise Http404(wanted)
    raise StateForbids(reason, ways=[(_("To the initiative"), url_of(initiative))])


def _is_stage(text: str) -> bool:
    return text in dict(Initiative._meta.get_field("stage").flatchoices)


def gate(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """The record of a decision; where it waits, executives decide it here."""
    shown, user = initiative_seen(request, code), who(request)
    found: GateDecision = get_object_or_404(with_people(shown.gates.all()), pk=pk)
    if request.method == "POST":
        authorise(user, DECIDE, shown)

    def act(data: dict[str, Any]) -> str:
        return gate_url(decide_gate(by=user, gate=found, **data))

    waits = found.outcome == GateOutcome.WAITING
    way: Crumbs = [*way_to(shown), (_("Gates"), reverse("initiative_gates", args=[code]))]
    return form_page(
        request,
        DecisionForm(posted(request)),
        act,
        title=_("%(name)s: %(stage)s") % {"name": shown.name, "stage": found.get_to_stage_display()},
        button=_("Decide"),
        back_url=reverse("initiative_gates", args=[code]),
        breadcrumbs=way,
        template="initiatives/gates/gate.html",
        initiative=shown,
        gate=found,
        may_decide=waits and may_decide(user, found),
        waits_for_others=waits and found.asked_by_id == user.pk and user.has_perm(DECIDE, shown),
        may_withdraw=waits and user.has_perm(ASK, shown),
    )


def withdraw(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Take back what was asked for."""
    shown, by = initiative_seen(request, code, ASK), who(request)
    found: GateDecision = get_object_or_404(shown.gates, pk=pk)

    return confirm_page(
        request,
        lambda: gate_url(withdraw_gate(by=by, gate=found)),
        title=_("Take back what was asked for?"),
        button=_("Take it back"),
        back_url=gate_url(found),
        text=_("The request stays in the history; you can ask again."),
    )


def gate_url(gate: GateDecision) -> str:
    """The page of a decision."""
    return reverse("gate_decision", args=[gate.initiative.code, gate.pk])
