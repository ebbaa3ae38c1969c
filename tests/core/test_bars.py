"""Bars of an explanation."""

import re

from core.ui.bars import Step, earned_bar, waterfall_bars


def rectangles(bar: str) -> list[tuple[str, float, float]]:
    """Class, place and width of each rectangle."""
    found = re.findall(r'<rect class="([^"]+)"(?: x="([\d.]+)")?[^>]*? width="([\d.]+)"', bar)
    return [(name, float(x or 0), float(width)) for name, x, width in found]


def test_a_waterfall_has_one_scale_on_which_its_ends_are_ticks() -> None:
    bars = waterfall_bars(
        [
            Step("before", 50, 50, True, "amber"),
            Step("up", 50, 70),
            Step("still", 70, 70),
            Step("down", 70, 60),
            Step("now", 60, 60, True, "green"),
        ]
    )

    assert [rectangles(bar) for bar in bars] == [
        [("bar-tick is-near", 0.0, 1.6)],
        [("bar-up", 0.0, 98.4)],
        [("bar-still", 98.4, 0.6)],
        [("bar-down", 49.2, 49.2)],
        [("bar-tick is-on", 49.2, 1.6)],
    ]


def test_where_nothing_moved_all_bars_stand_at_the_start() -> None:
    bars = waterfall_bars([Step("before", 50, 50, True), Step("still", 50, 50), Step("now", 50, 50, True)])

    assert [rectangles(bar)[0][1] for bar in bars] == [0.0, 0.0, 0.0]


def test_an_earned_bar_is_as_long_as_its_share_and_as_full_as_its_score() -> None:
    assert rectangles(earned_bar(0.25, 80.0, "green", largest=0.5)) == [
        ("bar-track", 0.0, 50.0),
        ("bar-earned is-on", 0.0, 40.0),
    ]


def test_without_a_score_a_bar_is_hatched() -> None:
    assert rectangles(earned_bar(None, None, "late")) == [("bar-hatched", 0.0, 60.0)]
