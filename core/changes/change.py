"""One entry of the history."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class FieldChange:
    """One field, before and after, as text."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """That something was added, changed or removed.

    `kind` and `pk` name the object ("org.user", 7), `title` tells it in words as it was then. `user_pk`: who
    did it, None for the system. `fields`: what differs from before; of an addition what it began with.
    """

    kind: str
    kind_name: str
    pk: int
    title: str
    deed: str  # "insert", "update", "delete"
    moment: dt.datetime
    user_pk: int | None
    action: str
    fields: tuple[FieldChange, ...]
