"""What change readiness asks of people: their actions for groups that do not come along."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from core.due import DueItem, register
from initiatives.enums import ENDED, ActionState
from initiatives.models import ReadinessAction
from initiatives.readiness.visible import standing_groups

AHEAD = dt.timedelta(days=21)
"""An action is asked for from so many days before its day on, as tasks are."""


def actions_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """The user's open actions with a day, of initiatives that have not ended."""
    mine = ReadinessAction.objects.filter(
        owner=user.pk,
        state=ActionState.OPEN,
        due_on__lte=min(until, today + AHEAD),
        group__in=standing_groups(user).order_by(),
    )
    for each in mine.exclude(group__initiative__stage__in=ENDED).select_related("group__initiative"):
        assert each.due_on is not None
        yield DueItem(
            due_on=each.due_on,
            kind="initiatives.readiness",
            title=each.name,
            url=f"{reverse('initiative_readiness', args=[each.initiative.code])}#action-{each.pk}",
            detail=f"{each.initiative.name} · {each.group.name}",
        )


register(actions_due)
