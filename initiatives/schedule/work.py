"""What a schedule is computed from: pieces of work and the bonds between them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Literal

BondKind = Literal["fs", "ss", "ff", "sf"]
STARTS: frozenset[str] = frozenset({"fs", "ss"})
"""Bonds that hold the start of the work after; the others hold its end."""


@dataclass(frozen=True, slots=True)
class Work:
    """A task or a milestone (one day, `end`) of the initiative `group`.

    `is_begun`: what holds its start holds it no longer. `done_on`: when it ended. `is_running`: its
    initiative is under way, so that what is not done ends today at the earliest.
    """

    key: int
    group: int
    start: dt.date | None = None
    end: dt.date | None = None
    is_milestone: bool = False
    is_begun: bool = False
    done_on: dt.date | None = None
    is_running: bool = True

    @property
    def planned(self) -> tuple[int, int] | None:
        """From when to when it is planned, as moments; None without any day."""
        if self.is_milestone:
            return (self.end.toordinal() + 1,) * 2 if self.end else None
        first, last = self.start or self.end, self.end or self.start
        return (first.toordinal(), last.toordinal() + 1) if first and last else None

    @property
    def length(self) -> int:
        """How many days it takes; a milestone, and work without any day, none."""
        return self.planned[1] - self.planned[0] if self.planned else 0


@dataclass(frozen=True, slots=True)
class Bond:
    """That `before` holds `after`, `lag` days apart (negative: they overlap).

    fs: it starts after the end; ss: starts after the start; ff: ends after the end; sf: ends after the start.
    """

    before: int
    after: int
    kind: BondKind = "fs"
    lag: int = 0


def holds(bond: Bond, after: Work) -> bool:
    """Whether a bond still holds: nothing holds what is done, and no start that was made."""
    return after.done_on is None and not (after.is_begun and bond.kind in STARTS)


def in_order(works: Iterable[Work], bonds: Iterable[Bond]) -> list[int]:
    """Keys so that what comes before stands before; raises graphlib.CycleError."""
    sorter: TopologicalSorter[int] = TopologicalSorter({work.key: () for work in works})
    for bond in bonds:
        sorter.add(bond.after, bond.before)
    return list(sorter.static_order())
