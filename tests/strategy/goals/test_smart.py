"""What each letter of the SMART check finds."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from kpis.engine.scoring import Direction
from strategy.goals.achievable import yearly_changes
from strategy.goals.facts import GoalFacts, Measure, Point, Span
from strategy.goals.finding import Smart, Verdict
from strategy.goals.smart import check_goal

TODAY = dt.date(2026, 11, 22)
MET, NOT, CANNOT = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_SAY


def year_by_year(*values: float) -> tuple[Point, ...]:
    """Yearly values, the last of 2025."""
    first = 2026 - len(values)
    return tuple(Point(dt.date(first + n, 12, 31), value) for n, value in enumerate(values))


PUNCTUAL = Measure("Buses on time", "%", 1, Direction.UP, year_by_year(72, 76, 81))
WHOLE = GoalFacts(
    statement="Raise the share of buses on time to 88 %",
    owner="Hana Head",
    measure=PUNCTUAL,
    baseline=81.0,
    baseline_on=dt.date(2025, 12, 31),
    target=88.0,
    due_on=dt.date(2027, 12, 31),
    resources="Two planners",
    objective="Leave the car at home",
    priority="A city without detours",
    spans=(Span("Harbour City", dt.date(2024, 1, 1), dt.date(2030, 12, 31)),),
)


def verdicts(smart: Smart) -> dict[str, Verdict]:
    """Each letter's verdict."""
    return {letter.letter: letter.verdict for letter in smart.letters}


def says(facts: GoalFacts, letter: str) -> list[str]:
    """What a letter finds to mend, and in which field."""
    found = next(each for each in check_goal(facts, TODAY).letters if each.letter == letter)
    return [f"{check.field}: {check.says}" for check in found.to_mend]


def test_a_goal_that_says_everything_is_smart() -> None:
    smart = check_goal(WHOLE, TODAY)

    assert verdicts(smart) == dict.fromkeys("SMART", MET)
    assert (smart.met, smart.is_whole) == (5, True)
    assert [check.says for letter in smart.letters for check in letter.checks] == [
        "It names one outcome.",
        "Hana Head answers for it.",
        "Buses on time is measured: 81 %.",
        "It goes from 81 % to 88 %.",
        "It needs 3.5 % a year; the best year so far brought 5 %.",
        "It says what it is done with.",
        "It serves the objective “Leave the car at home”.",
        "Its objective serves the priority “A city without detours”.",
        "It is due on 31 December 2027.",
    ]


def test_a_goal_that_says_nothing_names_what_lacks() -> None:
    empty = GoalFacts(statement="Better buses", objective="Leave the car at home")

    assert verdicts(check_goal(empty, TODAY)) == {"S": NOT, "M": NOT, "A": NOT, "R": NOT, "T": NOT}
    assert [fault for letter in "SMART" for fault in says(empty, letter)] == [
        "owner: Nobody answers for it: name an owner.",
        "kpi: No KPI says when it is reached: choose one.",
        "resources: It says not what it is done with: name people, money or tools.",
        ": Without KPI, target and due date nobody can say whether it is within reach.",
        "relevance: Its objective serves no priority, and nothing says why it matters: say it, or place the"
        " objective.",
        "due_on: It has no due date.",
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "Raise punctuality to 88 % and cut complaints by 10 %",
        "Reduce accidents; train all drivers",
        "Improve the timetable as well as expand the night bus",
        "Increase ridership to lower emissions",
        "Carry 400 thousand passengers and 20 cyclists an hour",
        " ".join(["word"] * 31),
    ],
)
def test_two_outcomes_or_too_many_words_are_seen(statement: str) -> None:
    assert [fault.partition(":")[0] for fault in says(replace(WHOLE, statement=statement), "S")] == [
        "statement"
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "88 % of buses leave at most five minutes late by December 2027",
        "Inspect 40 roads and bridges each year",
        "Raise the share of trips on foot and by bus to 41 %",
        "Keep the harbour basin between 5 and 7 mg of oxygen a litre",
        "Cut waiting from 58 to 30 days",
    ],
)
def test_one_outcome_is_taken_as_one(statement: str) -> None:
    assert says(replace(WHOLE, statement=statement), "S") == []


