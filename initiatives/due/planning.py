"""What action plans ask of people: their tasks that are late or due soon, and moves to look at."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core.due import DueItem, register
from initiatives.enums import UNDER_WAY
from initiatives.models import PlanNotice
from initiatives.planning.network import leaves, scheduled
from initiatives.planning.notices import texts_of

AHEAD = dt.timedelta(days=21)
"""A task is asked for from so many days before its end on: earlier it would hide what is urgent."""


def tasks_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """The user's tasks and milestones that are not done, of initiatives under way."""
    mine = leaves().filter(
        scheduled("initiative__"),
        owner=user.pk,
        done_on__isnull=True,
        ends_on__lte=min(until, today + AHEAD),
        initiative__stage__in=UNDER_WAY,
    )
    for task in mine.select_related("initiative"):
        assert task.ends_on is not None
        yield DueItem(
            due_on=task.ends_on,
            kind="initiatives.task",
            title=task.name,
            url=f"{reverse('initiative_plan', args=[task.initiative.code])}#task-{task.pk}",
            detail=task.initiative.name,
        )


def notices_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Moves elsewhere that the lead of an initiative has not looked at yet."""
    waiting = PlanNotice.objects.filter(initiative__lead=user.pk, seen_at__isnull=True)
    rows = waiting.select_related("initiative", "task", "moved__initiative")
    for each in texts_of(rows, user):
        notice = each.notice
        yield DueItem(
            due_on=localtime(notice.told_at).date() + dt.timedelta(days=7),
            kind="initiatives.plan_notice",
            title=_("%(move)s “%(task)s” waits for it.")
            % {"move": each.moved_text, "task": notice.task.name},
            url=f"{reverse('initiative_plan', args=[notice.initiative.code])}#task-{notice.task_id}",
            detail=notice.initiative.name,
        )


register(tasks_due)
register(notices_due)
