"""Which stages may follow which, and who decides."""

import pytest

from initiatives.enums import STAGE_TRANSITIONS, Stage
from initiatives.gates.moves import moves_from, needs_decision, way_of, why_not

DECIDED = {
    ("proposed", "approved"),
    ("approved", "active"),
    ("approved", "cancelled"),
    ("active", "completed"),
    ("active", "cancelled"),
    ("on_hold", "cancelled"),
    ("completed", "active"),
}


def test_the_leadership_decides_what_binds_or_frees_money_and_people() -> None:
    moves = {(move.before, move.after) for stage in Stage for move in moves_from(stage) if move.decided}

    assert moves == DECIDED
    assert not needs_decision(Stage.ON_HOLD, Stage.ACTIVE)


def test_every_way_on_has_words_of_its_own() -> None:
    for stage, after in STAGE_TRANSITIONS.items():
        names = [move.name for move in moves_from(stage)]
        assert len(names) == len(after)
        assert len(set(names)) == len(names), stage


@pytest.mark.parametrize(
    ("before", "after"), [("idea", "active"), ("cancelled", "active"), ("active", "idea")]
)
def test_a_stage_that_cannot_follow_is_told_with_those_that_can(before: str, after: str) -> None:
    said = why_not(before, after)

    assert all(str(Stage(each).label) in said for each in STAGE_TRANSITIONS[before])
    assert why_not("idea", "proposed") == ""


def test_the_way_shows_where_an_initiative_lies_beside_it() -> None:
    assert [stage for stage, _name in way_of("on_hold")][4:] == ["on_hold", "completed"]
    assert [stage for stage, _name in way_of("cancelled")][3:] == ["active", "cancelled"]
