"""Answering a risk, reviewing it; calling up a plan, deciding a proposal, ticking a step."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.pages import form_page
from core.web import authorise
from risks.actions import contingency
from risks.actions.indicators import answer_escalation
from risks.actions.response import choose_response, decide_proposal
from risks.actions.reviewing import review_risk
from risks.enums import ReviewOutcome
from risks.forms.response import DecideForm, ResponseForm, ReviewForm, WordsForm
from risks.models import ContingencyPlan, ContingencyStep, Escalation, RatingProposal, Risk
from risks.reviewing.since import changes_since
from risks.views.seen import TEND, VIEW, risk_seen, way_to

DO_PART = "risks.do_part"


def respond(request: HttpRequest, code: str) -> HttpResponseBase:
    """What is done about it."""
    by, risk = risk_seen(request, code, "risks.choose_response")
    initial = {
        "response": risk.response,
        "reason": risk.response_reason,
        "accepted_until": risk.accepted_until,
    }
    form = ResponseForm(_posted(request), risk=risk, initial=initial)

    def act(data: dict[str, Any]) -> str:
        choose_response(by=by, risk=risk, **data)
        return _page(risk)

    return _form(request, risk, form, act, _("What is done about it"), _("Save"))


def review(request: HttpRequest, code: str) -> HttpResponseBase:
    """A look at it; goes on to what else is to be reviewed."""
    by, risk = risk_seen(request, code, TEND)
    form = ReviewForm(_posted(request), initial={"outcome": ReviewOutcome.KEPT})

    def act(data: dict[str, Any]) -> str:
        review_risk(by=by, risk=risk, **data)
        return reverse("risk_review") if by.has_perm("risks.view_register") else _page(risk)

    return form_page(
        request,
        form,
        act,
        title=_("Review"),
        button=_("Record the review"),
        back_url=_page(risk),
        lead=risk.title,
        breadcrumbs=way_to(risk),
        template="risks/reviewing/review.html",
        since=changes_since([risk.pk], timezone.localdate())[risk.pk],
    )


def deed(request: HttpRequest, code: str, deed: str, pk: int) -> HttpResponseBase:
    """Call up or stand down a plan, decide a proposal, answer an escalation."""
    by, risk = risk_seen(request, code)
    if deed in ("call", "end"):
        plan: ContingencyPlan = get_object_or_404(risk.contingency_plans.select_related("risk"), pk=pk)
        authorise(request.user, DO_PART, plan)
        return _of_plan(request, risk, plan, deed)
    if deed == "answer":
        escalation: Escalation = get_object_or_404(risk.escalations, pk=pk)
        authorise(request.user, "risks.answer_escalation")
        form = WordsForm(_posted(request), label=_("What is done"))

        def answer(data: dict[str, Any]) -> str:
            answer_escalation(by=by, escalation=escalation, answer=data["words"])
            return _page(risk)

        return _form(request, risk, form, answer, _("Answer the escalation"), _("Answer"), escalation.reason)
    if deed != "decide":
        raise Http404
    proposal: RatingProposal = get_object_or_404(risk.proposals.select_related("mitigation"), pk=pk)
    authorise(request.user, TEND, risk)

    def decide(data: dict[str, Any]) -> str:
        decide_proposal(by=by, proposal=proposal, **data)
        return _page(risk)

    words = _("“%(action)s” is done; it was to bring likelihood %(likelihood)d and impact %(impact)d.")
    lead = words % {
        "action": proposal.mitigation,
        "likelihood": proposal.likelihood,
        "impact": proposal.impact,
    }
    return _form(request, risk, DecideForm(_posted(request)), decide, _("A new rating?"), _("Decide"), lead)


def _of_plan(request: HttpRequest, risk: Risk, plan: ContingencyPlan, deed: str) -> HttpResponseBase:
    by: Any = request.user
    calls = deed == "call"
    form = WordsForm(_posted(request), label=_("Why") if calls else _("How it went"))

    def act(data: dict[str, Any]) -> str:
        if calls:
            contingency.call_up(by=by, plan=plan, reason=data["words"])
        else:
            contingency.stand_down(by=by, plan=plan, outcome=data["words"])
        return _page(risk)

    title = _("Call up “%(plan)s”") if calls else _("Stand down “%(plan)s”")
    button = _("Call up") if calls else _("Stand down")
    return _form(request, risk, form, act, title % {"plan": plan}, button)


@require_POST
def tick(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """A step is done, or (with `undo`) not after all."""
    by, risk = risk_seen(request, code, VIEW)
    step = get_object_or_404(ContingencyStep.objects.select_related("plan__risk"), plan__risk=risk, pk=pk)
    if step.who_id != by.pk:
        authorise(request.user, DO_PART, step.plan)
    contingency.tick_step(by=by, step=step, done="undo" not in request.POST)
    return redirect(_page(risk))


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _page(risk: Risk) -> str:
    return reverse("risk", args=[risk.code])


def _form(
    request: HttpRequest, risk: Risk, form: Any, act: Any, title: str, button: str, lead: str = ""
) -> HttpResponseBase:
    return form_page(
        request,
        form,
        act,
        title=title,
        button=button,
        back_url=_page(risk),
        lead=lead or risk.title,
        breadcrumbs=way_to(risk),
    )
