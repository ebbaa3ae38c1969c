"""The forward pass: when each piece of work is expected, given what holds it and how far it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from initiatives.schedule.work import STARTS, Bond, Work, holds, in_order


@dataclass(frozen=True, slots=True)
class Expected:
    """From when to when, as moments; `by`: what holds it, None where nothing but itself and the day do."""

    start: int
    finish: int
    by: int | None = None


def expect(works: Mapping[int, Work], bonds: Sequence[Bond], today: int) -> dict[int, Expected]:
    """The earliest dates by what is planned, what is done, today and the bonds; none for undatable work."""
    into: dict[int, list[Bond]] = defaultdict(list)
    for bond in bonds:
        if holds(bond, works[bond.after]):
            into[bond.after].append(bond)
    found: dict[int, Expected] = {}
    for key in in_order(works.values(), bonds):
        expected = _one(works[key], into[key], found, today)
        if expected is not None:
            found[key] = expected
    return found


def _one(work: Work, into: Iterable[Bond], found: Mapping[int, Expected], today: int) -> Expected | None:
    if work.done_on is not None:
        finish = work.done_on.toordinal() + 1
        start = finish if work.length == 0 or work.planned is None else min(work.planned[0], finish)
        return Expected(start, finish)
    reached = [bond for bond in into if bond.before in found]
    demanded = [(_demand(bond, found[bond.before], work), bond.before) for bond in reached]
    pushed, by = max(demanded, default=(None, None))
    if work.planned is None:
        return Expected(pushed, pushed, by) if pushed is not None else None
    start, finish = work.planned
    own = max(finish, today + 1) if work.is_running else finish
    if pushed is None:
        return Expected(own if not work.length else start, own)
    if work.is_begun:
        return Expected(start, max(own, pushed), by if pushed > own else None)
    later = max(start, pushed)
    finish = max(own, later + work.length)
    is_held = pushed > start and later + work.length >= own
    return Expected(finish if not work.length else later, finish, by if is_held else None)


def _demand(bond: Bond, before: Expected, after: Work) -> int:
    """The earliest start that a bond leaves; of what is begun, the earliest end."""
    moment = (before.finish if bond.kind in ("fs", "ff") else before.start) + bond.lag
    return moment if bond.kind in STARTS or after.is_begun else moment - after.length