def test_an_and_within_a_word_joins_nothing() -> None:
    assert says(replace(WHOLE, statement="Raise demand for 12 standing places"), "S") == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"baseline": None}, "baseline: It has no baseline; the latest value is 81 %."),
        ({"target": None}, "target: It has no target: which number will do?"),
        ({"target": 81.0}, "target: Target and baseline are the same, 81 %: nothing would change."),
        ({"target": 80.5}, "target: From 81 % to 80.5 % would be worse: of this KPI higher is better."),
        ({"measure": replace(PUNCTUAL, values=())}, "kpi: Buses on time has no value there yet."),
    ],
)
def test_what_cannot_be_measured_says_why(changed: dict[str, object], fault: str) -> None:
    assert says(replace(WHOLE, **changed), "M") == [fault]  # type: ignore[arg-type]


def test_lower_is_better_where_the_kpi_says_so() -> None:
    down = replace(PUNCTUAL, name="Complaints", unit="", direction=Direction.DOWN)

    assert says(replace(WHOLE, measure=down), "M") == [
        "target: From 81 to 88 would be worse: of this KPI lower is better."
    ]
    assert says(replace(WHOLE, measure=down, target=70.0), "M") == []


def test_in_a_band_forward_is_towards_the_target() -> None:
    band = replace(PUNCTUAL, direction=Direction.BAND, values=year_by_year(120, 110, 104))

    facts = replace(WHOLE, measure=band, baseline=110.0, target=100.0)
    assert (says(facts, "M"), verdicts(check_goal(facts, TODAY))["A"]) == ([], MET)


@pytest.mark.parametrize(
    ("values", "target", "verdict", "words"),
    [
        ((90, 76, 81), 88.0, MET, "It was reached before: the best so far is 90 %."),
        ((72, 76, 81), 98.0, NOT, "It needs 8.5 % a year; the best year so far brought only 5 %."),
        ((84, 82, 81), 88.0, NOT, "It needs 3.5 % a year; in the years so far the KPI never got better."),
        ((81,), 88.0, CANNOT, "There are fewer than two years of values to compare the target with."),
        ((), 88.0, CANNOT, "There is no value yet to compare the target with."),
    ],
)
def test_a_target_is_held_against_the_past(
    values: tuple[float, ...], target: float, verdict: Verdict, words: str
) -> None:
    measure = replace(PUNCTUAL, values=year_by_year(*values))
    letter = check_goal(replace(WHOLE, measure=measure, target=target), TODAY).letters[2]

    assert (letter.verdict, letter.checks[0].says) == (verdict, words)


def test_a_projection_that_hardly_sees_it_warns() -> None:
    facts = replace(WHOLE, measure=replace(PUNCTUAL, chance=0.04))

    assert verdicts(check_goal(facts, TODAY))["A"] == CANNOT
    assert says(facts, "A") == [
        "target: As it goes now, the target is 4 % likely on time. Its steps must change the course."
    ]
    assert says(replace(facts, is_open=False), "A") == []


def test_money_is_a_resource_too() -> None:
    assert says(replace(WHOLE, resources=" ", budget=Decimal(5000)), "A") == []


def test_words_can_stand_for_a_priority() -> None:
    assert says(replace(WHOLE, priority="", relevance="Schools ask for it"), "R") == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"due_on": dt.date(2026, 11, 21)}, "Its due date, 21 November 2026, has passed."),
        (
            {"due_on": dt.date(2031, 1, 1)},
            "It is due on 1 January 2031, outside “Harbour City”, which goes from 1 January 2024 to 31"
            " December 2030.",
        ),
        (
            {"baseline_on": dt.date(2028, 1, 1)},
            "It is due on 31 December 2027, not after the day of its baseline.",
        ),
    ],
)
def test_a_day_that_cannot_be_is_told(changed: dict[str, dt.date], fault: str) -> None:
    assert says(replace(WHOLE, **changed), "T") == [f"due_on: {fault}"]  # type: ignore[arg-type]


def test_a_closed_goal_may_lie_in_the_past() -> None:
    past = replace(WHOLE, due_on=dt.date(2026, 6, 30), is_open=False)

    assert says(past, "T") == []


def test_yearly_changes_cancel_the_seasons() -> None:
    """Summer and winter halves that go up by one a year."""
    values = [
        Point(dt.date(2022 + n // 2, 6 if n % 2 == 0 else 12, 30), 10.0 * (n % 2) + n // 2) for n in range(8)
    ]

    assert yearly_changes(tuple(values)) == [1.0, 1.0, 1.0]
    assert yearly_changes(()) == []
