"""What the state of an initiative is computed from."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Work:
    """A task or milestone of the plan that has no parts of its own (a phase is its parts).

    `weight`: its share of the whole, relative; `progress`: 0 to 1; `agreed_end`: its end in the baseline.
    """

    name: str
    is_milestone: bool = False
    weight: float = 1.0
    progress: float = 0.0
    ends_on: dt.date | None = None
    done_on: dt.date | None = None
    agreed_end: dt.date | None = None

    @property
    def share_done(self) -> float:
        """How much of it is done, 0 to 1."""
        return 1.0 if self.done_on is not None else self.progress


@dataclass(frozen=True)
class Agreed:
    """A task or milestone without parts as the latest baseline knows it."""

    is_milestone: bool = False
    weight: float = 1.0
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None


@dataclass(frozen=True)
class Money:
    """The money of the whole life of an initiative, in one currency; None: not known, which is not zero.

    `budget`: agreed (of the baseline, else of the lines); `spent`: so far; `outturn`: expected in the end.
    """

    budget: float | None = None
    spent: float | None = None
    outturn: float | None = None


@dataclass(frozen=True)
class Facts:
    """Plan, baseline (None: never agreed) and money of one initiative."""

    work: tuple[Work, ...] = ()
    agreed: tuple[Agreed, ...] | None = None
    money: Money = Money()
