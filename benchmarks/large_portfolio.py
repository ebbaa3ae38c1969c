"""A portfolio of the size that is promised, with limits that each ask something of the choice."""

import random

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


def large(count: int, years: int, skills: int, seed: int = 1) -> Problem:
    """A question of the size that is promised: every limit of it asks something of the choice."""
    dice = random.Random(seed)
    return Problem(
        years,
        [_one(dice, f"I{place}", skills) for place in range(count)],
        [*_budgets(count, years, skills), *_rules(count)],
        later=0.05,
    )


def _one(dice: random.Random, code: str, skills: int) -> Candidate:
    length = dice.randint(1, 4)

    def profile(least: float, most: float) -> tuple[float, ...]:
        return tuple(dice.uniform(least, most) for _ in range(length))

    capital = profile(0, 2e6) if dice.random() < 0.5 else ()
    people = {f"S{each}": profile(0.1, 3) for each in dice.sample(range(skills), min(3, skills))}
    money = {"operating": profile(5e4, 1e6), "capital": capital}
    return Candidate(code, dice.uniform(10, 100), money, people, {f"O{dice.randint(1, 8)}": 1.0})


def _budgets(count: int, years: int, skills: int) -> list[Limit]:
    """A bit less than half of what all of them together ask for."""
    limits: list[Limit] = []
    for year in range(years):
        limits += [Money("operating", year, 1e5 * count), Money("capital", year, 7.5e4 * count)]
        limits += [People(f"S{each}", year, 1.25 * count / skills) for each in range(skills)]
    return limits


def _rules(count: int) -> list[Limit]:
    part = count // 20
    return [
        *(Must(f"I{each}") for each in range(part)),
        *(Needs(f"I{each}", f"I{each + 2 * part}") for each in range(part, 2 * part)),
        *(AtMostOne((f"I{each}", f"I{each + 1}", f"I{each + 2}")) for each in range(6 * part, 9 * part, 3)),
        *(NotBefore(f"I{each}", 2) for each in range(10 * part, 11 * part)),
        *(Never(f"I{each}") for each in range(12 * part, 13 * part)),
        *(MinShare(f"O{each}", 0.08) for each in range(1, 5)),
    ]
