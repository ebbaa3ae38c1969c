"""Tripwires of assumptions: what trips them, once, until somebody answers."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from core.due import due_from
from core.errors import Conflict, Refused
from core.models import OutboxEvent
from core.outbox import deliver
from kpis.actions import Entry, record_measurements
from kpis.actions.rollup import roll_up_dirty
from strategy.actions import create_plan
from strategy.actions.analysis import add_finding, answer_assumption, change_finding, pull_wires
from strategy.enums import PlanState
from strategy.models import Assumption, Plan
from tests.kpis.city import City, make_city, month

TODAY = dt.date(2026, 5, 10)
Wire = Callable[..., Assumption]


@pytest.fixture
def city(db: None) -> City:
    return make_city()


@pytest.fixture
def plan(city: City) -> Plan:
    return create_plan(by=city.staff, name="Harbour 2030", code="h30")


@pytest.fixture
def wire(city: City, plan: Plan) -> Wire:
    """An assumption that trips where the complaints of Health rise above 10, unless said otherwise."""

    def make(**fields: Any) -> Assumption:
        wired = {
            "statement": "Complaints stay few",
            "owner": city.staff,
            "tripwire": "kpi",
            "kpi": city.complaints,
            "department": city["health"],
            "crossing": "above",
            "threshold": 10.0,
        }
        found: Assumption = add_finding(by=city.staff, plan=plan, kind="assumption", **wired | fields)
        return found

    return make


def report(city: City, department: str, number: int, value: float) -> None:
    """A value for a month of 2026, rolled up."""
    record_measurements(
        by=city.staff,
        rows=[Entry(city.complaints.pk, city[department].pk, month(2026, number), value)],
    )
    roll_up_dirty()


def tripped(today: dt.date = TODAY) -> list[str]:
    return [each.tripped_by for each in pull_wires(today=today)]


def test_a_number_beyond_the_threshold_trips_it_once_and_says_so(city: City, wire: Wire) -> None:
    wire()
    report(city, "health", 4, 12.0)

    assert tripped() == [f"{city.complaints.name} was 12 in April 2026, above 10."]
    assert tripped() == []
    assert Assumption.objects.get().tripped_for == dt.date(2026, 4, 30)


@pytest.mark.parametrize(
    ("crossing", "value", "trips"), [("above", 10.0, 0), ("below", 10.0, 0), ("below", 9.5, 1)]
)
def test_the_threshold_itself_does_not_trip_it(
    city: City, wire: Wire, crossing: str, value: float, trips: int
) -> None:
    wire(crossing=crossing)
    report(city, "health", 4, value)

    assert len(tripped()) == trips


def test_a_month_that_has_not_ended_does_not_trip_it(city: City, wire: Wire) -> None:
    wire()
    report(city, "health", 5, 99.0)

    assert tripped(dt.date(2026, 5, 30)) == []
    assert len(tripped(dt.date(2026, 5, 31))) == 1


def test_without_a_department_the_whole_organisation_counts(city: City, wire: Wire) -> None:
    wire(department=None, threshold=100.0)
    for department in ("roads", "parks", "health"):
        report(city, department, 4, 40.0)

    assert tripped() == [f"{city.complaints.name} was 120 in April 2026, above 100."]


def test_too_little_data_trips_nothing(city: City, wire: Wire) -> None:
    wire(department=None)
    report(city, "health", 4, 40.0)

    assert tripped() == []


def test_a_date_trips_it_when_it_has_come(city: City, wire: Wire) -> None:
    today = timezone.localdate()
    tomorrow = today + dt.timedelta(1)
    wire(tripwire="date", kpi=None, crossing="", threshold=None, trips_on=tomorrow)

    assert (tripped(today), len(tripped(tomorrow))) == ([], 1)
    assert Assumption.objects.get().tripped_by.endswith(f"{tomorrow.year} has come.")


def test_what_was_answered_trips_again_only_by_a_later_month(city: City, wire: Wire) -> None:
    assumption = wire()
    report(city, "health", 3, 12.0)
    pull_wires(today=TODAY)
    assumption.refresh_from_db()
    answer_assumption(by=city.staff, assumption=assumption, state="doubtful", answer="We wait for April.")

    assert tripped() == []
    report(city, "health", 4, 13.0)
    assert tripped() == [f"{city.complaints.name} was 13 in April 2026, above 10."]


def test_an_answer_is_kept_with_who_gave_it(city: City, wire: Wire) -> None:
    assumption = wire()
    report(city, "health", 4, 12.0)
    pull_wires(today=TODAY)
    assumption.refresh_from_db()

    answer_assumption(by=city.staff, assumption=assumption, state="broken", answer=" It does not. ")

    assumption.refresh_from_db()
    assert (assumption.state, assumption.answer, assumption.answered_by, assumption.tripped_at) == (
        "broken",
        "It does not.",
        city.staff,
        None,
    )
    report(city, "health", 5, 50.0)
    assert tripped(dt.date(2026, 6, 5)) == []  # what is broken already is not watched any more


def test_an_answer_says_something(city: City, wire: Wire) -> None:
    with pytest.raises(Refused) as refused:
        answer_assumption(by=city.staff, assumption=wire(), state="holds", answer=" ")
    assert [fault.field for fault in refused.value.faults] == ["answer"]


def test_only_a_wire_on_a_date_gets_another_date(city: City, wire: Wire) -> None:
    with pytest.raises(Conflict):
        answer_assumption(by=city.staff, assumption=wire(), state="holds", answer="Yes.", trips_on=TODAY)


def test_another_threshold_arms_the_wire_anew(city: City, wire: Wire) -> None:
    report(city, "health", 4, 12.0)
    assumption = wire()
    Assumption.objects.update(tripped_at=timezone.now(), tripped_for=dt.date(2026, 4, 30), tripped_by="x")
    assumption.refresh_from_db()

    change_finding(by=city.staff, finding=assumption, threshold=11.0)
    Assumption.objects.filter(tripped_at__isnull=False).update(tripped_at=None, tripped_for=None)

    assert tripped() == [f"{city.complaints.name} was 12 in April 2026, above 11."]


@pytest.mark.parametrize("state", [PlanState.DRAFT, PlanState.ACTIVE, PlanState.ARCHIVED])
def test_the_wires_of_an_archived_plan_rest(city: City, wire: Wire, state: str) -> None:
    wire()
    report(city, "health", 4, 12.0)
    Plan.objects.update(state=state)

    assert len(tripped()) == (state != PlanState.ARCHIVED)


def test_computed_cells_pull_the_wires_of_their_kpis(city: City, wire: Wire) -> None:
    wire(trips_on=None)
    now = timezone.localdate()
    before = now.replace(day=1) - dt.timedelta(1)
    record_measurements(
        by=city.staff,
        rows=[Entry(city.complaints.pk, city["health"].pk, month(before.year, before.month), 12.0)],
    )
    roll_up_dirty()

    for event in OutboxEvent.objects.filter(name="kpis.rolled_up"):
        deliver(event.pk)

    assert Assumption.objects.get().tripped_for == before


def test_its_owner_is_asked_until_there_is_an_answer(city: City, wire: Wire) -> None:
    assumption = wire()
    report(city, "health", 4, 12.0)
    pull_wires(today=TODAY)
    today = timezone.localdate()

    def asked() -> list[tuple[str, str]]:
        mine = [each for each in due_from(city.staff, today, today) if each.kind.startswith("strategy.")]
        return [(each.kind, each.detail) for each in mine]

    assert asked() == [
        ("strategy.tripped_assumption", f"{city.complaints.name} was 12 in April 2026, above 10.")
    ]
    assumption.refresh_from_db()
    answer_assumption(by=city.staff, assumption=assumption, state="holds", answer="A bad month.")
    assert asked() == []


def test_a_review_is_due_from_the_owner_on_its_day(city: City, plan: Plan) -> None:
    for kind, name in (("capability", "name"), ("assumption", "statement")):
        add_finding(
            by=city.staff, plan=plan, kind=kind, owner=city.staff, review_on=TODAY, **{name: f"A {kind}"}
        )

    def asked(until: dt.date) -> list[str]:
        return [
            each.title
            for each in due_from(city.staff, TODAY, until)
            if each.kind == "strategy.finding_review"
        ]

    assert asked(TODAY - dt.timedelta(1)) == []
    assert asked(TODAY) == ["Look again: A assumption", "Look again: A capability"]
