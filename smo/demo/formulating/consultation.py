"""The demonstration's consultation rounds: one on the plan's draft, over for years, and one that is open."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from org.enums import Role
from org.models import Membership, User
from smo.demo.formulating import consultation_content as content
from smo.demo.formulating.consultation_content import Word
from smo.demo.formulating.scene import Scene
from smo.demo.history import start_of
from strategy.consultation.guests import digest_of, new_secret
from strategy.enums import ConsultationState, PlanState
from strategy.models import Consultation, ConsultationInvitation, Plan, Remark

ROUND_LASTS = dt.timedelta(days=28)


def store(scene: Scene) -> None:
    """Stored as it would have been: nobody can be asked today about a plan that is in force.

    The open round is about a departmental plan that is not agreed yet.
    """
    opened = _noon(start_of(scene.today) - dt.timedelta(days=75))
    first = _round(scene, scene.plan, opened, content.FIRST_NAME, content.FIRST_MESSAGE)
    guest = _ask(scene, first, content.FIRST_PEOPLE, content.FIRST_DEPARTMENTS)
    _say(scene, first, content.FIRST_WORDS, guest)
    _close(first, opened + ROUND_LASTS)
    parts = Plan.objects.filter(part_of=scene.plan, revises__isnull=True).order_by("state", "pk")
    undecided = parts.filter(state__in=[PlanState.CONSULTATION, PlanState.DRAFT]).first()
    if undecided is not None:
        opened = timezone.now() - dt.timedelta(days=6)
        second = _round(scene, undecided, opened, content.SECOND_NAME, content.SECOND_MESSAGE)
        guest = _ask(scene, second, content.SECOND_PEOPLE, content.SECOND_DEPARTMENTS)
        _say(scene, second, content.SECOND_WORDS, guest)


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), tzinfo=timezone.get_current_timezone())


def _round(scene: Scene, plan: Plan, opened: dt.datetime, name: str, message: str) -> Consultation:
    made = Consultation.objects.create(
        plan=plan,
        name=name,
        message=message,
        state=ConsultationState.OPEN,
        closes_on=(opened + ROUND_LASTS).date(),
        begun_by=scene.people["smo"],
        opened_at=opened,
    )
    Consultation.objects.filter(pk=made.pk).update(begun_at=opened - dt.timedelta(days=2))
    return made


def _close(consultation: Consultation, at: dt.datetime) -> None:
    consultation.state, consultation.closed_at = ConsultationState.CLOSED, at
    consultation.save()


def _ask(
    scene: Scene, consultation: Consultation, people: Sequence[str], departments: Sequence[str]
) -> ConsultationInvitation:
    """Invite them and the guest, whose link is known to nobody: a new one can be made for trying."""
    for code in departments:
        consultation.invitations.create(department=scene.departments[code])
    for login in people:
        consultation.invitations.create(person=scene.people[login])
    name, organisation, email = content.GUEST
    assert consultation.opened_at is not None
    return consultation.invitations.create(
        guest_name=name,
        guest_organisation=organisation,
        guest_email=email,
        digest=digest_of(new_secret()),
        expires_at=consultation.opened_at + ROUND_LASTS,
    )


def _say(
    scene: Scene, consultation: Consultation, words: Sequence[Word], guest: ConsultationInvitation
) -> None:
    headed = _headed()
    for word in words:
        author = None if word.who == "guest" else scene.people[word.who]
        remark = Remark.objects.create(
            consultation=consultation,
            kind=word.kind,
            text=word.text,
            proposed=word.proposed,
            author=author,
            guest=None if author else guest,
            department_id=headed.get(author.pk) if author else None,
            **_about(consultation.plan, word.about),
        )
        _date(remark, word, scene.people["smo"])


def _headed() -> dict[int, int]:
    """The department that each head heads."""
    heads = Membership.objects.filter(role=Role.DEPARTMENT_HEAD, department__isnull=False)
    return {user: department for user, department in heads.values_list("user", "department") if department}


def _about(plan: Plan, code: str) -> dict[str, Any]:
    """The element with this code or name; "first": the plan's first objective."""
    if code in ("plan", "vision", "mission"):
        return {"about": code}
    objectives = plan.objectives.all()
    objective = objectives.first() if code == "first" else objectives.filter(code=code).first()
    if objective is not None:
        return {"about": "objective", "objective": objective}
    priority = plan.priorities.filter(code=code).first()
    if priority is not None:
        return {"about": "priority", "priority": priority}
    value = plan.values_held.filter(name=code).first()
    return {"about": "value", "value": value} if value else {"about": "plan"}


def _date(remark: Remark, word: Word, staff: User) -> None:
    """It was said some days after the round opened, answered three days later and perhaps withdrawn."""
    opened = remark.consultation.opened_at
    assert opened is not None
    said = min(opened + dt.timedelta(days=word.day, hours=word.day % 5), timezone.now())
    days = {"said_at": said}
    if word.withdrawn:
        days["withdrawn_at"] = opened + dt.timedelta(days=word.withdrawn)
    answered: dict[str, Any] = {}
    if word.outcome:
        at = min(said + dt.timedelta(days=3), timezone.now() - dt.timedelta(hours=5))
        answered = {
            "outcome": word.outcome,
            "answer": word.answer,
            "answered_by": staff,
            "answered_at": at,
        }
    Remark.objects.filter(pk=remark.pk).update(**days, **answered)
