"""Where a cell is in its stored row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.engine.layout import (
    Grain,
    grain_of,
    grains_of,
    periods_of_row,
    position,
    row_length,
    ytd_length,
    ytd_position,
)
from kpis.engine.periods import Calendar, Frequency, PeriodError

JANUARY, JULY = Calendar(), Calendar(7)


def test_rows_have_these_lengths():
    lengths = {
        (native, grain): (row_length(native, grain), ytd_length(native, grain))
        for native in Frequency
        for grain in grains_of(native)
    }
    assert lengths == {
        (Frequency.DAY, Grain.CALENDAR): (19, 12),
        (Frequency.DAY, Grain.FINE): (366, 366),
        (Frequency.WEEK, Grain.CALENDAR): (19, 12),
        (Frequency.WEEK, Grain.FINE): (53, 53),
        (Frequency.MONTH, Grain.CALENDAR): (19, 12),
        (Frequency.QUARTER, Grain.CALENDAR): (7, 4),
        (Frequency.HALF, Grain.CALENDAR): (3, 2),
        (Frequency.YEAR, Grain.CALENDAR): (1, 1),
    }


@given(
    st.builds(Calendar, st.integers(1, 12), st.sampled_from(("end", "start"))),
    st.sampled_from(Frequency),
    st.integers(1950, 2100),
)
def test_periods_of_a_row_are_at_their_positions(calendar, native, year):
    for grain in grains_of(native):
        periods = periods_of_row(calendar, native, grain, year)
        places = [position(calendar, native, period) for period in periods]
        owners = {(grain_of(period.frequency), calendar.fiscal_year_of(period)) for period in periods}
        assert (places, owners) == (list(range(len(periods))), {(grain, year)})


def test_grains_are_the_numbers_stored_with_the_rows():
    assert [(grain.name, int(grain)) for grain in Grain] == [("CALENDAR", 0), ("FINE", 1)]


def test_a_row_of_weeks_has_52_or_53_and_of_days_365_or_366():
    weeks = [len(periods_of_row(JANUARY, Frequency.WEEK, Grain.FINE, year)) for year in (2022, 2023)]
    days = [len(periods_of_row(JULY, Frequency.DAY, Grain.FINE, year)) for year in (2023, 2024)]
    assert (weeks, days) == ([52, 53], [365, 366])


@pytest.mark.parametrize(
    ("native", "text", "cell", "to_date"),
    [
        (Frequency.MONTH, "2025-07", 0, 0),
        (Frequency.MONTH, "2026-06", 11, 11),
        (Frequency.MONTH, "2026-Q3", 14, 8),
        (Frequency.MONTH, "2026-H1", 16, 5),
        (Frequency.MONTH, "2026", 18, 11),
        (Frequency.QUARTER, "2026-Q3", 2, 2),
        (Frequency.QUARTER, "2026-H2", 5, 3),
        (Frequency.YEAR, "2026", 0, 0),
        (Frequency.WEEK, "2026-Q3", 14, 8),
        (Frequency.WEEK, "2025-W27", 0, 0),
        (Frequency.DAY, "2025-07-03", 2, 2),
    ],
)
def test_a_cell_and_its_year_to_date_have_these_positions(native, text, cell, to_date):
    period = JULY.parse(text)
    assert (position(JULY, native, period), ytd_position(JULY, native, period)) == (cell, to_date)


@pytest.mark.parametrize(
    ("native", "text"),
    [(Frequency.QUARTER, "2026-03"), (Frequency.DAY, "2026-W09"), (Frequency.MONTH, "2026-W09")],
)
def test_it_refuses_a_period_that_the_kpi_has_no_cell_for(native, text):
    with pytest.raises(PeriodError):
        position(JULY, native, JULY.parse(text))
    with pytest.raises(PeriodError):
        ytd_position(JULY, native, JULY.parse(text))
