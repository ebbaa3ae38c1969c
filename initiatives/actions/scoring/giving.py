"""Scores as their scorer gives them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from initiatives.enums import ScoringState
from initiatives.models import Initiative, Score, Scorer, ScoringCriterion, ScoringRound
from initiatives.queries import visible_initiatives
from initiatives.scoring.engine import HIGHEST, LOWEST
from initiatives.scoring.visible import criteria_of
from initiatives.validators import refuse
from org.models import User

LONGEST_NOTE = 300


class Given(NamedTuple):
    """What somebody gives an initiative by a criterion: 1 to 5, None to take it back, and why."""

    initiative: Initiative
    criterion: ScoringCriterion
    value: int | None
    note: str = ""


@action
def give_scores(*, by: User, round: ScoringRound, scores: Sequence[Given]) -> list[Score]:
    """Store one's own scores in an open round, all or none; the scores as stored, without those taken back.

    Raises Refused where an initiative or criterion is none of the round or a value is none from 1 to 5, and
    Conflict where the round is closed or one has said that one is through.
    """
    _writable(by, round)
    refuse(_check(by, round, scores))
    stored = []
    for each in scores:
        key: dict[str, Any] = {"round": round, "initiative": each.initiative, "scorer": by}
        key["criterion"] = each.criterion
        if each.value is None:
            Score.objects.filter(**key).delete()
            continue
        score, _new = Score.objects.update_or_create(**key, defaults={"value": each.value, "note": each.note})
        stored.append(score)
    return stored


@action
def say_scored(*, by: User, round: ScoringRound, done: bool = True) -> Scorer:
    """Say that one is through, which shows the others' scores; or go on. Raises Conflict when closed."""
    scorer = _scorer(by, round)
    if done == (scorer.done_at is not None):
        return scorer
    scorer.done_at = timezone.now() if done else None
    scorer.save(update_fields=["done_at"])
    return scorer


def _scorer(by: User, round: ScoringRound) -> Scorer:
    """That one is asked in the round, locked; raises Conflict where it is closed."""
    locked = ScoringRound.objects.select_for_update().get(pk=round.pk)
    if locked.state == ScoringState.CLOSED:
        raise Conflict(_("“%(name)s” is closed.") % {"name": locked.name})
    scorer = Scorer.objects.filter(round=round, person=by).first()
    if scorer is None:
        raise Conflict(_("You are not asked in “%(name)s”.") % {"name": locked.name})
    return scorer


def _writable(by: User, round: ScoringRound) -> None:
    if _scorer(by, round).done_at is not None:
        raise Conflict(_("You said that you are through; say that you go on first."))


def _check(by: User, round: ScoringRound, scores: Sequence[Given]) -> Iterator[Fault]:
    seen = visible_initiatives(by).filter(scoring_rounds=round)
    initiatives = set(seen.values_list("pk", flat=True))
    criteria = {each.pk for each in criteria_of(round)}
    for index, each in enumerate(scores):
        if each.initiative.pk not in initiatives:
            words = _("%(code)s is not part of the round.") % {"code": each.initiative.code}
            yield Fault(words, index=index, field="initiative", code="unknown")
        if each.criterion.pk not in criteria:
            words = _("“%(name)s” is no criterion of the round.") % {"name": each.criterion.name}
            yield Fault(words, index=index, field="criterion", code="unknown")
        if each.value is not None and not LOWEST <= each.value <= HIGHEST:
            yield Fault(_("A score goes from 1 to 5."), index=index, field="value")
        if len(each.note) > LONGEST_NOTE:
            words = _("At most %(limit)d letters.") % {"limit": LONGEST_NOTE}
            yield Fault(words, index=index, field="note", code="max_length")
