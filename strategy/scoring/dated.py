"""Rows of a plan's structure that hold from one day to another, as light tuples."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol, TypeVar

from django.db.models import QuerySet


class Dated(Protocol):
    """What weighs something from a day (None: from ever) to before another (None: for good)."""

    @property
    def weight(self) -> float: ...

    @property
    def start(self) -> dt.date | None: ...

    @property
    def stop(self) -> dt.date | None: ...


class Placed(NamedTuple):
    """Where an objective stands; a row of `ObjectivePlacement`."""

    objective_id: int
    perspective_id: int | None
    priority_id: int | None
    weight: float
    start: dt.date | None
    stop: dt.date | None
    pk: int = 0


class Linked(NamedTuple):
    """That a KPI measures an objective; a row of `ObjectiveKPI`."""

    objective_id: int
    kpi_id: int
    position: int
    weight: float
    start: dt.date | None
    stop: dt.date | None
    pk: int = 0


class Weighed(NamedTuple):
    """What a perspective weighs; a row of `PerspectiveWeight`."""

    perspective_id: int
    weight: float
    start: dt.date | None
    stop: dt.date | None
    pk: int = 0


AnyRow = TypeVar("AnyRow", Placed, Linked, Weighed)


def holds(row: Dated, day: dt.date) -> bool:
    """Whether a dated row holds on a day."""
    return (row.start is None or row.start <= day) and (row.stop is None or day < row.stop)


_COLUMNS = {"start": "valid__startswith", "stop": "valid__endswith"}


def rows_of(found: QuerySet[Any], kind: type[AnyRow]) -> Iterator[AnyRow]:
    """Rows of a query as light tuples: a plan has hundreds, and a score needs no more of them."""
    return map(kind._make, found.values_list(*(_COLUMNS.get(name, name) for name in kind._fields)))
