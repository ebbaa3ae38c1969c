"""Closing periods and opening them again."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from core.errors import Conflict, Refused
from core.models import OutboxEvent
from kpis.actions import close_period, reopen_period
from kpis.closings import closed_periods
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.intake import RawValue, check_values
from kpis.models import PeriodClosing
from tests.core.api.test_at_the_same_time import together
from tests.kpis.city import City, make_city, month

CALENDAR = Calendar()
Q1 = CALENDAR.parse("2020-Q1")


def close(text: str, by: Any = None) -> PeriodClosing:
    """Close the period that the text names."""
    period = CALENDAR.parse(text)
    return close_period(by=by, frequency=period.frequency, period=period.ordinal)


def closed(*texts: str) -> list[bool]:
    """Whether each of the periods is closed now."""
    now = closed_periods(CALENDAR)
    return [now.holds(CALENDAR.parse(text)) for text in texts]


def test_a_closed_quarter_closes_what_ends_in_it_and_nothing_else(city: City) -> None:
    close("2020-Q1", by=city.staff)
    inside = ("2020-Q1", "2020-01", "2020-03", "2020-03-31", "2020-W01")
    outside = ("2020-04", "2019-12", "2020", "2020-H1", "2020-W14", "2020-Q2")
    assert closed(*inside) == [True] * 5
    assert closed(*outside) == [False] * 6


def test_a_period_is_closed_once_and_a_shorter_one_with_it(city: City) -> None:
    close("2020-03")
    close("2020-Q1")
    with pytest.raises(Conflict, match=r"2020-Q1 is closed already\."):
        close("2020-Q1")
    with pytest.raises(Conflict, match=r"2020-02 is closed already, with 2020-Q1\."):
        close("2020-02")


def test_a_period_that_has_not_ended_stays_open(city: City) -> None:
    today = timezone.localdate()
    running = CALENDAR.containing(today, Frequency.MONTH)
    for period in (running, Period(Frequency.DAY, today.toordinal())):
        with pytest.raises(Refused, match="has not ended yet") as refusal:
            close_period(by=city.staff, frequency=period.frequency, period=period.ordinal)
        assert [fault.field for fault in refusal.value.faults] == ["period"]
    assert PeriodClosing.objects.count() == 0


def test_an_opened_period_says_who_opened_it_and_why(city: City) -> None:
    closing = close("2020-Q1", by=city.staff)
    reopen_period(by=city.head_of_works, closing=closing, reason=" late invoices ")
    closing.refresh_from_db()
    assert (closing.recorded_by, closing.reopened_by, closing.reopening_reason) == (
        city.staff,
        city.head_of_works,
        "late invoices",
    )
    assert closed("2020-Q1", "2020-03") == [False, False]
    close("2020-Q1")
    assert closed("2020-Q1") == [True]
    assert list(
        OutboxEvent.objects.filter(name__startswith="kpis.period").values_list("name", "payload")
    ) == [
        ("kpis.period_closed", {"frequency": "quarter", "period": "2020-Q1"}),
        ("kpis.period_reopened", {"frequency": "quarter", "period": "2020-Q1", "reason": "late invoices"}),
        ("kpis.period_closed", {"frequency": "quarter", "period": "2020-Q1"}),
    ]


def test_opening_a_quarter_leaves_a_month_closed_that_was_closed_by_itself(city: City) -> None:
    close("2020-03")
    reopen_period(by=city.staff, closing=close("2020-Q1"), reason="late invoices")
    assert closed("2020-Q1", "2020-02", "2020-03") == [False, False, True]


def test_opening_needs_a_reason_and_happens_once(city: City) -> None:
    closing = close("2020-Q1")
    with pytest.raises(Refused) as refusal:
        reopen_period(by=city.staff, closing=closing, reason="  ")
    assert [fault.field for fault in refusal.value.faults] == ["reason"]
    reopen_period(by=city.staff, closing=closing, reason="late invoices")
    with pytest.raises(Conflict):
        reopen_period(by=city.staff, closing=closing, reason="again")


def test_what_was_closed_on_a_day_is_told_as_of_that_day(city: City) -> None:
    closing = close("2020-Q1")
    before = closing.known_from - dt.timedelta(seconds=1)
    during = closing.known_from
    reopen_period(by=city.staff, closing=closing, reason="late invoices")
    known = [closed_periods(CALENDAR, moment).holds(Q1) for moment in (before, during, None)]
    assert known == [False, True, False]


@pytest.mark.parametrize(("reason", "faults"), [("", ["closed"]), ("recount", [])])
def test_a_value_of_a_closed_period_changes_only_with_a_reason(
    city: City, reason: str, faults: list[str]
) -> None:
    close("2020-H1")
    rows = [RawValue("complaints", "roads", "2020-03", 5.0, reason=reason)]
    checked = check_values(by=city.staff, rows=rows)
    assert [fault.code for fault in checked.faults] == faults
    assert [entry.period for entry in checked.entries] == ([] if faults else [month(2020, 3)])


@pytest.mark.django_db(transaction=True)
def test_two_who_close_a_period_at_once_close_it_once(db: None) -> None:
    make_city()

    def try_to_close() -> str:
        try:
            close("2020-Q1")
        except Conflict:
            return "was closed"
        return "closed it"

    assert sorted(together(*[try_to_close] * 3)) == ["closed it", "was closed", "was closed"]
    assert PeriodClosing.objects.count() == 1
