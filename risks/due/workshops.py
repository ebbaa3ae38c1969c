"""What workshops ask of who is invited, and of who leads them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.due import DueItem, register
from risks.enums import WorkshopState
from risks.models import Participant, Workshop

# How long people have where the workshop names no day.
TO_ANSWER = dt.timedelta(days=14)
ALONE = (WorkshopState.PROPOSING, WorkshopState.RATING)


def answers_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Proposals and ratings, until one has said that one is through with the step."""
    asked = Participant.objects.filter(person=user.pk, done_at=None, workshop__state__in=ALONE)
    for each in asked.select_related("workshop"):
        day = _day(each.workshop)
        if day <= until:
            proposing = each.workshop.state == WorkshopState.PROPOSING
            title = _("Propose risks: %(workshop)s") if proposing else _("Rate risks: %(workshop)s")
            yield _item(each.workshop, day, f"risks.workshop_{each.workshop.state}", title)


def workshops_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """The next step of a workshop that one leads, the day after its answers were asked for."""
    for each in Workshop.objects.filter(led_by=user.pk).exclude(state=WorkshopState.CLOSED):
        day = _day(each) + dt.timedelta(days=1)
        if day <= min(until, today):
            yield _item(each, day, "risks.workshop_over", _("Go on with the workshop: %(workshop)s"))


def _day(workshop: Workshop) -> dt.date:
    return workshop.closes_on or timezone.localdate(workshop.begun_at) + TO_ANSWER


def _item(workshop: Workshop, day: dt.date, kind: str, title: str) -> DueItem:
    return DueItem(
        due_on=day,
        kind=kind,
        title=title % {"workshop": workshop.name},
        url=reverse("risk_workshop", args=[workshop.pk]),
        detail=workshop.question[:160],
    )


register(answers_due)
register(workshops_due)
