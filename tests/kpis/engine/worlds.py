"""Random worlds: trees that change, gaps, frequencies, fiscal years, weights, late series, odd targets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import nan
from random import Random

from hypothesis import strategies as st

from kpis.engine.layout import grains_of, periods_of_row
from kpis.engine.periods import Calendar, Frequency
from kpis.engine.rules import DepartmentRollup, KpiRules, MissingPolicy, OwnValue, TimeRollup
from kpis.engine.scoring import Direction
from tests.kpis.engine.world import Lines, World


@st.composite
def worlds(
    draw: st.DrawFn, frequencies: tuple[Frequency, ...] = tuple(Frequency)[1:], kpis: int | None = None
) -> World:
    """A world with a handful of departments and KPIs over one to three fiscal years."""
    random = draw(st.randoms(use_true_random=False))
    frequency = random.choice(frequencies)
    calendar = Calendar(random.choice((1, 1, 4, 7, 10, 12)), random.choice(("end", "start")))
    short = frequency in (Frequency.DAY, Frequency.WEEK)
    first = random.randint(2018, 2026)
    years = range(first, first + (1 if short else random.randint(1, 3)))
    world = World(
        rules=[_rules(random, frequency, n) for n in range(kpis or random.randint(1, 4))],
        calendar=calendar,
        as_of=date(first, 1, 1) + timedelta(days=random.randint(-400, 1100)),
        years=years,
        departments=random.randint(1, 3 if short else 6),
        trees=[],
        lead=random.randint(0, 3),
    )
    _plant(world, random)
    _fill(world, random)
    _aim_cells(world, random)
    return world


@st.composite
def mixed_worlds(draw: st.DrawFn) -> tuple[World, World]:
    """Two worlds over the same departments and years: k0 and k1, and beside them k2, measured less often.

    Each has trees of its own; what they mean for the other does not matter to a formula.
    """
    fine = draw(worlds(frequencies=(Frequency.WEEK, Frequency.MONTH, Frequency.QUARTER), kpis=2))
    random = draw(st.randoms(use_true_random=False))
    coarser = [
        each for each in Frequency if each.rank > max(fine.rules[0].frequency.rank, Frequency.WEEK.rank)
    ]
    rules = replace(_rules(random, random.choice(coarser), 2), code="k2")
    coarse = replace(
        fine, rules=[rules], trees=[], active=set(), values={}, weights={}, targets={}, cell_targets={}
    )
    _plant(coarse, random)
    _fill(coarse, random)
    return fine, coarse


def _rules(random: Random, frequency: Frequency, number: int) -> KpiRules:
    direction = random.choice(tuple(Direction))
    return KpiRules(
        code=f"k{number}",
        frequency=frequency,
        direction=direction,
        time_rollup=random.choice(tuple(TimeRollup)),
        department_rollup=random.choice(tuple(DepartmentRollup)),
        own_value=random.choice(tuple(OwnValue)),
        tolerance=random.choice((0.1, 0.25)),
        default_anchors=tuple(nan if line is None else line for line in _lines(random, direction)),
        missing_policy=random.choice(tuple(MissingPolicy)),
        carry_limit=random.randint(0, 3),
        min_coverage=random.choice((0.0, 0.5, 0.75, 1.0)),
    )


def _lines(random: Random, direction: Direction) -> Lines:
    """Lines in order, mostly; some left out, sometimes all."""
    if random.random() < 0.3:
        return (None,) * 4
    steps = sorted(random.sample(range(-40, 80), 4))
    if direction == Direction.BAND:
        red_low, low, high, red_high = steps
        return _without(random, (low, red_low, high, red_high), (1, 3))
    if direction == Direction.DOWN:
        steps.reverse()
    worst, red, target, best = steps
    return _without(random, (target, red, best, worst), (1, 2, 3))


def _without(random: Random, lines: tuple[int, ...], optional: tuple[int, ...]) -> Lines:
    return tuple(
        None if i in optional and random.random() < 0.5 else float(line) for i, line in enumerate(lines)
    )


def _plant(world: World, random: Random) -> None:
    """One to three trees over time; departments move, appear and disappear."""
    ordinals = world.ordinals
    starts = sorted(random.sample(ordinals, min(len(ordinals), random.randint(0, 2))))
    for start in [ordinals[0], *(start for start in starts if start > ordinals[0])]:
        order = random.sample(range(world.departments), world.departments)
        there = [d for d in order if random.random() < 0.9] or order[:1]
        tree = {d: random.choice([None, *there[:n]][-3:]) for n, d in enumerate(there)}
        world.trees.append((start, tree))


def _fill(world: World, random: Random) -> None:
    for k, rules in enumerate(world.rules):
        for d in range(world.departments):
            if random.random() < 0.2:
                continue
            begin, end = sorted(random.choices(world.ordinals, k=2)) if random.random() < 0.4 else (0, 10**9)
            gaps, aimed = random.choice((0.0, 0.3, 0.7)), random.choice((0.0, 0.5, 1.0))
            for t in world.ordinals:
                _pair(world, random, (d, k, t), begin <= t <= end, gaps, aimed, rules.direction)


def _pair(world: World, random: Random, key, active: bool, gaps: float, aimed: float, direction) -> None:
    if active:
        world.active.add(key)
    if random.random() >= gaps:
        world.values[key] = float(random.randint(-30, 60))
    if random.random() < aimed:
        world.targets[key] = _lines(random, direction)
    world.weights[key] = float(random.choice((0, 1, 1, 2, 5)))


def _aim_cells(world: World, random: Random) -> None:
    frequency = world.rules[0].frequency
    for k, rules in enumerate(world.rules):
        for _ in range(random.randint(0, 4)):
            grain = random.choice(grains_of(frequency))
            year = random.choice(world.years)
            period = random.choice(periods_of_row(world.calendar, frequency, grain, year))
            lines = _lines(random, rules.direction)
            if lines[0] is not None:
                world.cell_targets[random.randrange(world.departments), k, period] = lines
