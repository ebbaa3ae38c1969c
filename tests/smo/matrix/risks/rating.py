"""Who may do what with risks: rating."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from org.models import User
from risks.models import RiskRating
from tests.smo.matrix.callers import CONTRIBUTOR, HEAD, READING, READS_DRAFTS, STAFF, VIEWER, WRITING
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

TENDS = (STAFF, HEAD, CONTRIBUTOR)  # the contributor owns it


def tended(route: str, where: dict[str, str], answer: int = 400, posts_only: bool = False) -> list[Row]:
    """A page of the owned risk for who tends it: forbidden for who only sees it, hidden from viewers."""
    rows = page(route, where, get=None if posts_only else TENDS, post=TENDS, answer=answer)
    return [row if posts_only and row.method == "GET" else _hidden(row) for row in rows]


def _hidden(row: Row) -> Row:
    return Row(row.route, row.method, {**row.expected, VIEWER: HIDDEN}, row.where, variant=row.variant)


SEES = (*READS_DRAFTS, HEAD, CONTRIBUTOR)
UNKNOWN = 400  # a body that names what the caller may not know of
_WRITERS = (WRITING,)


def does(
    method: str, answer: int, body: Any = None, otherwise: int = HIDDEN, who: Sequence[str] = TENDS
) -> Row:
    """A call for who looks after the owned risk; `otherwise`: for viewers, who may not know of it."""
    row = write(method, who, _WRITERS, answer, body=body)
    return replace(row, expected={**row.expected, VIEWER: otherwise})


def of_owned(
    name: str,
    key: str,
    new: dict[str, Any] | None = None,
    change: dict[str, Any] | None = None,
    removed: int | None = None,
) -> Sequence[Row]:
    """The rows of what belongs to the owned risk: who looks after it adds, changes and removes."""
    many, one = [read()], [read(SEES, (READING, WRITING), HIDDEN)]
    if new is not None:
        many.append(does("POST", 201, new, UNKNOWN))
    if change is not None:
        many.append(does("PATCH", 200, [{"id": key, **change}], UNKNOWN))
        one.append(does("PATCH", 200, change))
    if removed is not None:
        many.append(does("DELETE", removed, [key], UNKNOWN))
        one.append(does("DELETE", removed))
    return [
        *resource(f"api-{name}-list", *many),
        *resource(f"api-{name}-detail", *one, where={"ref": key}),
    ]


PAGES: list[Row] = tended("rate_risk", {"code": "{owned}"})
API: list[Row] = [
    *of_owned("risk-ratings", "{risk_rating}", {"risk": "{owned}", "likelihood": 2, "impact": 2}),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """A target."""
    rating = RiskRating.objects.create(
        risk=made.owned,
        kind="target",
        matrix=made.matrix,
        likelihood=1,
        impact=1,
        score=1,
        rated_on=dt.date(2026, 1, 31),
    )
    return {"risk_rating": rating.pk}
