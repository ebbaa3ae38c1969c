"""How the demonstration's KPIs went: deterministic, gappy, sometimes late, sometimes restated."""

import datetime as dt
from dataclasses import replace

import pytest

from kpis.engine.anchors import check_anchors
from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction
from smo.demo.history import SeriesHistory, Value, start_of
from smo.demo.kpis import KPIS
from smo.demo.organisation import DEPARTMENTS, STEWARDS
from smo.demo.plan import CAUSES, OBJECTIVES
from smo.demo.spec import KpiSpec, Reporter

CALENDAR = Calendar()
LOADED_ON = dt.date(2026, 11, 22)
NAN = float("nan")
BY_CODE = {spec.code: spec for spec in KPIS}


def history(code: str, reporter: int = 0, loaded_on: dt.date = LOADED_ON, **changes: object) -> SeriesHistory:
    """One series, perhaps with something of its KPI changed."""
    spec = replace(BY_CODE[code], **changes)  # type: ignore[arg-type]
    return SeriesHistory(spec, spec.reporters[reporter], CALENDAR, loaded_on)


def every_series() -> list[SeriesHistory]:
    """All series of the demonstration."""
    return [SeriesHistory(spec, each, CALENDAR, LOADED_ON) for spec in KPIS for each in spec.reporters]


def test_the_same_day_gives_the_same_history() -> None:
    assert [each.values(LOADED_ON) for each in every_series()] == [
        each.values(LOADED_ON) for each in every_series()
    ]


def test_a_later_day_only_adds_to_it() -> None:
    later = LOADED_ON + dt.timedelta(days=200)
    for series in every_series():
        before = {(one.period, one.value) for one in series.values(LOADED_ON) if not one.reason}
        after = {(one.period, one.value) for one in series.values(later) if not one.reason}
        settled = {pair for pair in before if CALENDAR.end(pair[0]) < LOADED_ON - dt.timedelta(days=90)}
        assert settled <= after
    longer = sum(len(series.values(later)) for series in every_series())
    assert longer > sum(len(series.values(LOADED_ON)) for series in every_series()) + 400


def test_nothing_is_known_before_its_period_ends_or_after_today() -> None:
    known = [one for series in every_series() for one in series.values(LOADED_ON)]
    assert all(CALENDAR.end(one.period) < one.known_on <= LOADED_ON for one in known)


def test_it_covers_three_years() -> None:
    first = {series.values(LOADED_ON)[0].period for series in every_series() if not series.reporter.since}
    assert min(CALENDAR.start(period) for period in first) <= start_of(LOADED_ON)
    assert {period.frequency for period in first} == {
        Frequency.WEEK,
        Frequency.MONTH,
        Frequency.QUARTER,
        Frequency.HALF,
        Frequency.YEAR,
    }


def test_values_are_missing_late_and_restated_here_and_there() -> None:
    monthly = [series for series in every_series() if series.spec.frequency == Frequency.MONTH]
    known = [(series, one) for series in monthly for one in series.values(LOADED_ON)]
    late = sum(
        (one.known_on - CALENDAR.end(one.period)).days > series.spec.due_days
        for series, one in known
        if not one.reason
    )
    restated = sum(bool(one.reason) for _series, one in known)
    expected = 36 * len(monthly)
    assert 0.01 < 1 - (len(known) - restated) / expected < 0.12
    assert 0.03 < late / expected < 0.15
    assert 0.004 < restated / expected < 0.03


def test_a_correction_follows_the_report_that_it_corrects() -> None:
    values = history("temporary-housing").values(LOADED_ON)
    first = {one.period: one for one in values if not one.reason}
    corrections = [one for one in values if one.reason]
    assert len(corrections) >= 2
    for one in corrections:
        assert first[one.period].known_on < one.known_on
        assert first[one.period].value < one.value  # fewer households looked better


def test_a_department_that_fell_silent_reports_no_more() -> None:
    loud, silent = history("active-trips", 0), history("active-trips", 2)
    assert silent.reporter.silent == 8
    newest = max(CALENDAR.end(one.period) for one in silent.values(LOADED_ON))
    assert newest < LOADED_ON - dt.timedelta(days=8 * 30)
    assert max(CALENDAR.end(one.period) for one in loud.values(LOADED_ON)) > newest


def test_the_numbers_follow_the_course_that_the_scores_are_to_take() -> None:
    quiet = history("cargo", noise=0.0, gaps=0.0, late=0.0, restated={})
    values = {one.period: one.value for one in quiet.values(LOADED_ON) if not one.reason}
    target = {one.period: one for one in quiet.targets(LOADED_ON)}
    scores = [
        100 / 3 * (1 + (value - target[period].red_line) / (target[period].target - target[period].red_line))
        for period, value in values.items()
    ]
    assert scores[0] == pytest.approx(63, abs=2)
    assert max(scores) == pytest.approx(68, abs=2)
    assert scores[-1] == pytest.approx(48, abs=3)


def test_a_band_is_left_upwards_as_far_as_the_score_says() -> None:
    quiet = history("budget-spent", 2, noise=0.0, gaps=0.0)
    low, high, _red_low, red_high = quiet.spec.band or (0, 0, 0, 0)
    latest = quiet.values(LOADED_ON)[-1].value
    assert (low + high) / 2 < latest < high  # a score above 66.7 is inside
    worst = history("budget-spent", 2, noise=0.0, gaps=0.0, course=((36, 20), (0, 20)))
    assert worst.values(LOADED_ON)[-1].value > red_high


def test_every_target_can_be_scored() -> None:
    for series in every_series():
        for one in series.targets(dt.date(2026, 12, 31)):
            direction = Direction(series.spec.direction.value)
            check_anchors((one.target, one.red_line, NAN, NAN), direction, zero_needs_red_line=True)


def test_notes_stand_at_one_value_each() -> None:
    values: list[Value] = history("bus-on-time").values(LOADED_ON)
    notes = [one.note for one in values if one.note and not one.reason]
    assert sorted(notes) == ["Diversion extended until summer", "Quay bridge down to one lane"]


def test_everything_that_is_named_exists() -> None:
    departments = {each.code for each in DEPARTMENTS}
    assert len({spec.code for spec in KPIS}) == len(KPIS)
    assert {each.department for spec in KPIS for each in spec.reporters} <= departments
    assert set(STEWARDS) == departments
    assert {spec.objective for spec in KPIS} == {each.code for each in OBJECTIVES}
    assert {code for cause, effect, _note in CAUSES for code in (cause, effect)} <= {
        each.code for each in OBJECTIVES
    }


def test_it_is_loaded_on_any_day_of_the_year() -> None:
    for day in (dt.date(2026, 1, 1), dt.date(2028, 2, 29), dt.date(2026, 12, 31)):
        reporter = Reporter("waste")
        spec: KpiSpec = BY_CODE["missed-bins"]
        assert len(SeriesHistory(spec, reporter, CALENDAR, day).values(day)) > 140
