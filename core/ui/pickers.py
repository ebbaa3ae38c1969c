"""What the context bar is made of: plan, department, period, as of, each a list of links or a date."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import QueryDict

LONG = 12
"""From this many options on, a picker offers a search box."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its text, where it leads, whether it is the present one, its depth in a tree, a hint."""

    text: str
    url: str
    selected: bool = False
    depth: int = 0
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Picker:
    """One part of the context bar.

    With `options` it is a list of links; with `date_name` a form with one date, which keeps the other
    parameters (`kept`); with neither it only tells.
    """

    label: str
    value: str
    options: tuple[Option, ...] = ()
    date_name: str = ""
    date_value: dt.date | None = None
    date_max: dt.date | None = None
    kept: tuple[tuple[str, str], ...] = field(default=())

    @property
    def is_long(self) -> bool:
        """Whether searching beats scrolling."""
        return len(self.options) >= LONG


def query_url(query: QueryDict, **changes: str | None) -> str:
    """The present page with some parameters set, or removed with None; pagination starts again."""
    changed = query.copy()
    changed.pop("page", None)
    for name, value in changes.items():
        changed.pop(name, None)
        if value is not None:
            changed[name] = value
    return "?" + changed.urlencode(safe="/:")


def kept_parameters(query: QueryDict, without: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The parameters that a GET form must carry along: all but `without` and the page number."""
    left_out = {*without, "page"}
    return tuple((name, value) for name, values in query.lists() if name not in left_out for value in values)
