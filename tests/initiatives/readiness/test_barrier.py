"""What holds a group back, by its ratings."""

import pytest

from initiatives.enums import Dimension
from initiatives.readiness.barrier import BEFORE_START, DIMENSIONS, barrier_of


@pytest.mark.parametrize(
    ("ratings", "barrier"),
    [
        ((5, 2, 1, 1, 1), "desire"),
        ((3, 5, 5, 5, 5), "awareness"),
        ((4, 4, 4, 4, 3), "reinforcement"),
        ((4, 4, 4, 4, 4), ""),
        ((5, None, 4, 2, None), "ability"),
        ((None, None, None, None, None), ""),
    ],
)
def test_the_first_low_one_is_where_to_begin(ratings: tuple[int | None, ...], barrier: str) -> None:
    assert barrier_of(dict(zip(DIMENSIONS, ratings, strict=True))) == barrier


def test_what_keeps_a_change_up_need_not_be_there_on_its_first_day() -> None:
    ratings: dict[str, int | None] = dict.fromkeys(BEFORE_START, 4)
    assert barrier_of({**ratings, Dimension.REINFORCEMENT: 1}, BEFORE_START) == ""
