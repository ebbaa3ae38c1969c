"""The register's read model: risks with how they were rated last, where they move, and what is open."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from risks.enums import MitigationState, RatingKind, RiskKind
from risks.models import Mitigation, Risk, RiskRating
from risks.register.ratings import Rated, is_above_appetite, latest_ratings, rated

TREND = dt.timedelta(days=90)
_OPEN = (MitigationState.PLANNED, MitigationState.UNDER_WAY)


@dataclass(frozen=True)
class RegisterRow:
    """A risk with its latest ratings; `before`: the current score 90 days ago; `actions`: open ones."""

    risk: Risk
    inherent: Rated | None
    current: Rated | None
    target: Rated | None
    before: RiskRating | None
    actions: int
    is_above: bool
    is_overdue: bool

    @property
    def moved(self) -> int | None:
        """By how much the current score moved in 90 days; None: not comparable."""
        if self.current is None or self.before is None:
            return None
        now = self.current.rating
        return now.score - self.before.score if now.matrix_id == self.before.matrix_id else None

    @property
    def fallen(self) -> int:
        """By how much the score went down; negative where it went up."""
        return -(self.moved or 0)

    @property
    def movement(self) -> str:
        """An arrow; empty where nothing can be compared."""
        return "" if self.moved is None else "↑" if self.moved > 0 else "↓" if self.moved < 0 else "→"


def read_rows(risks: QuerySet[Risk], today: dt.date) -> list[RegisterRow]:
    """Each risk with what a list shows of it; four queries, however many there are."""
    found = list(risks.select_related("category", "owner", "department"))
    ids = [each.pk for each in found]
    now, before, actions = latest_ratings(ids), latest_ratings(ids, today - TREND), _open_actions(ids)
    return [
        _row(each, now.get(each.pk, {}), before.get(each.pk, {}), actions.get(each.pk, 0), today)
        for each in found
    ]


def _row(
    risk: Risk,
    now: dict[str, RiskRating],
    before: dict[str, RiskRating],
    actions: int,
    today: dt.date,
) -> RegisterRow:
    current = now.get(RatingKind.CURRENT)
    return RegisterRow(
        risk=risk,
        inherent=rated(risk, now.get(RatingKind.INHERENT)),
        current=rated(risk, current),
        target=rated(risk, now.get(RatingKind.TARGET)),
        before=before.get(RatingKind.CURRENT),
        actions=actions,
        is_above=is_above_appetite(risk, current),
        is_overdue=risk.next_review_on is not None and risk.next_review_on < today,
    )


def _open_actions(ids: Sequence[int]) -> dict[int, int]:
    rows = Mitigation.objects.filter(risk__in=ids, state__in=_OPEN).order_by().values("risk")
    return dict(rows.annotate(count=Count("pk")).values_list("risk", "count"))


def _score(of: Rated | None) -> int:
    """Unrated ones come after the lowest."""
    return of.rating.score if of else -1


def _by_name(thing: Any) -> tuple[bool, str]:
    return (thing is None, str(thing or "").casefold())


ORDERS: dict[str, Callable[[RegisterRow], Any]] = {
    "code": lambda row: row.risk.code.casefold(),
    "title": lambda row: row.risk.title.casefold(),
    "kind": lambda row: (row.risk.kind != RiskKind.THREAT, -_score(row.current)),
    "category": lambda row: _by_name(row.risk.category),
    "owner": lambda row: _by_name(row.risk.owner),
    "score": lambda row: _score(row.current),
    "target": lambda row: _score(row.target),
    "review": lambda row: row.risk.next_review_on or dt.date.max,
    "actions": lambda row: row.actions,
}
USUAL = "-score"


def in_order(rows: Sequence[RegisterRow], order: str) -> list[RegisterRow]:
    """Rows by one of `ORDERS`, with "-" before it the other way round; anything else: the highest first."""
    known = order if order.removeprefix("-") in ORDERS else USUAL
    by_code = sorted(rows, key=ORDERS["code"])
    return sorted(by_code, key=ORDERS[known.removeprefix("-")], reverse=known.startswith("-"))
