"""From what is asked and read to a question for the optimiser."""

from collections.abc import Iterator, Sequence

from initiatives.optimiser import (
    AtMostOne,
    Candidate,
    Limit,
    MinShare,
    Money,
    Must,
    Needs,
    Never,
    NotBefore,
    People,
    Problem,
)
from initiatives.optimising.asked import Amounts, Asked
from initiatives.optimising.inputs import Input


def problem_of(asked: Asked, inputs: Sequence[Input], first_year: int, years: int) -> Problem:
    """The question; limits that name an initiative which is not chosen from any more are left out."""
    codes = {each.code for each in inputs}
    return Problem(
        years=years,
        candidates=[_candidate(each) for each in inputs],
        limits=tuple(dict.fromkeys(_limits(asked, inputs, codes, first_year))),
        later=asked.later,
        whole=asked.whole,
    )


def _candidate(each: Input) -> Candidate:
    return Candidate(
        code=each.code,
        value=each.value,
        money={kind: tuple(amounts) for kind, amounts in each.money.items()},
        people={skill: tuple(amounts) for skill, amounts in each.people.items()},
        aims=each.aims,
        starts=(0,) if each.committed else None,
    )


def _limits(asked: Asked, inputs: Sequence[Input], codes: set[str], first_year: int) -> Iterator[Limit]:
    under_way = {each.code for each in inputs if each.committed}
    for kind, amounts in asked.money.items():
        for year, most in _given(amounts):
            yield Money(kind, year, most)
    for skill, amounts in asked.people.items():
        for year, most in _given(amounts):
            yield People(skill, year, most)
    yield from (Must(code, committed=True) for code in sorted(under_way))
    yield from (Must(code) for code in asked.must if code in codes - under_way)
    yield from (Never(code) for code in asked.never if code in codes - under_way)
    for code, year in asked.earliest.items():
        if code in codes - under_way and year > first_year:
            yield NotBefore(code, year - first_year)
    for group in asked.exclusions:
        there = tuple(code for code in group if code in codes)
        if len(there) > 1:
            yield AtMostOne(there)
    for code, needed in asked.prerequisites:
        if {code, needed} <= codes:
            yield Needs(code, needed)
    yield from (MinShare(aim, share) for aim, share in asked.shares.items() if share > 0)


def _given(amounts: Amounts) -> Iterator[tuple[int, float]]:
    return ((year, most) for year, most in enumerate(amounts) if most is not None)
