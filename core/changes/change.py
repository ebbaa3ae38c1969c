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
    event_id: int

    @property
    def place(self) -> "Place":
        """Where it stands in the list of all changes."""
        return Place(self.moment, self.kind, self.event_id)


@dataclass(frozen=True, order=True)
class Place:
    """A place in the list of all changes; those of one transaction share their moment."""

    moment: dt.datetime
    kind: str
    event_id: int

    def __str__(self) -> str:
        return f"{self.moment.isoformat()}~{self.kind}~{self.event_id}"

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """The place that `str` wrote; None for anything else."""
        moment, _tilde, rest = text.partition("~")
        kind, _tilde, number = rest.partition("~")
        try:
            return cls(dt.datetime.fromisoformat(moment).astimezone(dt.UTC), kind, int(number))
        except (ValueError, OverflowError):
            return None
