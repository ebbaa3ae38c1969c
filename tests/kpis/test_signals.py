"""Signal or noise of stored KPIs: which cells are points, where baselines begin, what marks say of cells."""

import datetime as dt

import pytest

from core.errors import Conflict, Refused
from kpis.actions import Entry, record_measurements, remove_split, split_baseline
from kpis.actions.rollup import roll_up_dirty
from kpis.cells import Cell, read_many
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.signals import Baseline, Reading
from kpis.models import KPI, BaselineSplit, Definition
from kpis.queries import definition_of
from kpis.signal_readings import Said, read_readings
from kpis.signals import KpiSignals, Signal, read_signals
from kpis.store.rules import KnownRules, rules_of
from tests.kpis.city import City, month

CALENDAR = Calendar()
TODAY = dt.date(2026, 4, 30)
CALM = [10.0, 14.0] * 12  # January 2024 to December 2025


def report_at(city: City, code: str, values: list[float], since: int) -> None:
    """Monthly complaints of a department from a month (ordinal) on, computed."""
    department = city[code].pk
    rows = [Entry(city.complaints.pk, department, since + n, value) for n, value in enumerate(values)]
    record_measurements(by=city.staff, rows=rows)
    roll_up_dirty()


def rules(kpi: KPI) -> KnownRules:
    return rules_of(definition_of(kpi))


def signals_at(city: City, code: str = "health", as_of: dt.date = TODAY) -> KpiSignals:
    return read_signals(rules(city.complaints), city[code].pk, CALENDAR, as_of)


def cell_at(city: City, period: Period, code: str = "health") -> Cell:
    return read_many([(city[code].pk, rules(city.complaints))], [period], CALENDAR, TODAY)[0][0]


def said_of(city: City, period: Period, code: str = "health") -> Said:
    cell = cell_at(city, period, code)
    return read_readings([(city[code].pk, rules(city.complaints), cell)], CALENDAR, TODAY)[0]


def test_limits_are_those_of_all_native_cells(city: City) -> None:
    report_at(city, "health", CALM, month(2024, 1))
    found = signals_at(city)
    assert found.found.baselines == (Baseline(0, 24, 12.0, 12 - 2.66 * 4, 12 + 2.66 * 4),)
    assert (found.points, found.has_limits, found.signals()) == (24, True, [])


def test_a_point_outside_is_a_signal_and_says_whether_it_is_bad(city: City) -> None:
    report_at(city, "health", [*CALM, 40.0], month(2024, 1))
    january = Period(Frequency.MONTH, month(2026, 1))
    assert signals_at(city).signals() == [Signal(january, 40.0, 1, True, 2, january, True)]


def test_consecutive_points_outside_are_one_signal(city: City) -> None:
    report_at(city, "health", [*CALM, 27.0, 28.0], month(2024, 1))
    january, february = (Period(Frequency.MONTH, month(2026, n)) for n in (1, 2))
    assert signals_at(city).signals() == [Signal(february, 28.0, 1, True, 3, january, True)]


def test_a_run_is_one_signal_from_its_first_point_on(city: City) -> None:
    report_at(city, "health", [11.0, 15.0] * 8 + [12.0] * 9, month(2024, 1))
    found = signals_at(city).signals()
    started, ended = (Period(Frequency.MONTH, month(2025, n)) for n in (5, 13))
    assert found == [Signal(ended, 12.0, -1, False, 9, started, False)]


def test_cells_below_minimum_coverage_and_running_periods_are_no_points(city: City) -> None:
    for code in ("roads", "parks"):
        report_at(city, code, CALM, month(2024, 1))
    report_at(city, "health", [*CALM, 5.0, 5.0], month(2024, 1))
    found = signals_at(city, "city")
    assert int(found.history.eligible.sum()) == 24
    assert found.history.values[-2:].tolist() == [5.0, 5.0]
    in_december = signals_at(city, "city", as_of=dt.date(2025, 12, 30))
    assert (in_december.points, len(in_december.history.values)) == (23, 24)


def test_filled_values_are_no_points(city: City) -> None:
    Definition.objects.filter(kpi=city.complaints).update(missing_policy="carry", carry_limit=3)
    report_at(city, "health", CALM, month(2024, 1))
    found = signals_at(city)
    assert found.history.values[-1] == 14.0
    assert (len(found.history.values) > 24, found.points) == (True, 24)


def test_too_few_points_have_no_limits_and_no_reading(city: City) -> None:
    report_at(city, "health", CALM[:7], month(2025, 9))
    found = signals_at(city)
    assert (found.points, found.has_limits) == (7, False)
    assert said_of(city, Period(Frequency.MONTH, month(2026, 3))) == Said(0, None)


