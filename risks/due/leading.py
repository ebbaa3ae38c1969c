"""What risks ask of those who lead: escalations to answer, risks without an owner, plans to test again."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core.due import DueItem, register
from initiatives.status.duties import headed_departments
from risks.enums import ContingencyState, ProposalState
from risks.models import ContingencyPlan, Escalation, RatingProposal
from risks.queries import standing_risks

TO_ANSWER = dt.timedelta(days=3)
TO_DECIDE = dt.timedelta(days=7)
TEST_LASTS = dt.timedelta(days=365)
AHEAD = dt.timedelta(days=21)


def escalations_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Escalations without an answer: of the office and the leadership."""
    if not user.has_perm("risks.answer_escalation"):
        return
    for each in _unanswered(standing_risks(user)):
        due_on = localtime(each.escalated_at).date() + TO_ANSWER
        if due_on <= until:
            url = reverse("risk_deed", args=[each.risk.code, "answer", each.pk])
            words = _("Answer the escalation: %(risk)s") % {"risk": each.risk.title}
            yield DueItem(due_on, "risks.escalation", words, url, each.reason[:160])


def unowned_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Of the head of a department: what its risks without an owner ask, which nobody else is asked."""
    risks = standing_risks(user).filter(owner=None, department__in=headed_departments(user))
    open_ones = RatingProposal.objects.filter(risk__in=risks.order_by(), state=ProposalState.OPEN)
    for each in open_ones.select_related("risk", "mitigation"):
        due_on = localtime(each.proposed_at).date() + TO_DECIDE
        if due_on <= until:
            url = reverse("risk_deed", args=[each.risk.code, "decide", each.pk])
            words = _("A new rating? %(action)s is done") % {"action": each.mitigation.name}
            yield DueItem(due_on, "risks.proposal", words, url, each.risk.title)
    for escalation in _unanswered(risks):
        due_on = localtime(escalation.escalated_at).date() + TO_ANSWER
        if due_on <= until:
            url = reverse("change_risk", args=[escalation.risk.code])
            words = _("Escalated, and nobody owns it: %(risk)s") % {"risk": escalation.risk.title}
            yield DueItem(due_on, f"risks.unowned.{escalation.pk}", words, url, escalation.reason[:160])


def tests_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Contingency plans whose last test is a year old: of the plan's owner, else of the risk's."""
    mine = Q(owner=user.pk) | Q(owner=None, risk__owner=user.pk)
    plans = ContingencyPlan.objects.filter(
        mine,
        risk__in=standing_risks(user).order_by(),
        archived_on__isnull=True,
        tested_on__lte=min(until, today + AHEAD) - TEST_LASTS,
    ).exclude(state=ContingencyState.CALLED)
    for plan in plans.select_related("risk__department"):
        assert plan.tested_on is not None
        words = _("Test the plan again: %(plan)s") % {"plan": plan.name}
        url = _place_of(user, plan)
        yield DueItem(plan.tested_on + TEST_LASTS, f"risks.plan_test.{plan.pk}", words, url, plan.risk.title)


def _unanswered(risks: Any) -> Iterable[Escalation]:
    found = Escalation.objects.filter(risk__in=risks.order_by(), answered_at__isnull=True)
    return found.select_related("risk")


def _place_of(user: Any, plan: ContingencyPlan) -> str:
    """Where who may records the test; others read the plan there."""
    if user.has_perm("risks.tend_risk", plan.risk):
        return reverse("change_risk_part", args=[plan.risk.code, "plan", plan.pk])
    return f"{reverse('risk', args=[plan.risk.code])}#plans"


register(escalations_due)
register(unowned_due)
register(tests_due)
