"""Writing StratML: what is written reads back the same, and is what the schema allows."""

import contextlib

import pytest
from hypothesis import given, settings
from lxml import etree

from strategy.stratml.document import Plan
from strategy.stratml.errors import StratmlError
from strategy.stratml.leaves import NAMESPACE
from strategy.stratml.reader import read
from strategy.stratml.writer import write
from tests.strategy.stratml.plans import plan as file_of
from tests.strategy.stratml.real_files import REAL, SCHEMA, real_file, schema
from tests.strategy.stratml.records import plans, without_lines


@settings(max_examples=40)
@given(plans)
def test_what_is_written_reads_back_the_same(plan: Plan) -> None:
    assert without_lines(read(write(plan)).plan) == without_lines(plan)


@pytest.mark.skipif(
    not SCHEMA.exists(), reason="the schema of StratML Part 2 lies beside the repository only"
)
@given(plans)
def test_what_is_written_is_valid(plan: Plan) -> None:
    schema().assertValid(etree.fromstring(write(plan)))


@pytest.mark.shared_data
@pytest.mark.skipif(not REAL, reason="the real StratML files are absent (set SMO_SHARED_DATA)")
@pytest.mark.parametrize("name", REAL)
def test_a_real_plan_reads_back_the_same_and_is_valid(name: str) -> None:
    plan = read(real_file(name)).plan
    written = write(plan)
    assert without_lines(read(written).plan) == without_lines(plan)
    schema().assertValid(etree.fromstring(written))


def test_a_plan_without_a_goal_is_refused() -> None:
    plan = read(file_of("<Goal><Name>Calm</Name></Goal>")).plan
    with pytest.raises(ValueError, match="at least one goal"):
        write(Plan(**{**{name: getattr(plan, name) for name in plan.__slots__}, "goals": ()}))


def test_a_file_of_others_may_hold_any_instruction() -> None:
    found = read(file_of("<?php echo ?><Goal><?other {?><Name>Calm<?x?> water</Name></Goal>")).plan
    assert [goal.name for goal in found.goals] == ["Calm water"]


@pytest.mark.parametrize(
    "inside",
    [
        "{",
        "[]",
        '{"no_field": 1}',
        '{"name": 4}',
        '{"extra": "x"}',
        '{"name": "\\u0000"}',
        '{"extra": {"a": NaN}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_instruction_of_ours_is_refused_with_its_line(inside: str) -> None:
    with pytest.raises(StratmlError, match=r"<\?smo …\?> is damaged") as refused:
        read(file_of(f"\n\n<Goal><?smo {inside}?><Name>Calm</Name></Goal>"))
    assert refused.value.line == 3


def test_an_instruction_cut_off_anywhere_raises_nothing_else() -> None:
    whole = write(read(file_of('<Goal id="4"><Name>Calm</Name><Stray>x</Stray></Goal>')).plan)
    for length in range(0, len(whole), 7):
        with contextlib.suppress(StratmlError):
            read(whole[:length])


def test_identifiers_are_names_and_unique() -> None:
    goal = "<Goal><Name>Calm</Name><Identifier>4 b</Identifier></Goal>"
    twice = "<Goal><Name>Calm</Name><Identifier>g1</Identifier></Goal>" * 2
    root = etree.fromstring(write(read(file_of(goal + twice)).plan))
    found = [str(one.text) for one in root.iterfind(f".//{{{NAMESPACE}}}Goal/{{{NAMESPACE}}}Identifier")]
    assert found[1] == "g1"
    assert len(set(found)) == 3
    assert found[0][:1] == found[2][:1] == "_"
