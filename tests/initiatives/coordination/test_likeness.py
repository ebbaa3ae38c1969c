"""How alike two initiatives are, and the picture of who waits for whom: arithmetic without a database."""

import datetime as dt

import numpy as np
import pytest

from initiatives.coordination.likeness import Parts, Traits, compare
from initiatives.coordination.picture import draw
from initiatives.coordination.teams import By, Link, Teams
from initiatives.coordination.trigrams import likeness


def day(month: int) -> dt.date:
    return dt.date(2027, month, 1)


def test_rare_trigrams_count_more_than_common_ones() -> None:
    ids, alike = likeness({7: ["a", "b"], 8: ["a", "b"], 9: ["a", "c"], 10: ["a", "d"]})
    assert ids == [7, 8, 9, 10]
    assert np.allclose(np.diagonal(alike), 1.0)
    assert np.allclose(alike, alike.T)
    assert alike[0, 1] == pytest.approx(1.0)
    common, rare = np.log1p(4 / 4), np.log1p(4 / 1)
    assert alike[2, 3] == pytest.approx(common / (common + 2 * rare))


def test_a_text_without_trigrams_is_like_nothing() -> None:
    _ids, alike = likeness({1: [], 2: ["a"]})
    assert alike[0, 1] == 0.0


def test_the_parts_lift_a_likeness_of_words() -> None:
    one = Traits({1: 3, 2: 1}, day(1), day(6), 5, frozenset({6}))
    same = compare(0.4, one, one)
    assert (same, same.score) == (Parts(0.4, 1.0, 1.0, 1.0), pytest.approx(0.4))
    apart = compare(0.4, one, Traits({3: 1}, day(7), day(9), 9, frozenset()))
    assert (apart, apart.score) == (Parts(0.4, 0.0, 0.0, 0.0), pytest.approx(0.1))
    other = Traits({1: 1, 4: 2}, None, None, 6, frozenset())
    # One of strength 3 and 1 is shared by 1 of them: 1 / (3 + 1 + 2); no dates: half; Six takes part in both.
    assert compare(0.4, one, other) == Parts(0.4, pytest.approx(1 / 6), 0.5, 0.5)


def test_no_words_no_suggestion() -> None:
    one = Traits({1: 3}, day(1), day(6), 5, frozenset())
    assert compare(0.0, one, one).score == 0.0


def picture(nodes: int, *links: tuple[int, int]) -> dict[int, tuple[float, float]]:
    teams = Teams(
        By.DEPARTMENT,
        {n: f"Node {n}" for n in range(1, nodes + 1)},
        tuple(Link(before, after, 1, 0) for before, after in links),
        (),
    )
    return {box.key: (box.x, box.y) for box in draw(teams).boxes}


def test_what_is_waited_for_stands_left_of_what_waits() -> None:
    boxes = picture(4, (1, 2), (2, 3), (1, 3), (4, 3))
    across = {key: x for key, (x, _y) in boxes.items()}
    assert across[1] == across[4] < across[2] < across[3]
    assert len(set(boxes.values())) == 4


def test_a_circle_is_drawn_too() -> None:
    assert len(set(picture(3, (1, 2), (2, 3), (3, 1)).values())) == 3
    assert picture(0) == {}
