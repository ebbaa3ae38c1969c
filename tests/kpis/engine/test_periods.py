"""Periods: where they start and end, what belongs to what, and how they are spelled."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.engine.periods import Calendar, Frequency, Period, PeriodError

calendars = st.builds(Calendar, st.integers(1, 12), st.sampled_from(("end", "start")))
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
frequencies = st.sampled_from(Frequency)
JANUARY, JULY = Calendar(), Calendar(7)


@given(calendars, days, frequencies)
def test_a_day_lies_between_start_and_end_of_its_period(calendar, day, frequency):
    period = calendar.containing(day, frequency)
    neighbours = [calendar.containing(day, frequency) for day in _edges(calendar, period)]
    before, after = calendar.previous(period), calendar.shift(period, 1)
    assert calendar.start(period) <= day <= calendar.end(period)
    assert neighbours == [before, period, period, after]


def _edges(calendar: Calendar, period: Period) -> list[date]:
    start, end, one = calendar.start(period), calendar.end(period), timedelta(days=1)
    return [start - one, start, end, end + one]


@given(calendars, days, frequencies, st.booleans())
def test_the_canonical_text_is_read_back(calendar, day, frequency, told):
    period = calendar.containing(day, frequency)
    assert calendar.parse(calendar.format(period), frequency if told else None) == period


@given(calendars, days, frequencies, frequencies)
def test_children_are_exactly_the_periods_that_end_inside(calendar, day, one, other):
    finer, coarser = sorted((one, other), key=lambda frequency: frequency.rank)
    period = calendar.containing(day, coarser)
    around = range(-35 if finer == Frequency.DAY else -8, 400)
    first = calendar.containing(calendar.start(period), finer)
    candidates = [calendar.shift(first, n) for n in around]
    assert calendar.children(period, finer) == [
        p for p in candidates if calendar.within(p, coarser) == period
    ]


@given(calendars, st.lists(days, min_size=1), frequencies)
def test_last_days_of_many_equal_the_ends_of_each(calendar, some, frequency):
    periods = [calendar.containing(day, frequency) for day in some]
    last_days = calendar.last_days(frequency, np.array([period.ordinal for period in periods]))
    assert last_days.tolist() == [calendar.end(period).toordinal() for period in periods]


@pytest.mark.parametrize(
    ("text", "calendar", "start", "end"),
    [
        ("2026-03-14", JANUARY, "2026-03-14", "2026-03-14"),
        ("2026-W09", JANUARY, "2026-02-23", "2026-03-01"),
        ("2026-W53", JANUARY, "2026-12-28", "2027-01-03"),
        ("2024-02", JANUARY, "2024-02-01", "2024-02-29"),
        ("2026-Q1", JANUARY, "2026-01-01", "2026-03-31"),
        ("2026-Q1", JULY, "2025-07-01", "2025-09-30"),
        ("2026-Q1", Calendar(7, "start"), "2026-07-01", "2026-09-30"),
        ("2026-H2", JULY, "2026-01-01", "2026-06-30"),
        ("2026", JULY, "2025-07-01", "2026-06-30"),
        ("2026", Calendar(4, "start"), "2026-04-01", "2027-03-31"),
        ("2026", Calendar(1, "start"), "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_covers_its_days(text, calendar, start, end):
    period = calendar.parse(text)
    assert [calendar.start(period).isoformat(), calendar.end(period).isoformat()] == [start, end]


@pytest.mark.parametrize(
    ("text", "frequency", "calendar", "canonical"),
    [
        ("2019/20", Frequency.YEAR, JULY, "2020"),
        ("2019-20", Frequency.YEAR, JULY, "2020"),
        ("2019/2020", Frequency.YEAR, JULY, "2020"),
        ("2019-2020", Frequency.YEAR, Calendar(7, "start"), "2019"),
        ("2010-11", Frequency.YEAR, JULY, "2011"),
        ("1999-00", Frequency.YEAR, JULY, "2000"),
        ("2019–20", None, JULY, "2020"),
        ("2019-12", Frequency.MONTH, JULY, "2019-12"),
        ("2010-11", None, JULY, "2010-11"),
        ("2019 Q3", None, JULY, "2019-Q3"),
        ("Q3 2019", Frequency.QUARTER, JULY, "2019-Q3"),
        ("2019q3", None, JULY, "2019-Q3"),
        ("2019/20 Q3", None, JULY, "2020-Q3"),
        ("h1 2019", None, JULY, "2019-H1"),
        (" Mar  2026 ", Frequency.MONTH, JULY, "2026-03"),
        ("September 2026", None, JULY, "2026-09"),
        ("2026 Mar", None, JULY, "2026-03"),
        ("2026W09", Frequency.WEEK, JULY, "2026-W09"),
    ],
)
def test_it_reads_the_spellings_that_imports_bring(text, frequency, calendar, canonical):
    assert calendar.format(calendar.parse(text, frequency)) == canonical


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("2017/18-2019/20", Frequency.YEAR),
        ("2017/18-2019/20", None),
        ("2019a", Frequency.YEAR),
        ("2019-21", Frequency.YEAR),
        ("2019-12", Frequency.YEAR),
        ("03/2026", Frequency.MONTH),
        ("2026-13", Frequency.MONTH),
        ("2026-02-30", None),
        ("2025-W53", None),
        ("2026-Q5", None),
        ("0000", None),
        ("٢٠٢٦", None),
        ("Mai 2026", None),
        ("2026-Q1", Frequency.MONTH),
        ("", None),
    ],
)
def test_it_refuses_what_names_no_period(text, frequency):
    with pytest.raises(PeriodError):
        JULY.parse(text, frequency)


def test_a_refusal_says_what_is_accepted():
    with pytest.raises(PeriodError) as refusal:
        JANUARY.parse("2026-Q1", Frequency.MONTH)
    assert str(refusal.value) == "“2026-Q1” is no month; write it like 2026-03 or Mar 2026"


def test_a_week_belongs_to_the_fiscal_year_in_which_it_ends():
    week_53, week_1 = JANUARY.parse("2026-W53"), JANUARY.parse("2026-W01")
    years = [JANUARY.fiscal_year_of(week) for week in (week_53, week_1)]
    months = [JANUARY.format(JANUARY.within(week, Frequency.MONTH)) for week in (week_53, week_1)]
    assert (years, months) == ([2027, 2026], ["2027-01", "2026-01"])


def test_a_period_has_ended_at_the_end_of_its_last_day():
    march = JANUARY.parse("2026-03")
    assert [JANUARY.ended(march, day) for day in (date(2026, 3, 30), date(2026, 3, 31))] == [False, True]


def test_it_refuses_to_go_the_wrong_way_between_frequencies():
    with pytest.raises(PeriodError, match="a month does not belong to a week"):
        JANUARY.within(JANUARY.parse("2026-03"), Frequency.WEEK)
    with pytest.raises(PeriodError, match="a week has no month inside it"):
        JANUARY.children(JANUARY.parse("2026-W09"), Frequency.MONTH)


def test_periods_have_an_order_within_a_frequency_only():
    january, february = Period(Frequency.MONTH, 24312), Period(Frequency.MONTH, 24313)
    comparisons = [january < february, january <= january, february > january, january >= february]
    assert comparisons == [True, True, True, False]
    with pytest.raises(TypeError, match="have no order"):
        sorted([january, Period(Frequency.YEAR, 2026)])


@pytest.mark.parametrize(("month", "named_by"), [(0, "end"), (13, "end"), (1, "middle")])
def test_it_refuses_an_impossible_calendar(month, named_by):
    with pytest.raises(ValueError, match="fiscal year"):
        Calendar(month, named_by)
