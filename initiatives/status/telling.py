"""Mail that follows from questions about updates; each event is told once (`core.outbox`)."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core.models import OutboxEvent
from core.outbox import subscribe
from initiatives.models import Initiative, UpdateQuestion
from initiatives.queries import visible_initiatives
from initiatives.status.events import ANSWERED, QUESTIONED
from org.enums import AccountKind, Role
from org.models import Membership, User
from strategy.letters import Letter, send

QUESTION_SUBJECT = gettext_noop("A question about %(name)s")
ANSWER_SUBJECT = gettext_noop("Answered: %(name)s")
_QUESTION = "initiatives/status/mail/question.html", "initiatives/status/mail/question.txt"
_ANSWER = "initiatives/status/mail/answer.html", "initiatives/status/mail/answer.txt"


def reporters(initiative: Initiative) -> Iterable[User]:
    """Who answers for what is reported: the lead; where nobody leads, who heads the department."""
    if initiative.lead is not None:
        return [initiative.lead]
    heads = Membership.objects.filter(department=initiative.department_id, role=Role.DEPARTMENT_HEAD)
    return User.objects.filter(pk__in=heads.values("user"), kind=AccountKind.PERSON)


def tell_questioned(event: OutboxEvent) -> None:
    """Who answers for the initiative, unless it is answered by now."""
    question = _question(event)
    if question is not None and question.answered_at is None:
        for person in reporters(question.update.initiative):
            if person.pk != question.asked_by_id:
                _mail(question, person, _QUESTION, QUESTION_SUBJECT, "answer_question")


def tell_answered(event: OutboxEvent) -> None:
    """Who asked, as long as they may know of the initiative."""
    question = _question(event)
    if question is None or question.asked_by is None or question.answered_at is None:
        return
    if question.asked_by_id != question.answered_by_id:
        _mail(question, question.asked_by, _ANSWER, ANSWER_SUBJECT, "initiative_status")


def _question(event: OutboxEvent) -> UpdateQuestion | None:
    related = ("update__initiative__lead", "asked_by", "answered_by")
    return UpdateQuestion.objects.select_related(*related).filter(pk=event.payload["question"]).first()


def _mail(
    question: UpdateQuestion, person: User, templates: tuple[str, str], subject: str, route: str
) -> None:
    initiative = question.update.initiative
    may_know = visible_initiatives(person).filter(pk=initiative.pk).exists()
    if not (may_know and person.may_sign_in and person.email):
        return
    where = [initiative.code, question.pk] if route == "answer_question" else [initiative.code]
    with translation.override(person.language or settings.LANGUAGE_CODE):
        send(
            Letter(
                to=person.email,
                name=person.name,
                subject=_(subject) % {"name": initiative.name},
                title=initiative.name,
                about=_("Status update"),
                templates=templates,
                series="initiative",
                url=settings.BASE_URL + reverse(route, args=where),
                context={
                    "question": question,
                    "day": date_format(question.update.due_on, "DATE_FORMAT"),
                },
            )
        )


subscribe(QUESTIONED, tell_questioned)
subscribe(ANSWERED, tell_answered)
