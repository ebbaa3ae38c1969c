"""The numbers that stand for stored rows."""

import numpy as np

from kpis.store.digest import digests


def counts(rows: int, length: int) -> np.ndarray:
    """Rows of small whole numbers, whose bits differ the least."""
    return np.random.default_rng(3).integers(0, 5, (rows, length)).astype(np.float64)


def test_equal_rows_have_equal_digests_wherever_they_are_computed() -> None:
    active = counts(50, 22)
    together = digests({"value": active, "active": active})
    alone = [int(digests({"value": row[None], "active": row[None]})[0]) for row in active]
    assert together.tolist() == alone


def test_rows_of_small_whole_numbers_do_not_meet() -> None:
    different = np.unique(counts(100_000, 22), axis=0)
    assert len(np.unique(digests({"active": different}))) == len(different) > 90_000


def test_every_place_and_every_bit_counts() -> None:
    row = np.array([[1.0, 2.0, np.nan, 0.0]])
    others = [row]
    for place in range(4):
        for bit in range(64):
            changed = row.copy()
            changed.view(np.uint64)[0, place] ^= np.uint64(1) << np.uint64(bit)
            others.append(changed)
    assert len(np.unique(digests({"value": np.concatenate(others)}))) == 4 * 64 + 1


def test_the_metric_and_the_length_count_too() -> None:
    ones, nothing, zeros = np.ones((1, 3)), np.zeros((1, 0)), np.zeros((1, 3))
    rows = [
        {"value": ones, "score": zeros},
        {"value": zeros, "score": ones},
        {"value": ones, "score": nothing},
    ]
    assert len({int(digests(row)[0]) for row in rows}) == 3
