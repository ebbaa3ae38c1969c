"""What rounds ask of who is invited, and of who began them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.due import DueItem, register
from strategy.enums import PlanState, RoundState
from strategy.models import AnalysisRound, ItemVote, RoundInvitation

# How long people have where the round names no day.
TO_ANSWER = dt.timedelta(days=14)


def answers_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Items, until one has nothing to add; then votes, until one has placed the first."""
    voted = ItemVote.objects.filter(item__round=OuterRef("round"), person=user.pk)
    asked = RoundInvitation.objects.filter(person=user.pk).exclude(round__plan__state=PlanState.ARCHIVED)
    collecting = asked.filter(round__state=RoundState.COLLECTING, done_at__isnull=True)
    voting = asked.filter(~Exists(voted), round__state=RoundState.VOTING)
    for invitation in collecting.select_related("round"):
        title = _("Write what you see: %(round)s")
        yield from _by(until, _item(invitation.round, "strategy.round_items", title))
    for invitation in voting.select_related("round"):
        title = _("Vote on what was found: %(round)s")
        yield from _by(until, _item(invitation.round, "strategy.round_votes", title))


def rounds_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """What becomes of a round that one began, the day after its answers were asked for."""
    mine = AnalysisRound.objects.filter(begun_by=user.pk, closes_on__lt=today)
    for each in mine.exclude(state=RoundState.CLOSED).exclude(plan__state=PlanState.ARCHIVED):
        title = _("Share or close it: %(round)s")
        yield from _by(until, _item(each, "strategy.round_over", title, dt.timedelta(days=1)))


def _item(round: AnalysisRound, kind: str, title: str, later: dt.timedelta = dt.timedelta()) -> DueItem:
    day = round.closes_on or timezone.localdate(round.begun_at) + TO_ANSWER
    return DueItem(
        due_on=day + later,
        kind=kind,
        title=title % {"round": round.name},
        url=reverse("round", args=[round.pk]),
        detail=round.question[:160],
    )


def _by(until: dt.date, item: DueItem) -> Iterable[DueItem]:
    return [item] if item.due_on <= until else []


register(answers_due)
register(rounds_due)
