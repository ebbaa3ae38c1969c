"""The result of a round in words, figures and a picture; queries nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from initiatives.models import Initiative
from initiatives.scoring.reading import Sheet

DASH = "–"


@dataclass(frozen=True)
class CriterionMean:
    """What an initiative got by a criterion: the mean of the scores, their range, whether they are apart."""

    name: str
    mean: str
    scores: str
    apart: bool


@dataclass(frozen=True)
class Line:
    """An initiative with its result."""

    initiative: Initiative
    rank: int
    score: float | None
    spread: str
    deviation: float | None
    given: int
    asked: int
    means: Sequence[CriterionMean]
    notes: Sequence[tuple[str, str, str]]  # who, criterion, why

    @property
    def missing(self) -> int:
        """How many scores are not there."""
        return self.asked - self.given

    @property
    def apart(self) -> list[str]:
        """The criteria that the scorers see differently."""
        return [each.name for each in self.means if each.apart]


def lines_of(sheet: Sheet) -> list[Line]:
    """Every initiative with its result, the best first."""
    return [_line(sheet, place) for place in sheet.best_first]


def _line(sheet: Sheet, place: int) -> Line:
    result, initiative = sheet.result, sheet.initiatives[place]
    names = {each.pk: each.name for each in sheet.criteria}
    low, high = result.lowest[place], result.highest[place]
    spread = DASH if np.isnan(low) else _("%(low)s to %(high)s") % {"low": figure(low), "high": figure(high)}
    return Line(
        initiative=initiative,
        rank=int(result.ranks[place]),
        score=_known(result.score[place]),
        spread=spread,
        deviation=_known(result.deviation[place]),
        given=int(result.given[place]),
        asked=result.asked,
        means=[_mean(sheet, place, column) for column in range(len(sheet.criteria))],
        notes=[
            (each.scorer.name, names.get(each.criterion_id, ""), each.note)
            for each in sheet.notes
            if each.initiative_id == initiative.pk
        ],
    )


def _mean(sheet: Sheet, place: int, column: int) -> CriterionMean:
    scores = sheet.scores[place, column]
    given = sorted(int(each) for each in scores[~np.isnan(scores)])
    mean = number_text(sum(given) / len(given), 1) if given else DASH
    apart = bool(sheet.result.apart[place, column])
    return CriterionMean(sheet.criteria[column].name, mean, ", ".join(map(str, given)), apart)


def _known(number: Any) -> float | None:
    return None if np.isnan(number) else float(number)


def figure(number: float | None) -> str:
    """A result of 0 to 100, or a dash."""
    return DASH if number is None or np.isnan(number) else number_text(float(number), 0)