def test_a_split_begins_a_new_baseline_and_can_be_taken_back(city: City) -> None:
    report_at(city, "health", [10.0, 14.0] * 6 + [50.0, 54.0] * 6, month(2024, 1))
    assert signals_at(city).signals() != []
    split = split_baseline(
        by=city.staff,
        kpi=city.complaints,
        department=city["health"],
        period="2025-01",
        reason="A new register",
    )
    found = signals_at(city)
    assert [(each.start, each.stop, each.centre) for each in found.found.baselines] == [
        (0, 12, 12.0),
        (12, 24, 52.0),
    ]
    assert (found.signals(), [each.reason for each in found.splits]) == ([], ["A new register"])
    assert signals_at(city, "city").splits == ()
    remove_split(by=city.staff, split=split)
    assert signals_at(city).splits == ()
    with pytest.raises(Conflict):
        remove_split(by=city.staff, split=split)
    assert BaselineSplit.objects.count() == 1  # closed, not deleted


@pytest.mark.parametrize(
    ("period", "reason", "fields"),
    [
        ("2025-Q1", "New", ["period"]),
        ("2100-01", "New", ["period"]),
        ("2025-01", "  ", ["reason"]),
        ("", "", ["reason", "period"]),
    ],
)
def test_a_split_needs_a_native_period_that_has_begun_and_a_reason(
    city: City, period: str, reason: str, fields: list[str]
) -> None:
    with pytest.raises(Refused) as refused:
        split_baseline(
            by=city.staff, kpi=city.complaints, department=city["health"], period=period, reason=reason
        )
    assert [fault.field for fault in refused.value.faults] == fields


def test_one_baseline_begins_once(city: City) -> None:
    where = {"kpi": city.complaints, "department": city["health"], "period": "2025-01"}
    split_baseline(by=city.staff, reason="A new register", **where)
    with pytest.raises(Conflict):
        split_baseline(by=city.staff, reason="Again", **where)


@pytest.mark.parametrize(
    ("latest", "period", "expected"),
    [
        # target 8, red line 12, lower is better
        (40.0, Period(Frequency.MONTH, month(2026, 1)), Said(1, Reading.FIND_THE_CAUSE)),
        (40.0, Period(Frequency.QUARTER, 2026 * 4), Said(1, None)),  # insufficient data
        (40.0, Period(Frequency.MONTH, month(2025, 12)), Said(0, Reading.CHANGE_THE_PROCESS)),
        (10.0, Period(Frequency.MONTH, month(2026, 1)), Said(0, Reading.CHANGE_THE_PROCESS)),
        (-20.0, Period(Frequency.MONTH, month(2026, 1)), Said(-1, Reading.LEAVE_ALONE)),
        (40.0, Period(Frequency.MONTH, month(2026, 2)), Said(0, None)),
    ],
)
def test_status_and_signal_are_read_together(
    city: City, latest: float, period: Period, expected: Said
) -> None:
    report_at(city, "health", [*CALM, latest], month(2024, 1))
    assert said_of(city, period) == expected


def test_marks_follow_the_baseline_in_which_the_cell_ends(city: City) -> None:
    report_at(city, "health", [10.0, 14.0] * 6 + [50.0, 54.0] * 6, month(2024, 1))
    split_baseline(
        by=city.staff,
        kpi=city.complaints,
        department=city["health"],
        period="2025-01",
        reason="A new register",
    )
    for period in (Period(Frequency.MONTH, month(2024, 12)), Period(Frequency.MONTH, month(2025, 12))):
        assert said_of(city, period) == Said(0, Reading.CHANGE_THE_PROCESS)


def test_many_cells_take_a_query_a_frequency_and_one(city: City, django_assert_num_queries) -> None:
    report_at(city, "health", [*CALM, 40.0], month(2024, 1))
    report_at(city, "roads", CALM[:7], month(2025, 7))
    january = Period(Frequency.MONTH, month(2026, 1))
    known = [rules(city.complaints), rules(city.budget)]
    wanted = [
        (city["health"].pk, known[0], cell_at(city, january)),
        (city["roads"].pk, known[0], cell_at(city, january, "roads")),
        (city["city"].pk, known[0], cell_at(city, january, "city")),
        (city["city"].pk, known[1], cell_at(city, january)),
    ]
    with django_assert_num_queries(3):
        said = read_readings(wanted, CALENDAR, TODAY)
    assert said[0] == Said(1, Reading.FIND_THE_CAUSE)
    assert said[1:2] + said[3:] == [Said(), Said()]


def test_histories_of_a_past_moment_are_those_of_the_stored_cells(city: City) -> None:
    Definition.objects.filter(kpi=city.complaints).update(missing_policy="carry", carry_limit=2)
    for code in ("roads", "health"):
        report_at(city, code, [*CALM, 40.0], month(2024, 1))
    last = BaselineSplit._meta.get_field("known_from").get_default()
    for code in ("health", "city"):
        now = signals_at(city, code).history
        past = read_signals(rules(city.complaints), city[code].pk, CALENDAR, TODAY, last).history
        kept = len(now.values)
        assert (past.first, past.values[:kept].tolist(), past.eligible[:kept].tolist()) == (
            now.first,
            now.values.tolist(),
            now.eligible.tolist(),
        )
