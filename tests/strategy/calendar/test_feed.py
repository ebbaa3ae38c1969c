"""The calendar in other calendars: as a file, and by a secret address."""

import datetime as dt
from collections.abc import Callable
from itertools import takewhile
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from org.models import User
from strategy.actions.calendar import add_strategy_date, make_feed, withdraw_feed
from strategy.actions.goals import add_goal
from strategy.calendar.ical import rule_of, write_calendar
from strategy.calendar.occurrences import occurrences
from strategy.consultation.guests import digest_of
from strategy.models import CalendarFeed, Objective, Plan, StrategyDate

TODAY = dt.date(2026, 3, 1)


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_a_date_over_days_that_comes_back_is_one_event_with_a_rule(staff: User) -> None:
    date = add_strategy_date(
        by=staff,
        name="Retreat; all, of us",
        kind="planning",
        starts_on=dt.date(2026, 1, 30),
        ends_on=dt.date(2026, 1, 31),
        repeats="quarterly",
        repeats_until=dt.date(2026, 12, 31),
    )

    (event,) = events(write_calendar(staff, "Harbour", TODAY))

    assert {
        "summary": str(event["summary"]),
        "first": event.decoded("dtstart"),
        "end": event.decoded("dtend"),
        "uid": str(event["uid"]).split("@")[0],
        "rule": event["rrule"].to_ical().decode(),
    } == {
        "summary": "Retreat; all, of us",
        "first": dt.date(2026, 1, 30),
        "end": dt.date(2026, 2, 1),
        "uid": f"date-{date.pk}",
        "rule": "FREQ=MONTHLY;UNTIL=20261231;INTERVAL=3;BYMONTHDAY=28,29,30;BYSETPOS=-1",
    }


@pytest.mark.parametrize("repeats", ["monthly", "quarterly", "yearly"])
@pytest.mark.parametrize("day", ["2024-02-29", "2025-10-31", "2025-08-30", "2025-05-04"])
def test_the_rule_says_the_days_that_the_calendar_shows(staff: User, repeats: str, day: str) -> None:
    starts_on, last = dt.date.fromisoformat(day), dt.date(2029, 6, 30)
    add_strategy_date(by=staff, name="Review", starts_on=starts_on, repeats=repeats)
    (event,) = events(write_calendar(staff, "", TODAY))
    start = dt.datetime.combine(starts_on, dt.time())

    told = rrulestr(event["rrule"].to_ical().decode(), dtstart=start)
    told_days = [each.date() for each in takewhile(lambda each: each.date() <= last, told)]

    shown = occurrences(starts_on, None, repeats, None, first=starts_on, last=last)
    assert told_days == [each.starts_on for each in shown]


def test_what_happens_once_has_no_rule() -> None:
    assert rule_of(StrategyDate(repeats="once", starts_on=TODAY)) == {}


def test_others_do_not_read_the_dates_of_a_hidden_plan_nor_the_goals_of_others(
    staff: User, plan: Plan, objective: Objective, person: Callable[[str], User]
) -> None:
    add_strategy_date(by=staff, name="Of the draft", starts_on=TODAY, plan=plan)
    add_strategy_date(by=staff, name="Of everybody", starts_on=TODAY)
    add_goal(by=staff, objective=objective, statement="Mine", owner=staff, due_on=TODAY)

    def names(user: User) -> list[str]:
        return sorted(str(event["summary"]) for event in events(write_calendar(user, "", TODAY)))

    assert {who.name: names(who) for who in (staff, person("viewer"), person("executive"))} == {
        staff.name: ["Goal due: Mine", "Of everybody", "Of the draft"],
        "Viewer": ["Of everybody"],
        "Executive": ["Of everybody", "Of the draft"],
    }


def path_of(url: str) -> str:
    return "/" + url.split("/", 3)[3]


def test_an_address_answers_without_signing_in_until_another_takes_its_place(staff: User) -> None:
    add_strategy_date(by=staff, name="Retreat", starts_on=TODAY)
    first = path_of(make_feed(by=staff, person=staff))
    answer = Client().get(first)
    second = path_of(make_feed(by=staff, person=staff))

    assert (answer.status_code, answer["Cache-Control"], answer["Content-Type"]) == (
        200,
        "no-store",
        "text/calendar; charset=utf-8",
    )
    assert [str(event["summary"]) for event in events(answer.content)] == ["Retreat"]
    assert [Client().get(path).status_code for path in (first, second)] == [404, 200]
    withdraw_feed(by=staff, person=staff)
    assert Client().get(second).status_code == 404


def test_an_address_ends_with_its_persons_account(staff: User) -> None:
    path = path_of(make_feed(by=staff, person=staff))
    User.objects.filter(pk=staff.pk).update(is_active=False)

    assert Client().get(path).status_code == 404


def test_the_page_shows_the_address_once_and_keeps_its_hash(client: Client, staff: User) -> None:
    client.force_login(staff)

    shown = client.post(reverse("calendar_address"))
    secret = shown.content.decode().split("/calendar-feed/")[1].split(".ics")[0]
    later = client.get(reverse("strategy_calendar")).content.decode()

    assert CalendarFeed.objects.get(person=staff).digest == digest_of(secret)
    assert (shown["Cache-Control"], secret in later, "not read yet" in later) == ("no-store", False, True)
    client.post(reverse("calendar_address"), {"withdraw": ""})
    assert not CalendarFeed.objects.exists()


def test_who_guesses_addresses_is_told_to_wait(db: None) -> None:
    stranger = Client(REMOTE_ADDR="192.0.2.77")

    answers = [stranger.get(f"/calendar-feed/guess{n}.ics") for n in range(31)]

    assert [answer.status_code for answer in answers] == [404] * 30 + [429]
    assert int(answers[-1]["Retry-After"]) > 0
