"""What status asks of people: their updates, answers to questions, and of heads what stays late."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.due import DueItem, register
from initiatives.models import UpdateQuestion
from initiatives.queries import standing_initiatives
from initiatives.status.duties import Duty, duties, headed_departments, own_duties

AHEAD = dt.timedelta(days=14)
"""An update is announced so many days before its day."""
TO_ANSWER = dt.timedelta(days=3)
ESCALATES = dt.timedelta(days=7)
"""An update that is late for so long is asked of the department's head too."""


def updates_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """The updates of what the user leads and, where nobody leads, of what their department does."""
    for each in own_duties(user, today, min(until, today + AHEAD)):
        if each.wanted_on <= until:
            words = {"name": each.initiative.name}
            yield _item(each, "initiatives.update", _("Status update: %(name)s") % words)


def updates_late(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Of the head of a department: what its leads have not reported for a week."""
    of_others = standing_initiatives(user).filter(department__in=headed_departments(user), lead__isnull=False)
    for each in duties(of_others.exclude(lead=user.pk), today, today):
        if today - each.wanted_on >= ESCALATES:
            assert each.initiative.lead is not None
            words = {"name": each.initiative.name, "lead": each.initiative.lead.name}
            yield _item(each, "initiatives.update_late", _("Late from %(lead)s: %(name)s") % words)


def _item(duty: Duty, kind: str, title: str) -> DueItem:
    return DueItem(
        due_on=duty.wanted_on,
        kind=kind,
        title=title,
        url=reverse("write_update", args=[duty.initiative.code]),
        detail=_("for %(day)s") % {"day": date_format(duty.due_on, "j F")},
    )


def answers_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Questions about updates of what the user answers for, three days after they were asked."""
    answers_for = Q(lead=user.pk) | Q(lead=None, department__in=headed_departments(user))
    mine = standing_initiatives(user).filter(answers_for)
    waiting = UpdateQuestion.objects.filter(answered_at=None, update__initiative__in=mine.order_by())
    for question in waiting.select_related("update__initiative", "asked_by"):
        due_on = timezone.localdate(question.asked_at) + TO_ANSWER
        if due_on <= until:
            initiative = question.update.initiative
            yield DueItem(
                due_on=due_on,
                kind="initiatives.question",
                title=_("Answer: %(question)s") % {"question": question.text[:120]},
                url=reverse("answer_question", args=[initiative.code, question.pk]),
                detail=initiative.name,
            )


register(updates_due)
register(updates_late)
register(answers_due)
