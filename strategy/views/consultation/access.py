"""Which round or remark an address means, and what the reader may do there."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.web import authorise
from org.models import User
from strategy.consultation.reading import Reader
from strategy.consultation.visible import visible_consultations, visible_remarks
from strategy.enums import ConsultationState
from strategy.models import Consultation, Plan, Remark
from strategy.queries import visible_plans

RUN, TAKE_PART = "strategy.run_consultation", "strategy.take_part"


def plan_to_consult(request: HttpRequest, code: str) -> tuple[User, Plan]:
    """Who prepares a round, and the plan it is about."""
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, RUN)
    return _person(request), plan


def round_shown(request: HttpRequest, pk: int) -> Consultation:
    """A round that the reader may know of, else 404."""
    found = visible_consultations(request.user).select_related("plan", "begun_by")
    consultation: Consultation = get_object_or_404(found, pk=pk)
    authorise(request.user, "strategy.view_consultation", consultation)
    return consultation


def round_to(request: HttpRequest, pk: int, permission: str = RUN) -> tuple[User, Consultation]:
    """Who acts, and the round: 404 where it is hidden, 403 where they may only read."""
    consultation = round_shown(request, pk)
    authorise(request.user, permission, consultation)
    return _person(request), consultation


def remark_to(request: HttpRequest, pk: int, permission: str) -> tuple[User, Remark]:
    """Who acts, and the remark: 404 where it is hidden, 403 where they may only read it."""
    found = visible_remarks(request.user).select_related(
        "consultation__plan", "author", "guest", "value__plan", "priority__plan", "objective__plan", "goal"
    )
    remark: Remark = get_object_or_404(found, pk=pk)
    authorise(request.user, permission, remark if permission == "strategy.change_remark" else None)
    return _person(request), remark


def reader_of(request: HttpRequest, consultation: Consultation) -> Reader:
    """What the signed-in reader may do in a round."""
    user: Any = request.user
    is_open = consultation.state == ConsultationState.OPEN
    return Reader(
        user_id=user.pk,
        may_say=is_open and user.has_perm(TAKE_PART, consultation),
        may_answer=user.has_perm(RUN, consultation),
    )


def may_read_plan(request: HttpRequest, consultation: Consultation) -> bool:
    """Whether the document itself is still the reader's to read: who was asked, while it is open."""
    return bool(visible_plans(request.user).filter(pk=consultation.plan_id).exists())


def round_url(consultation: Consultation) -> str:
    """The page of a round."""
    return reverse("consultation", args=[consultation.pk])


def way_to(consultation: Consultation) -> list[tuple[str, str]]:
    """The breadcrumbs of a page below a round."""
    return [*way_to_rounds(consultation.plan), (consultation.name, round_url(consultation))]


def way_to_rounds(plan: Plan) -> list[tuple[str, str]]:
    """The breadcrumbs of a round."""
    return [
        (_("Strategy"), reverse("plans")),
        (plan.name, reverse("plan", args=[plan.code])),
        (_("Consultation"), reverse("consultations", args=[plan.code])),
    ]


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
