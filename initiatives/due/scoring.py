"""What prioritisation asks of who scores, and of who began a round."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.due import DueItem, register
from initiatives.enums import ScoringState
from initiatives.models import Scorer, ScoringRound

# How long people have where the round names no day.
TO_SCORE = dt.timedelta(days=14)


def scores_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Scores in open rounds, until one has said that one is through."""
    asked = Scorer.objects.filter(person=user.pk, done_at=None, round__state=ScoringState.OPEN)
    for each in asked.select_related("round"):
        day = _day(each.round)
        if day <= until:
            yield _item(each.round, day, "initiatives.scores", _("Score the initiatives: %(round)s"))


def rounds_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """A round that one began and that is still open the day after its scores were asked for."""
    for each in ScoringRound.objects.filter(begun_by=user.pk, state=ScoringState.OPEN):
        day = _day(each) + dt.timedelta(days=1)
        if day <= min(until, today):
            yield _item(each, day, "initiatives.scoring_over", _("Close the round of scoring: %(round)s"))


def _day(round: ScoringRound) -> dt.date:
    return round.closes_on or timezone.localdate(round.begun_at) + TO_SCORE


def _item(round: ScoringRound, day: dt.date, kind: str, title: str) -> DueItem:
    return DueItem(
        due_on=day,
        kind=kind,
        title=title % {"round": round.name},
        url=reverse("scoring_round", args=[round.pk]),
        detail=round.note[:160],
    )


register(scores_due)
register(rounds_due)
