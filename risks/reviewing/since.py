"""What happened to risks since they were reviewed last, for those who review them now."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from risks.enums import IndicatorState, MitigationState, RatingKind
from risks.models import Mitigation, RiskIndicator, RiskRating, RiskReview

Part = TypeVar("Part", Mitigation, RiskIndicator, RiskRating)


@dataclass(frozen=True)
class Since:
    """What followed the last `review` of a risk; all there is where it never was reviewed.

    `before`: the current rating of that day; `ratings`: the later ones, the latest last. `done`: actions
    completed since; `late`: open ones whose day has passed; `indicators`: all, whatever they say.
    """

    review: RiskReview | None
    before: RiskRating | None
    ratings: list[RiskRating]
    done: list[Mitigation]
    late: list[Mitigation]
    indicators: list[RiskIndicator]

    @property
    def now(self) -> RiskRating | None:
        """The current rating that counts; None: unrated."""
        return self.ratings[-1] if self.ratings else self.before

    @property
    def moved(self) -> int | None:
        """By how much the current score moved; None where it cannot be compared."""
        if self.before is None or self.now is None or self.before.matrix_id != self.now.matrix_id:
            return None
        return self.now.score - self.before.score

    @property
    def distance(self) -> int:
        """How far it moved, whichever way."""
        return abs(self.moved or 0)


@dataclass(frozen=True)
class Movement:
    """How many of the risks rose or fell, and what of theirs was done, is late, or has triggered."""

    rose: int
    fell: int
    done: int
    late: int
    triggered: int


def changes_since(risks: Iterable[int], today: dt.date) -> dict[int, Since]:
    """What happened since the last review, by risk id; four queries, however many there are."""
    ids = list(risks)
    reviews = RiskReview.objects.filter(risk__in=ids).order_by("risk_id", "-reviewed_on", "-pk")
    last = {each.risk_id: each for each in reviews.distinct("risk_id").select_related("reviewed_by")}
    ratings = RiskRating.objects.filter(risk__in=ids, kind=RatingKind.CURRENT).order_by("rated_on", "pk")
    actions = Mitigation.objects.filter(risk__in=ids).order_by("due_on", "pk")
    indicators = RiskIndicator.objects.filter(risk__in=ids).select_related("kpi", "department")
    rated, acted, watched = _by_risk(ratings), _by_risk(actions), _by_risk(indicators)
    return {
        pk: _since(last.get(pk), rated.get(pk, []), acted.get(pk, []), watched.get(pk, []), today)
        for pk in ids
    }


def movement_of(changes: Iterable[Since]) -> Movement:
    """All of them together."""
    found = list(changes)
    states = [each.state for since in found for each in since.indicators]
    return Movement(
        rose=sum((each.moved or 0) > 0 for each in found),
        fell=sum((each.moved or 0) < 0 for each in found),
        done=sum(len(each.done) for each in found),
        late=sum(len(each.late) for each in found),
        triggered=states.count(IndicatorState.TRIGGERED),
    )


def _since(
    review: RiskReview | None,
    ratings: Sequence[RiskRating],
    actions: Sequence[Mitigation],
    indicators: list[RiskIndicator],
    today: dt.date,
) -> Since:
    day = review.reviewed_on if review else dt.date.min
    return Since(
        review=review,
        before=next((each for each in reversed(ratings) if each.rated_on <= day), None),
        ratings=[each for each in ratings if each.rated_on > day],
        done=[each for each in actions if each.done_on is not None and each.done_on > day],
        late=[each for each in actions if _is_late(each, today)],
        indicators=indicators,
    )


def _is_late(action: Mitigation, today: dt.date) -> bool:
    is_open = action.state in (MitigationState.PLANNED, MitigationState.UNDER_WAY)
    return is_open and action.due_on is not None and action.due_on < today


def _by_risk(rows: Iterable[Part]) -> Mapping[int, list[Part]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for each in rows:
        found[each.risk_id].append(each)
    return found
