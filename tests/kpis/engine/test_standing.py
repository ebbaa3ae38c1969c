"""Many cells and nodes judged at once, against each by itself."""

import datetime as dt

import numpy as np

from kpis.engine.nodes import Child, node_score, standing_of_nodes
from kpis.engine.scoring import State, Status
from kpis.engine.standing import Numbers, Standing, standing_of
from kpis.engine.states import CellFacts, cell_state, coverage

TODAY, ENDED = dt.date(2026, 5, 20), dt.date(2026, 4, 30)
BORDERS = [np.nan, 0.0, 100 / 3 - 1e-6, 100 / 3, 50.0, 200 / 3, 100.0]


def numbers(chance: np.random.Generator, shape: tuple[int, int]) -> Numbers:
    """Cells of all kinds: without value or score, nothing expected, some of it reported."""
    expected = chance.integers(0, 4, shape).astype(float)
    value = np.where(chance.random(shape) < 0.3, np.nan, 1.0)
    return Numbers(
        value=value,
        score=np.where(np.isnan(value), np.nan, chance.choice(BORDERS, shape)),
        active=np.where(chance.random(shape) < 0.2, np.nan, chance.integers(0, 2, shape)),
        expected=np.where(chance.random(shape) < 0.1, np.nan, expected),
        reported=np.minimum(expected, chance.integers(0, 4, shape)),
    )


def test_cells_stand_as_each_is_judged() -> None:
    found, late_after = numbers(np.random.default_rng(1), (40, 30)), np.arange(30)
    standing = standing_of(found, np.array(0.5), TODAY.toordinal() > ENDED.toordinal() + late_after)
    for d, k in np.ndindex(40, 30):
        value, score, active, expected, reported = (
            float(array[d, k])
            for array in (found.value, found.score, found.active, found.expected, found.reported)
        )
        counts = [0.0 if np.isnan(count) else count for count in (active, expected, reported)]
        state = cell_state(CellFacts(value, score, *counts, 0.5, ENDED, int(late_after[k])), TODAY)
        seen = [standing.applicable, standing.not_due, standing.late, standing.red, standing.coverage]
        assert [array[d, k] for array in seen] == [
            state != State.NOT_APPLICABLE,
            state == State.NOT_DUE,
            state == State.LATE,
            state == Status.RED,
            coverage(value, counts[1], counts[2]),
        ]


def children(chance: np.random.Generator, count: int, places: int) -> Standing:
    shape = (count, places)
    applicable = chance.random(shape) < 0.8
    not_due = applicable & (chance.random(shape) < 0.3)
    score = np.where(
        applicable & ~not_due & (chance.random(shape) < 0.8), chance.choice(BORDERS, shape), np.nan
    )
    known = np.where(np.isnan(score), 0.0, chance.choice([0.0, 0.4, 1.0], shape))
    never = np.zeros(shape, dtype=bool)
    return Standing(score, known, applicable, not_due, never, chance.random(shape) < 0.5)


def test_nodes_stand_as_each_is_scored() -> None:
    chance = np.random.default_rng(2)
    below, parents = children(chance, 12, 60), chance.integers(0, 4, 12)
    weights = chance.choice([0.0, 0.5, 1.0, 3.0], 12)
    found = standing_of_nodes(below, weights, parents, 5, 0.5)
    for node, place in np.ndindex(5, 60):
        own = [
            Child(
                key=str(child),
                weight=float(weights[child]),
                score=None if np.isnan(below.score[child, place]) else float(below.score[child, place]),
                coverage=float(below.coverage[child, place]),
                applicable=bool(below.applicable[child, place]),
                not_due=bool(below.not_due[child, place]),
            )
            for child in np.flatnonzero(parents == node)
        ]
        alone = node_score(own, 0.5).as_child("", 1.0)
        np.testing.assert_allclose(
            [found.score[node, place], found.coverage[node, place]],
            [np.nan if alone.score is None else alone.score, alone.coverage],
            atol=1e-9,
        )
        marks = [found.applicable, found.not_due, found.late, found.red]
        assert [array[node, place] for array in marks] == [alone.applicable, alone.not_due, False, alone.red]
