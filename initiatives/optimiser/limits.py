"""The limits that a portfolio keeps. Years are places from 0; amounts are those of a whole year."""

from dataclasses import dataclass

OPERATING, CAPITAL, TOTAL = "operating", "capital", "total"


@dataclass(frozen=True)
class Money:
    """At most so much money of a kind (`OPERATING`, `CAPITAL`, both together: `TOTAL`) in a year."""

    kind: str
    year: int
    most: float


@dataclass(frozen=True)
class People:
    """At most so many full-time people of a skill in a year."""

    skill: str
    year: int
    most: float


@dataclass(frozen=True)
class Must:
    """An initiative that has to be chosen; `committed`: because it is under way already."""

    code: str
    committed: bool = False


@dataclass(frozen=True)
class Never:
    """An initiative that may not be chosen."""

    code: str


@dataclass(frozen=True)
class AtMostOne:
    """Initiatives of which at most one may be chosen."""

    codes: tuple[str, ...]


@dataclass(frozen=True)
class Needs:
    """An initiative that is chosen only together with another, and starts in the same year or later."""

    code: str
    needed: str


@dataclass(frozen=True)
class NotBefore:
    """An initiative that starts in this year or later."""

    code: str
    year: int


@dataclass(frozen=True)
class MinShare:
    """At least this share (0 to 1) of the money of the chosen ones, over all years, goes to an aim."""

    aim: str
    share: float


Limit = Money | People | Must | Never | AtMostOne | Needs | NotBefore | MinShare
