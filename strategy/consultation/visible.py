"""Which rounds and remarks a user may know of."""

from typing import Any

from django.db.models import Q, QuerySet

from org.enums import Role
from org.roles import held_by
from strategy.consultation.asking import invitations_of
from strategy.enums import ConsultationState, PlanState
from strategy.models import Consultation, Remark
from strategy.queries import READS_DRAFTS


def visible_consultations(user: Any) -> QuerySet[Consultation]:
    """Rounds a user may know of: all for who reads drafts, else those in which they are or were asked.

    A round that is being prepared is nobody else's. What somebody said stays theirs to read.
    """
    if reads_everything(user):
        return Consultation.objects.all()
    asked = Q(pk__in=invitations_of(user).values("consultation"))
    asked |= Q(pk__in=Remark.objects.filter(author_id=user.pk).values("consultation"))
    if held_by(user).anywhere(Role.DEPARTMENT_HEAD):
        asked |= Q(plan__state=PlanState.CONSULTATION)
    return Consultation.objects.filter(asked).exclude(state=ConsultationState.PREPARED)


def reads_everything(user: Any) -> bool:
    """Whether a user sees what everybody said (the office and the leadership), not only their own words."""
    return held_by(user).anywhere(*READS_DRAFTS)


def visible_remarks(user: Any) -> QuerySet[Remark]:
    """Remarks a user may read: all for who `reads_everything`, for everybody else their own."""
    if reads_everything(user):
        return Remark.objects.all()
    return Remark.objects.filter(author_id=user.pk)
