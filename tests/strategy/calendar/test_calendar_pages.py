"""The pages of the strategy calendar."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.errors import Refused
from org.models import User
from strategy.actions.calendar import add_strategy_date, change_strategy_date
from strategy.calendar.entries import entries
from strategy.calendar.year import months_of
from strategy.models import Plan, StrategyDate

PAGE = "strategy_calendar"


def told(answer: Any) -> dict[str, list[str]]:
    """The names in each month that has any."""
    return {
        month.first.isoformat()[:7]: [each.name for each in month.entries]
        for month in answer.context["months"]
        if month.entries
    }


def test_the_year_is_its_months_with_what_returns_and_what_ends(
    client: Client, staff: User, plan: Plan
) -> None:
    add_strategy_date(
        by=staff, name="Review", kind="review", starts_on=dt.date(2025, 4, 30), repeats="quarterly"
    )
    add_strategy_date(by=staff, name="Survey", starts_on=dt.date(2026, 5, 30), ends_on=dt.date(2026, 6, 2))
    Plan.objects.filter(pk=plan.pk).update(ends_on=dt.date(2026, 12, 31))
    client.force_login(staff)

    everything = told(client.get(reverse(PAGE), {"year": "2026"}))
    reviews = told(client.get(reverse(PAGE), {"year": "2027", "kind": "review"}))

    assert everything == {
        "2026-01": ["Review"],
        "2026-04": ["Review"],
        "2026-05": ["Survey"],
        "2026-06": ["Survey"],
        "2026-07": ["Review"],
        "2026-10": ["Review"],
        "2026-12": [plan.name],
    }
    assert reviews == {month: ["Review"] for month in ("2027-01", "2027-04", "2027-07", "2027-10")}


@pytest.mark.parametrize("year", ["x", "99999999999999999999", "0", "9999", "2026-Q1"])
def test_a_year_that_is_none_shows_the_present_one(client: Client, staff: User, year: str) -> None:
    client.force_login(staff)

    assert client.get(reverse(PAGE), {"year": year}).context["is_this_year"] is True


def test_a_fiscal_year_begins_with_its_own_first_month(staff: User) -> None:
    add_strategy_date(by=staff, name="Budget", starts_on=dt.date(2027, 3, 31))
    found = entries(staff, dt.date(2026, 4, 1), dt.date(2027, 3, 31))

    months = months_of(dt.date(2026, 4, 1), found, dt.date(2026, 7, 1))

    assert [(m.first.isoformat(), m.last.day, len(m.entries), m.is_now) for m in months if m.entries] == [
        ("2027-03-01", 31, 1, False)
    ]
    assert (len(months), [m.first.month for m in months if m.is_now]) == (12, [7])


def test_staff_add_change_and_remove_dates(client: Client, staff: User) -> None:
    client.force_login(staff)
    said = {"name": "Retreat", "kind": "planning", "starts_on": "2026-03-09", "repeats": "once"}

    added = client.post(reverse("add_strategy_date"), {**said, "ends_on": "2026-03-10"})
    date = StrategyDate.objects.get()
    changing = reverse("change_strategy_date", args=[date.pk])
    wrong = client.post(changing, {**said, "ends_on": "2026-03-01"})
    changed = client.post(changing, {**said, "repeats": "yearly", "repeats_until": "2030-12-31"})
    date.refresh_from_db()

    assert (added["Location"], wrong.status_code, changed.status_code) == (
        f"{reverse(PAGE)}?year=2026",
        400,
        302,
    )
    assert (date.ends_on, date.repeats, date.repeats_until) == (None, "yearly", dt.date(2030, 12, 31))
    client.post(reverse("remove_strategy_date", args=[date.pk]))
    assert not StrategyDate.objects.exists()


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"name": "  "}, ["name"]),
        ({"name": "x" * 201}, ["name"]),
        ({"starts_on": None}, ["starts_on"]),
        ({"ends_on": dt.date(2026, 3, 8)}, ["ends_on"]),
        ({"repeats": "yearly", "repeats_until": dt.date(2026, 3, 8)}, ["repeats_until"]),
        ({"kind": "party", "repeats": "daily"}, ["kind", "repeats"]),
    ],
)
def test_it_refuses_what_cannot_be(staff: User, fields: dict[str, Any], faulty: list[str]) -> None:
    date = add_strategy_date(by=staff, name="Retreat", starts_on=dt.date(2026, 3, 9))

    with pytest.raises(Refused) as refusal:
        change_strategy_date(by=staff, date=date, **fields)

    assert [fault.field for fault in refusal.value.faults] == faulty
