"""The backward pass: how many days a piece of work can slip before the end of an initiative does."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from initiatives.schedule.forward import Expected
from initiatives.schedule.work import STARTS, Bond, Work, holds, in_order


def floats(
    works: Mapping[int, Work], bonds: Sequence[Bond], expected: Mapping[int, Expected]
) -> dict[int, int]:
    """Total float in days of everything that is not done and has dates.

    So many days it can come later than expected while its own initiative, and every other that waits for it,
    ends on the same day: 0 is critical.
    """
    ends: dict[int, int] = {}
    for key, each in expected.items():
        group = works[key].group
        ends[group] = max(ends.get(group, each.finish), each.finish)
    out: dict[int, list[Bond]] = defaultdict(list)
    for bond in bonds:
        if holds(bond, works[bond.after]) and bond.after in expected:
            out[bond.before].append(bond)
    latest: dict[int, tuple[int, int]] = {}
    for key in reversed(in_order(works.values(), bonds)):
        if key in expected:
            latest[key] = _latest(works[key], out[key], latest, works, ends[works[key].group])
    return {
        key: _float(works[key], expected[key], latest[key]) for key in expected if works[key].done_on is None
    }


def _latest(
    work: Work,
    out: Sequence[Bond],
    latest: Mapping[int, tuple[int, int]],
    works: Mapping[int, Work],
    end: int,
) -> tuple[int, int]:
    """The latest start and the latest finish that move no end."""
    limits = [(bond.kind, _limit(bond, works[bond.after], latest[bond.after])) for bond in out]
    finish = min([end, *(limit for kind, limit in limits if kind in ("fs", "ff"))])
    start = min([finish - work.length, *(limit for kind, limit in limits if kind in ("ss", "sf"))])
    # What takes no time starts when it ends.
    return (start, finish) if work.length else (min(start, finish),) * 2


def _limit(bond: Bond, after: Work, latest: tuple[int, int]) -> int:
    """Until when a bond lets the work before it take, so that the work after keeps its latest dates."""
    start, finish = latest
    if bond.kind in STARTS:
        return start - bond.lag
    # What is not begun moves as a whole, so its start holds its end.
    return (finish if after.is_begun else start + after.length) - bond.lag


def _float(work: Work, expected: Expected, latest: tuple[int, int]) -> int:
    start, finish = latest[0] - expected.start, latest[1] - expected.finish
    return finish if work.is_begun and work.length else min(start, finish)
