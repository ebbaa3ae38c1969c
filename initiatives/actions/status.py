"""Status updates: kept while they are written, handed in once, questioned and answered."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from initiatives.enums import UpdateState
from initiatives.models import Initiative, StatusUpdate, UpdateQuestion
from initiatives.status.checking import (
    FIELDS,
    JUDGED,
    TEXTS,
    check_complete,
    check_kept,
    check_reporting,
)
from initiatives.status.duties import day_to_report
from initiatives.status.events import question_answered, status_updated, update_questioned
from initiatives.status.states import computed_states
from initiatives.validators import check_standing, refuse
from org.models import User


@action
def keep_draft(
    *, by: User | None, initiative: Initiative, for_day: dt.date | None = None, **fields: Any
) -> StatusUpdate:
    """Keep what is written of an update so far, for whoever goes on with it; `fields` of `FIELDS`.

    `for_day`: the day that the writer means. Raises Refused, or Conflict where the initiative is not under
    way or the update of that day was handed in meanwhile.
    """
    update = _begun(_locked(initiative), for_day, fields)
    update.author = by
    update.save()
    return update


@action
def submit_update(
    *, by: User | None, initiative: Initiative, for_day: dt.date | None = None, **fields: Any
) -> StatusUpdate:
    """Hand in the update that is due, with what plan and money say now; `fields` go over its draft.

    Raises Refused naming what is missing, or Conflict as `keep_draft` does.
    """
    update = _begun(_locked(initiative), for_day, fields)
    refuse(check_complete(update))
    for name in JUDGED:
        if getattr(update, name) == "green":
            setattr(update, f"{name}_reason", "")
    now = computed_states([initiative.pk])[initiative.pk]
    _hand_in(update, by, timezone.now(), now.snapshot())
    status_updated(update)
    return update


@action
def record_update(
    *,
    by: User | None,
    initiative: Initiative,
    due_on: dt.date,
    author: User | None = None,
    submitted_at: dt.datetime | None = None,
    computed: Mapping[str, Any] | None = None,
    **fields: Any,
) -> StatusUpdate:
    """Take over what was reported elsewhere for a day, complete or not; reported again, it is overwritten.

    `computed`: what plan and money said then, where it is known. Nobody is told. Raises Refused.
    """
    update = StatusUpdate.objects.filter(initiative=initiative, due_on=due_on).first()
    update = update or StatusUpdate(initiative=initiative, due_on=due_on)
    _set(update, fields)
    _hand_in(update, author or by, submitted_at or timezone.now(), computed or {})
    return update


@action
def drop_draft(*, by: User | None, update: StatusUpdate) -> None:
    """Throw away what is written so far; raises Conflict for what was handed in."""
    if update.state != UpdateState.DRAFT:
        raise Conflict(_("This update was handed in: it stays."))
    update.delete()


@action
def ask_about_update(*, by: User | None, update: StatusUpdate, text: str) -> UpdateQuestion:
    """Ask about an update that was handed in; who runs the initiative is told. Raises Refused, Conflict."""
    check_standing(update.initiative)
    if update.state != UpdateState.SUBMITTED:
        raise Conflict(_("This update is still being written."))
    question = UpdateQuestion(update=update, text=_said(text, "text", _("Say what you ask.")), asked_by=by)
    question.save()
    update_questioned(question)
    return question


@action
def answer_question(*, by: User | None, question: UpdateQuestion, answer: str) -> UpdateQuestion:
    """Answer a question, or word the answer anew; who asked is told once. Raises Refused, Conflict."""
    check_standing(question.update.initiative)
    locked = UpdateQuestion.objects.select_for_update(of=("self",)).get(pk=question.pk)
    is_first = locked.answered_at is None
    question.answer = _said(answer, "answer", _("Say what the answer is."))
    question.answered_by, question.answered_at = by, timezone.now()
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    if is_first:
        question_answered(question)
    return question


def _locked(initiative: Initiative) -> Initiative:
    """The initiative as it stands now, kept from changing until the transaction ends."""
    locked: Initiative = Initiative.objects.select_for_update(of=("self",)).get(pk=initiative.pk)
    check_reporting(locked)
    return locked


def _begun(initiative: Initiative, for_day: dt.date | None, fields: dict[str, Any]) -> StatusUpdate:
    """The draft of the initiative, or a new update, for the day that is due, with what was sent."""
    day = day_to_report(initiative, timezone.localdate())
    done = initiative.updates.filter(due_on__in=(day, for_day or day), state=UpdateState.SUBMITTED).first()
    if done is not None:
        words = _("The update for %(day)s was handed in already; it stays as it is.")
        raise Conflict(words % {"day": date_format(done.due_on, "DATE_FORMAT")})
    draft = initiative.updates.filter(state=UpdateState.DRAFT).order_by("-due_on").first()
    update: StatusUpdate = draft or StatusUpdate(initiative=initiative)
    update.due_on = day
    _set(update, fields)
    return update


def _set(update: StatusUpdate, fields: dict[str, Any]) -> None:
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"an update has no {', '.join(sorted(unknown))}")
    refuse(check_kept(fields))
    for name, value in fields.items():
        setattr(update, name, value.strip() if name in TEXTS else value)


def _hand_in(update: StatusUpdate, by: User | None, moment: dt.datetime, computed: Mapping[str, Any]) -> None:
    update.state, update.author, update.submitted_at = UpdateState.SUBMITTED, by, moment
    update.computed = dict(computed)
    update.save()


def _said(text: str, field: str, words: str) -> str:
    if not text.strip():
        raise Refused([Fault(words, field=field, code="required")])
    return text.strip()
