"""What risks ask of people: actions, steps of running plans, reviews, proposed ratings, ended acceptance."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core.due import DueItem, register
from risks.enums import ContingencyState, MitigationState, ProposalState
from risks.models import ContingencyStep, Mitigation, RatingProposal
from risks.queries import standing_risks

AHEAD = dt.timedelta(days=21)


def risk_work_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """The user's open actions, and steps of plans that were called up."""
    risks, day = standing_risks(user).order_by(), min(until, today + AHEAD)
    mine = Mitigation.objects.filter(risk__in=risks, owner=user.pk, due_on__lte=day)
    open_ones = mine.filter(state__in=[MitigationState.PLANNED, MitigationState.UNDER_WAY])
    for each in open_ones.select_related("risk"):
        assert each.due_on is not None
        url = reverse("change_risk_part", args=[each.risk.code, "mitigation", each.pk])
        yield DueItem(each.due_on, f"risks.mitigation.{each.pk}", each.name, url, each.risk.title)
    steps = ContingencyStep.objects.filter(
        plan__risk__in=risks, who=user.pk, done_at=None, plan__state=ContingencyState.CALLED
    )
    for step in steps.select_related("plan__risk"):
        assert step.plan.called_at is not None
        due_on = localtime(step.plan.called_at + dt.timedelta(hours=step.within_hours or 0)).date()
        if due_on <= until:
            url = f"{reverse('risk', args=[step.plan.risk.code])}#plans"
            yield DueItem(due_on, f"risks.step.{step.pk}", step.name, url, step.plan.name)


def risks_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Reviews, ratings that completed actions propose, and acceptances that end, of the user's risks."""
    mine, day = standing_risks(user).filter(owner=user.pk), min(until, today + AHEAD)
    for risk in mine.filter(next_review_on__lte=day):
        assert risk.next_review_on is not None
        url = reverse("review_risk", args=[risk.code])
        words = _("Review the risk: %(risk)s") % {"risk": risk.title}
        yield DueItem(risk.next_review_on, "risks.review", words, url)
    for risk in mine.filter(accepted_until__lte=day):
        assert risk.accepted_until is not None
        url = reverse("choose_response", args=[risk.code])
        words = _("Its acceptance ends: %(risk)s") % {"risk": risk.title}
        yield DueItem(risk.accepted_until, "risks.acceptance", words, url)
    waiting = RatingProposal.objects.filter(risk__in=mine.order_by(), state=ProposalState.OPEN)
    for each in waiting.select_related("risk", "mitigation"):
        due_on = localtime(each.proposed_at).date() + dt.timedelta(days=7)
        if due_on <= until:
            url = reverse("risk_deed", args=[each.risk.code, "decide", each.pk])
            words = _("A new rating? %(action)s is done") % {"action": each.mitigation.name}
            yield DueItem(due_on, "risks.proposal", words, url, each.risk.title)


register(risk_work_due)
register(risks_due)
