"""What stands in place of a status: due, late and missing, and from which day on."""

import datetime as dt

import pytest

from kpis.actions import close_period, open_series, record_measurements, roll_up_all
from kpis.actions.measurements import Entry
from kpis.cells import read_many
from kpis.engine.frequency import Frequency, Period
from kpis.engine.scoring import State
from kpis.models import KPI, Definition, SeriesTerm
from kpis.queries import calendar
from kpis.store.rules import read_rules
from kpis.wording import unscored_text
from tests.kpis.city import City, month

Q1, MARCH = Period(Frequency.QUARTER, 2026 * 4), Period(Frequency.MONTH, month(2026, 3))


@pytest.fixture
def from_march(city: City) -> City:
    """The series of complaints began in March 2026 only; values are due after 15 days."""
    SeriesTerm.objects.filter(series__kpi=city.complaints).update(valid=(dt.date(2026, 3, 1), None))
    return city


def state(city: City, kpi: KPI, period: Period, day: dt.date) -> str:
    """What the city's cell says at the end of a day."""
    roll_up_all(as_of=day)
    known = read_rules([kpi.pk])[0]
    return str(read_many([(city["city"].pk, known)], [period], calendar(), day)[0][0].status)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2026, 2, 28), State.NOT_DUE),
        (dt.date(2026, 3, 30), State.NOT_DUE),
        (dt.date(2026, 3, 31), State.DUE),
        (dt.date(2026, 4, 15), State.DUE),
        (dt.date(2026, 4, 16), State.LATE),
    ],
)
def test_a_quarter_is_late_when_its_first_expected_month_is(
    from_march: City, day: dt.date, expected: State
) -> None:
    assert state(from_march, from_march.complaints, Q1, day) == expected


def test_what_is_late_in_a_closed_period_is_missing(from_march: City) -> None:
    day = dt.date(2026, 4, 20)
    close_period(by=from_march.staff, frequency="month", period=MARCH.ordinal)
    kpi = from_march.complaints
    # January and February lie in the quarter too, and are not closed.
    assert [state(from_march, kpi, each, day) for each in (MARCH, Q1)] == ["missing", "late"]
    close_period(by=from_march.staff, frequency="quarter", period=Q1.ordinal)
    assert state(from_march, kpi, Q1, day) == State.MISSING


@pytest.mark.parametrize(("target", "said"), [(None, "No target"), (0.0, "A target of 0 needs a red line")])
def test_an_unscored_value_says_why(city: City, target: float | None, said: str) -> None:
    Definition.objects.filter(kpi=city.complaints).update(target=target, red_line=None)
    open_series(by=None, kpi=city.complaints, department=city["city"])
    rows = [Entry(city.complaints.pk, city["city"].pk, MARCH.ordinal, 5.0)]
    record_measurements(by=None, rows=rows)
    Definition.objects.filter(kpi=city.complaints).update(min_coverage=0)
    assert state(city, city.complaints, MARCH, dt.date(2026, 4, 20)) == State.UNSCORED
    known = read_rules([city.complaints.pk])[0]
    row = read_many([(city["city"].pk, known)], [MARCH], calendar(), dt.date(2026, 4, 20))[0]
    assert unscored_text(row[0]) == said
