"""A round with its scores, as a reader may see it: for the grid of a scorer and for the result."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from django.db.models import QuerySet

from initiatives.enums import Axis, Better
from initiatives.models import Initiative, Score, Scorer, ScoringCriterion, ScoringRound
from initiatives.scoring.engine import FloatArray, Result, Weighted, result_of
from initiatives.scoring.visible import criteria_of, initiatives_of, visible_scores


@dataclass(frozen=True)
class Sheet:
    """The scores of a round; `scores` [initiative, criterion, scorer]: NaN where none was given."""

    round: ScoringRound
    initiatives: Sequence[Initiative]
    criteria: Sequence[ScoringCriterion]
    scorers: Sequence[Scorer]
    scores: FloatArray
    notes: Sequence[Score]

    @cached_property
    def result(self) -> Result:
        """What the scores say together."""
        return result_of(self.scores, [weighted(each) for each in self.criteria])

    @property
    def best_first(self) -> list[int]:
        """Places of the initiatives by rank; those without a result last."""
        ranks = self.result.ranks
        return sorted(range(len(self.initiatives)), key=lambda place: (ranks[place] == 0, ranks[place]))


def weighted(criterion: ScoringCriterion) -> Weighted:
    """How a criterion counts."""
    return Weighted(criterion.weight, criterion.better == Better.LOW, criterion.axis == Axis.EFFORT)


def read_sheet(round: ScoringRound, reader: Any) -> Sheet:
    """The round with the scores and initiatives that the reader may know of; five queries."""
    return _sheet(round, initiatives_of(round, reader), visible_scores(reader).filter(round=round))


def result_by_initiative(round: ScoringRound) -> dict[int, float]:
    """The weighted score (0 to 100) of each initiative, by id, whoever may see it; none without scores."""
    sheet = _sheet(round, round.initiatives.all(), round.scores.all())
    found = zip(sheet.initiatives, sheet.result.score.tolist(), strict=True)
    return {each.pk: score for each, score in found if not np.isnan(score)}


def _sheet(round: ScoringRound, shown: QuerySet[Initiative], told: QuerySet[Score]) -> Sheet:
    initiatives, criteria = list(shown), list(criteria_of(round))
    scorers = list(round.scorers.select_related("person").order_by("person__name", "pk"))
    given = list(told.select_related("scorer"))
    rows = {each.pk: place for place, each in enumerate(initiatives)}
    columns = {each.pk: place for place, each in enumerate(criteria)}
    people = {each.person_id: place for place, each in enumerate(scorers)}
    scores = np.full((len(rows), len(columns), len(people)), np.nan)
    for each in given:
        place = rows.get(each.initiative_id), columns.get(each.criterion_id), people.get(each.scorer_id)
        if None not in place:
            scores[place] = each.value
    return Sheet(round, initiatives, criteria, scorers, scores, [each for each in given if each.note])
