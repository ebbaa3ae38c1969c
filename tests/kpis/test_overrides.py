"""A status set by hand: for a reason, until a day, beside the computed one; by the page as by REST."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from core.errors import Conflict, Refused
from kpis.actions import lift_override, override_status
from kpis.as_of import AsOf, end_of
from kpis.cells import Cell, read_many
from kpis.engine.frequency import Frequency, Period
from kpis.engine.scoring import Status
from kpis.models import StatusOverride
from kpis.queries import calendar
from kpis.store.rules import read_rules
from kpis.wording import mark_names, marks_of
from tests.core.api.conftest import Caller
from tests.kpis.city import City, month
from tests.kpis.known import Clock
from tests.kpis.worked_case import COMPLAINTS, report

QUARTER = Period(Frequency.QUARTER, 2026 * 4)
PAGE = "/performance/override/complaints/?department=works&period=2026-Q1"
WHY = "Half of the complaints are about one burst main."


@pytest.fixture
def worked(city: City) -> City:
    """The city with the worked case reported: complaints of Works are red in the first quarter."""
    report(city.complaints, city, COMPLAINTS)
    return city


def in_days(days: int) -> dt.date:
    """A day so many days from today."""
    return timezone.localdate() + dt.timedelta(days=days)


def set_amber(city: City, **other: Any) -> StatusOverride:
    """Works is near target in the first quarter, by hand."""
    facts = {
        "kpi": city.complaints,
        "department": city["works"],
        "period": QUARTER,
        "status": "amber",
        "reason": WHY,
        "expires_on": in_days(30),
    }
    return override_status(by=city.staff, **{**facts, **other})


def cell(city: City, as_of: AsOf | None = None, code: str = "works", period: Period = QUARTER) -> Cell:
    """The cell of complaints."""
    day = as_of or AsOf(timezone.localdate())
    known = read_rules([city.complaints.pk], day.known_at)[0]
    return read_many([(city[code].pk, known)], [period], calendar(), day.day, known_at=day.known_at)[0][0]


def test_it_stands_beside_the_computed_status(worked: City) -> None:
    before = cell(worked)
    set_amber(worked)
    after = cell(worked)
    assert (before.status, after.status, after.shown_status) == (Status.RED, Status.RED, Status.AMBER)
    assert (after.score, after.value) == (before.score, before.value)
    day = in_days(30)
    text = f"⚑ By hand until {day:%-d} {day:%b} {day:%Y}; computed: Off target"
    assert (marks_of(after, calendar()), mark_names(after)) == ([text], ["overridden"])


def test_a_period_to_come_has_no_status_to_set(worked: City) -> None:
    year = timezone.localdate().year + 1
    with pytest.raises(Refused, match=f"Q1 {year} has not begun: there is no status yet that could mislead"):
        set_amber(worked, period=Period(Frequency.QUARTER, year * 4))


def test_it_stands_on_its_own_cell_only(worked: City) -> None:
    set_amber(worked)
    others = [
        cell(worked, code="roads"),
        cell(worked, code="city"),
        cell(worked, period=Period(Frequency.MONTH, month(2026, 3))),
        cell(worked, period=Period(Frequency.QUARTER, 2026 * 4 - 1)),
    ]
    assert [each.override for each in others] == [None] * 4


def test_it_expires_by_itself(worked: City) -> None:
    set_amber(worked, expires_on=in_days(0))
    assert cell(worked).override is not None
    assert cell(worked, AsOf(in_days(1))).override is None


def test_another_one_replaces_it(worked: City) -> None:
    first = set_amber(worked)
    set_amber(worked, status="green", reason="The main is mended.")
    assert cell(worked).shown_status == Status.GREEN
    first.refresh_from_db()
    assert (first.known_to is None, first.lifting_reason) == (False, "")


def test_lifting_gives_the_word_back_and_keeps_what_was_said(worked: City) -> None:
    override = set_amber(worked)
    lift_override(by=worked.staff, override=override, reason="  The main is mended. ")
    assert cell(worked).override is None
    override.refresh_from_db()
    assert (override.status, override.reason, override.lifting_reason, override.lifted_by) == (
        "amber",
        WHY,
        "The main is mended.",
        worked.staff,
    )
    with pytest.raises(Conflict):
        lift_override(by=worked.staff, override=override, reason="Again.")


def test_the_past_shows_the_one_of_its_day(worked: City) -> None:
    clock = Clock()
    clock.on(dt.date(2026, 4, 20))
    override = set_amber(worked)
    clock.on(dt.date(2026, 5, 1))
    override.refresh_from_db()
    lift_override(by=worked.staff, override=override, reason="The main is mended.")
    clock.on(dt.date(2026, 6, 1))
    days = [dt.date(2026, 4, 30), dt.date(2026, 5, 1), dt.date(2026, 5, 31), dt.date(2026, 6, 1)]
    shown = [cell(worked, AsOf(day, end_of(day))).shown_status for day in days]
    assert shown == [Status.RED, Status.AMBER, Status.AMBER, Status.RED]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"reason": "  "}, "reason"),
        ({"status": "blue"}, "status"),
        ({"expires_on": dt.date(2020, 1, 1)}, "expires_on"),
        ({"expires_on": dt.date(2999, 1, 1)}, "expires_on"),
        ({"period": Period(Frequency.DAY, 737791)}, "period"),
    ],
)
def test_it_refuses(worked: City, change: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refusal:
        set_amber(worked, **change)
    assert [fault.field for fault in refusal.value.faults] == [field]
    assert not StatusOverride.objects.exists()


def test_the_page_sets_and_lifts_it(worked: City, client: Client) -> None:
    client.force_login(worked.staff)
    where = "/performance/kpis/complaints/?department=works&period=2026-Q1"
    form = {"status": "amber", "reason": WHY, "expires_on": in_days(30).isoformat()}
    response = client.post(PAGE, form)
    assert (response.status_code, response.headers["Location"]) == (302, where)
    html = client.get(where).content.decode()
    assert "computed: Off target" in html
    assert WHY in html

    override = StatusOverride.objects.get()
    assert client.post(f"/performance/overrides/{override.pk}/lift/", {"reason": ""}).status_code == 400
    client.post(f"/performance/overrides/{override.pk}/lift/", {"reason": "Mended."})
    html = client.get(where).content.decode()
    assert ("computed: Off target" in html, "Lifted: Mended." in html) == (False, True)


def test_only_the_strategy_office_sets_it(worked: City, client: Client) -> None:
    client.force_login(worked.head_of_works)
    assert client.get(PAGE).status_code == 403
    html = client.get("/performance/kpis/complaints/?department=works&period=2026-Q1").content.decode()
    assert "Set the status by hand" not in html


def test_rest_does_what_the_page_does(worked: City, sam: Caller) -> None:
    body = {
        "kpi": "complaints",
        "department": "works",
        "period": "2026-Q1",
        "status": "amber",
        "reason": WHY,
        "expires_on": in_days(30).isoformat(),
    }
    made = sam("POST", "status-overrides/", body).json()
    assert {**made, **body, "holds": True, "set_by": "sam@city.example"} == made
    assert cell(worked).shown_status == Status.AMBER
    listed = sam("GET", "status-overrides/?kpi=complaints").json()["results"]
    assert [each["id"] for each in listed] == [made["id"]]

    lifted = sam("POST", f"status-overrides/{made['id']}/lift/", {"reason": "Mended."})
    assert (lifted.status_code, lifted.json()["holds"]) == (200, False)
    again = sam("POST", f"status-overrides/{made['id']}/lift/", {"reason": "Mended."})
    ended = sam("GET", "status-overrides/?ended=true").json()["results"]
    assert (again.status_code, sam("GET", "status-overrides/").json()["results"]) == (409, [])
    assert [each["lifting_reason"] for each in ended] == ["Mended."]
