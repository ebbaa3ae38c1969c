"""What moved between two days: from cell to cell, newly rated, closed since."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from risks.enums import RatingKind
from risks.models import Risk, RiskMatrix
from risks.pictures.places import Place, place_of
from risks.register.ratings import latest_ratings


@dataclass(frozen=True)
class Move:
    """A risk that stood in one cell (None: not rated on this matrix yet) and stands in another now."""

    risk: Risk
    before: Place | None
    now: Place

    @property
    def change(self) -> int | None:
        """By how much the score rose; None where there was none."""
        return None if self.before is None else self.now.score - self.before.score

    @property
    def words(self) -> str:
        """What happened, in a word."""
        if self.change is None:
            return _("Newly rated")
        if self.change == 0:
            return _("Moved")
        return _("Rose") if self.change > 0 else _("Fell")


def moves_between(matrix: RiskMatrix, risks: Sequence[Risk], since: dt.date, day: dt.date) -> list[Move]:
    """Current ratings that changed from the end of one day to the end of another, those that rose first."""
    ids = [each.pk for each in risks]
    then, now = latest_ratings(ids, since), latest_ratings(ids, day)
    moves = []
    for risk in risks:
        at = place_of(matrix, now.get(risk.pk, {}).get(RatingKind.CURRENT))
        before = place_of(matrix, then.get(risk.pk, {}).get(RatingKind.CURRENT))
        if at is not None and (before is None or before.cell != at.cell):
            moves.append(Move(risk, before, at))
    return sorted(moves, key=lambda each: (each.change is None, -(each.change or 0), each.risk.code))
