"""What rounds ask of people: their word, an answer, and whether an answered objection still stands."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.due import DueItem, register
from org.enums import Role
from org.models import Membership
from org.roles import held_by, is_smo_staff
from strategy.consultation.document import name_of
from strategy.consultation.waiting import waiting
from strategy.enums import ConsultationState, RemarkKind, RemarkOutcome
from strategy.models import Consultation, ConsultationInvitation, Remark

# How long somebody is given where the round names no last day; to answer; and to think about an answer.
TO_SPEAK = dt.timedelta(days=14)
TO_ANSWER = dt.timedelta(days=7)
TO_RECONSIDER = dt.timedelta(days=14)


def words_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """A word in each open round to which somebody, or the department they head, is invited.

    It is given by any remark; who has nothing to add endorses the plan.
    """
    headed = Membership.objects.filter(user_id=user.pk, role=Role.DEPARTMENT_HEAD).values("department")
    asked = ConsultationInvitation.objects.filter(
        Q(person_id=user.pk) | Q(department__in=headed),
        consultation=OuterRef("pk"),
        revoked_at__isnull=True,
    )
    spoke = Remark.objects.filter(consultation=OuterRef("pk"), author_id=user.pk, withdrawn_at__isnull=True)
    rounds = Consultation.objects.filter(Exists(asked), ~Exists(spoke), state=ConsultationState.OPEN)
    for each in rounds.select_related("plan"):
        opened = timezone.localdate(each.opened_at) if each.opened_at else today
        due_on = each.closes_on or opened + TO_SPEAK
        if due_on <= until:
            yield DueItem(
                due_on=due_on,
                kind="strategy.word",
                title=_("Say what you think of %(plan)s") % {"plan": each.plan.name},
                url=reverse("consultation", args=[each.pk]),
                detail=each.name,
            )


def answers_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """For whoever began a round (for all of the office, where nobody did): what it left unanswered."""
    if not is_smo_staff(user):
        return
    mine = Q(begun_by_id=user.pk) | Q(begun_by__isnull=True) | Q(begun_by__is_active=False)
    rounds = Consultation.objects.filter(mine, state=ConsultationState.CLOSED)
    for each in rounds.annotate(waiting=Count("remarks", filter=waiting("remarks__"))).filter(waiting__gt=0):
        due_on = timezone.localdate(each.closed_at) + TO_ANSWER if each.closed_at else today
        if due_on <= until:
            count = each.waiting
            title = ngettext("Answer %(n)d remark", "Answer %(n)d remarks", count) % {"n": count}
            yield DueItem(
                due_on=due_on,
                kind="strategy.answer",
                title=title,
                url=f"{reverse('consultation', args=[each.pk])}?show=open",
                detail=each.name,
            )


def objections_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Whether an objection still stands after its answer; for two weeks, then silence keeps it."""
    if not held_by(user).roles:
        return
    answered = Remark.objects.filter(
        author_id=user.pk,
        kind=RemarkKind.OBJECTION,
        withdrawn_at__isnull=True,
        answered_at__gte=timezone.now() - TO_RECONSIDER,
    ).exclude(outcome__in=[RemarkOutcome.OPEN, RemarkOutcome.TAKEN_UP])
    for each in answered.select_related("consultation", "value", "priority", "objective", "goal"):
        assert each.answered_at is not None
        due_on = timezone.localdate(each.answered_at) + TO_RECONSIDER
        if due_on <= until:
            yield DueItem(
                due_on=due_on,
                kind="strategy.objection",
                title=_("Your objection was answered: does it still stand?"),
                url=f"{reverse('consultation', args=[each.consultation_id])}#remark-{each.pk}",
                detail=name_of(each),
            )


register(words_due)
register(answers_due)
register(objections_due)
