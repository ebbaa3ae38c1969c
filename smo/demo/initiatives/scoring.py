"""The initiatives of the demonstration: criteria, a closed round of scoring and an open one."""

import datetime as dt
from collections.abc import Mapping

from django.utils import timezone

from initiatives.actions.scoring import (
    Given,
    begin_scoring_round,
    give_scores,
    move_scoring_round,
    say_scored,
    suggest_criteria,
)
from initiatives.enums import ScoringState
from initiatives.models import ScoringCriterion, ScoringRound
from smo.demo.initiatives import scoring_content as content
from smo.demo.initiatives.scene import Portfolio

Scores = Mapping[str, tuple[int, ...]]


def store(portfolio: Portfolio) -> None:
    """Add the criteria and both rounds."""
    staff, today = portfolio.people["smo"], portfolio.today
    criteria = {each.name: each for each in suggest_criteria(by=staff)}
    scored = {code for of_one in content.SCORES.values() for code in of_one}
    closed = begin_scoring_round(
        by=staff,
        name=content.CLOSED,
        note=content.CLOSED_NOTE,
        initiatives=[portfolio.initiatives[code] for code in sorted(scored)],
        scorers=[portfolio.people[login] for login in content.SCORES],
        closes_on=today - dt.timedelta(days=24),
    )
    for login, scores in content.SCORES.items():
        _score(portfolio, closed, criteria, login, scores)
        say_scored(by=portfolio.people[login], round=closed)
    move_scoring_round(by=staff, round=closed, state=ScoringState.CLOSED)
    ScoringRound.objects.filter(pk=closed.pk).update(begun_at=timezone.now() - dt.timedelta(days=38))
    _open_round(portfolio, criteria)


def _open_round(portfolio: Portfolio, criteria: Mapping[str, ScoringCriterion]) -> None:
    codes = ("BIN-SENSORS", "CYCLE-LOOP", "PERMIT-BOT", "SHORE-POWER")
    round = begin_scoring_round(
        by=portfolio.people["smo"],
        name=content.OPEN,
        note=content.OPEN_NOTE,
        initiatives=[portfolio.initiatives[code] for code in codes],
        scorers=[portfolio.people[login] for login in ("smo", "executive", "head")],
        closes_on=portfolio.today + dt.timedelta(days=6),
    )
    for login, scores in content.BEGUN.items():
        _score(portfolio, round, criteria, login, scores)


def _score(
    portfolio: Portfolio,
    round: ScoringRound,
    criteria: Mapping[str, ScoringCriterion],
    login: str,
    scores: Scores,
) -> None:
    given = [
        Given(
            portfolio.initiatives[code],
            criteria[name],
            value,
            content.NOTES.get((login, code, name), ""),
        )
        for code, values in scores.items()
        for name, value in zip(content.CRITERIA, values, strict=True)
    ]
    give_scores(by=portfolio.people[login], round=round, scores=given)
