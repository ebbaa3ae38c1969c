"""Values that count once they are approved: submitted, approved, returned, corrected, submitted again."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import Conflict, Refused
from core.models import OutboxEvent
from kpis import approvals
from kpis.actions import (
    Entry,
    Recorded,
    approve_values,
    close_period,
    discard_values,
    record_measurements,
    return_values,
    save_drafts,
    submit_values,
)
from kpis.models import KPI, DirtyKPI, Measurement
from org.models import User
from tests.core.api.test_at_the_same_time import together
from tests.kpis.city import City, current, make_city, month

MARCH = month(2020, 3)


@pytest.fixture
def careful(city: City) -> City:
    """The city, where complaints count once they are approved."""
    return approving(city)


def approving(city: City) -> City:
    """Let the complaints ask for approval."""
    KPI.objects.filter(pk=city.complaints.pk).update(approval_needed=True)
    return city


def entry(city: City, value: float, department: str = "roads", **rest: Any) -> Entry:
    """A value of the complaints of March 2020."""
    return Entry(city.complaints.pk, city[department].pk, MARCH, value, **rest)


def submit(city: City, value: float, by: User | None = None, **rest: Any) -> Measurement:
    """Submit a value of Roads; the row that waits."""
    record_measurements(by=by or city.head_of_works, rows=[entry(city, value, **rest)])
    return Measurement.objects.current().get(pending=True, department=city["roads"])


def rows() -> list[tuple[float, str, bool]]:
    """Value, state and whether it is the present row, in the order in which they were stored."""
    stored = Measurement.objects.order_by("pk")
    return [(row.value, row.state, row.known_to is None) for row in stored]


def counts() -> list[float]:
    """The values that count now."""
    return sorted(value for _kpi, _department, _period, value in current())


def events() -> list[str]:
    """What was told, oldest first."""
    return list(OutboxEvent.objects.order_by("pk").values_list("name", flat=True))


def test_a_submitted_value_counts_nowhere_until_somebody_approves_it(careful: City) -> None:
    DirtyKPI.objects.all().delete()
    OutboxEvent.objects.all().delete()
    recorded = record_measurements(by=careful.head_of_works, rows=[entry(careful, 30)])
    assert (recorded, counts(), rows()) == (Recorded(submitted=1), [], [(30.0, "submitted", True)])
    assert (DirtyKPI.objects.count(), events()) == (0, ["kpis.values_submitted"])
    waiting = Measurement.objects.get()
    assert approve_values(by=careful.staff, rows=[waiting.pk]) == 1
    waiting.refresh_from_db()
    assert counts() == [30.0]
    assert waiting.approved_by == careful.staff
    assert waiting.entered_at < waiting.known_from == waiting.decided_at
    assert DirtyKPI.objects.count() == 1
    assert events()[1:] == ["kpis.values_approved", "kpis.measurements_recorded"]


def test_the_old_value_stays_until_its_correction_is_approved(careful: City) -> None:
    record_measurements(by=None, rows=[entry(careful, 30)])
    correction = submit(careful, 31, reason="recount")
    assert counts() == [30.0]
    approve_values(by=careful.staff, rows=[correction.pk])
    old, new = Measurement.objects.order_by("pk")
    assert (counts(), old.known_to) == ([31.0], new.known_from)


def test_a_returned_value_is_mended_and_submitted_again(careful: City) -> None:
    first = submit(careful, 30)
    assert return_values(by=careful.staff, rows=[first.pk], comment=" Two depots are missing. ") == 1
    (returned,) = approvals.returned_to(careful.head_of_works)
    assert (returned.state, returned.comment) == ("returned", "Two depots are missing.")
    second = submit(careful, 34)
    assert list(approvals.returned_to(careful.head_of_works)) == []
    approve_values(by=careful.staff, rows=[second.pk])
    assert rows() == [(30.0, "returned", False), (34.0, "approved", True)]
    told = OutboxEvent.objects.get(name="kpis.values_returned").payload
    assert told == {"kpis": [careful.complaints.pk], "count": 1, "people": [careful.head_of_works.pk]}


def test_nobody_approves_their_own_entry(careful: City) -> None:
    own = submit(careful, 30, by=careful.staff)
    with pytest.raises(Refused, match="You entered this value yourself") as refusal:
        approve_values(by=careful.staff, rows=[own.pk])
    assert [(fault.index, fault.code) for fault in refusal.value.faults] == [(0, "own_entry")]
    assert (counts(), list(approvals.waiting_for(careful.staff))) == ([], [])
    assert list(approvals.approvable_by(careful.staff)) == [own]


def test_all_values_are_approved_or_none(careful: City) -> None:
    theirs, own = submit(careful, 30), entry(careful, 9, "parks")
    record_measurements(by=careful.staff, rows=[own])
    both = list(Measurement.objects.order_by("pk").values_list("pk", flat=True))
    with pytest.raises(Refused):
        approve_values(by=careful.staff, rows=both)
    assert counts() == []
    assert approve_values(by=careful.staff, rows=[theirs.pk]) == 1


@pytest.mark.parametrize("what", ["another value", "returned", "approved", "discarded"])
def test_a_row_that_changed_meanwhile_is_not_decided(careful: City, what: str) -> None:
    seen = submit(careful, 30)
    match what:
        case "another value":
            submit(careful, 31)
        case "returned":
            return_values(by=careful.staff, rows=[seen.pk], comment="Look again.")
        case "approved":
            approve_values(by=careful.staff, rows=[seen.pk])
        case "discarded":
            discard_values(by=careful.head_of_works, rows=[seen.pk])
    before = rows()
    for decide in (
        lambda: approve_values(by=careful.staff, rows=[seen.pk]),
        lambda: return_values(by=careful.staff, rows=[seen.pk], comment="No."),
    ):
        with pytest.raises(Conflict, match="replaced or decided meanwhile"):
            decide()
    assert rows() == before


def test_a_comment_says_what_is_to_be_mended(careful: City) -> None:
    waiting = submit(careful, 30)
    with pytest.raises(Refused) as refusal:
        return_values(by=careful.staff, rows=[waiting.pk], comment=" ")
    assert [fault.field for fault in refusal.value.faults] == ["comment"]


def test_the_same_again_is_no_revision_and_another_note_is(careful: City) -> None:
    submit(careful, 30, note="by hand")
    again = record_measurements(by=careful.head_of_works, rows=[entry(careful, 30, note="by hand")])
    other = record_measurements(by=careful.head_of_works, rows=[entry(careful, 30, note="recounted")])
    assert (again, other) == (Recorded(unchanged=1), Recorded(submitted=1))
    assert rows() == [(30.0, "submitted", False), (30.0, "submitted", True)]


def test_entering_what_counts_takes_back_the_correction(careful: City) -> None:
    record_measurements(by=None, rows=[entry(careful, 30)])
    submit(careful, 31)
    assert record_measurements(by=careful.staff, rows=[entry(careful, 30)]) == Recorded(unchanged=1)
    assert rows() == [(30.0, "approved", True), (31.0, "submitted", False)]


def test_a_draft_is_submitted_as_it_is(careful: City) -> None:
    by = careful.head_of_works
    assert save_drafts(by=by, rows=[entry(careful, 30, note="so far")]) == Recorded(drafts=1)
    (draft,) = approvals.drafts_of(by)
    assert list(approvals.waiting_for(careful.staff)) == []
    assert submit_values(by=by, rows=[draft.pk]) == 1
    (waiting,) = approvals.waiting_for(careful.staff)
    assert (waiting.value, waiting.note, waiting.state) == (30.0, "so far", "submitted")
    with pytest.raises(Conflict):
        submit_values(by=by, rows=[draft.pk])


def test_values_that_count_at_once_know_no_drafts(city: City) -> None:
    with pytest.raises(Refused, match="count at once") as refusal:
        save_drafts(by=city.staff, rows=[entry(city, 30)])
    assert [(fault.index, fault.code) for fault in refusal.value.faults] == [(0, "no_draft")]
    assert rows() == []


def test_one_request_may_hold_values_that_count_and_values_that_wait(careful: City) -> None:
    budget = Entry(careful.budget.pk, careful["city"].pk, 2020, 5.0)
    recorded = record_measurements(by=careful.staff, rows=[entry(careful, 30), budget])
    assert (recorded, counts()) == (Recorded(new=1, submitted=1), [5.0])


def test_history_that_was_known_counts_at_once_but_a_correction_of_it_waits(careful: City) -> None:
    then = dt.datetime(2020, 4, 2, tzinfo=dt.UTC)
    stated = [entry(careful, 30, known_since=then)]
    assert record_measurements(by=careful.staff, rows=stated) == Recorded(new=1)
    other = [entry(careful, 31, known_since=then)]
    assert record_measurements(by=careful.staff, rows=other) == Recorded(submitted=1)
    assert (counts(), Measurement.objects.order_by("pk")[0].known_from) == ([30.0], then)


def test_what_waits_ends_when_another_value_counts_without_approval(careful: City) -> None:
    submit(careful, 30)
    KPI.objects.filter(pk=careful.complaints.pk).update(approval_needed=False)
    record_measurements(by=careful.staff, rows=[entry(careful, 31)])
    assert rows() == [(30.0, "submitted", False), (31.0, "approved", True)]


def test_a_period_that_was_closed_meanwhile_asks_for_a_reason(careful: City) -> None:
    waiting = submit(careful, 30)
    explained = entry(careful, 4, "parks", reason="late forms")
    record_measurements(by=careful.head_of_works, rows=[explained])
    close_period(by=careful.staff, frequency="month", period=MARCH)
    with pytest.raises(Conflict, match="2020-03 was closed meanwhile"):
        approve_values(by=careful.staff, rows=[waiting.pk])
    other = Measurement.objects.get(department=careful["parks"])
    assert approve_values(by=careful.staff, rows=[other.pk]) == 1


def test_heads_approve_in_their_subtree_and_stewards_nowhere(careful: City) -> None:
    record_measurements(by=careful.staff, rows=[entry(careful, 3), entry(careful, 4, "health")])
    seen = {
        person.name: [row.department.code for row in approvals.waiting_for(person)]
        for person in (careful.head_of_works, careful.steward_of_health, careful.viewer)
    }
    assert seen == {"Hana Head": ["roads"], "Stella Steward": [], "Vera Viewer": []}


DAY = dt.timedelta(days=1)
BEGIN = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
STEPS = st.lists(
    st.tuples(st.sampled_from(["submit", "approve", "return", "count"]), st.integers(1, 4)), max_size=12
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_as_of_any_day_the_value_is_the_last_approved_until_then(
    careful: City, monkeypatch: pytest.MonkeyPatch, steps: list[tuple[str, int]]
) -> None:
    """A day a step; `expected`: what counted at the end of each day, kept by hand."""
    Measurement.objects.all().delete()
    counting: float | None = None
    waiting: Measurement | None = None
    expected: list[float | None] = []
    for day, (step, value) in enumerate(steps):
        monkeypatch.setattr("django.utils.timezone.now", lambda day=day: BEGIN + day * DAY)
        if step == "count":
            record_measurements(by=None, rows=[entry(careful, value)])
            counting, waiting = float(value), None
        elif step == "submit":
            record_measurements(by=careful.head_of_works, rows=[entry(careful, value)])
            waiting = Measurement.objects.current().filter(pending=True).first()
        elif waiting is not None and step == "approve":
            approve_values(by=careful.staff, rows=[waiting.pk])
            counting, waiting = waiting.value, None
        elif waiting is not None:
            return_values(by=careful.staff, rows=[waiting.pk], comment="Again.")
            waiting = None
        expected.append(counting)
    monkeypatch.undo()
    assert [_as_of(day) for day in range(len(steps))] == expected


def _as_of(day: int) -> float | None:
    """What the engine reads as of the end of a day."""
    known = Measurement.objects.known_at(BEGIN + day * DAY + DAY / 4).filter(pending=False)
    values = list(known.values_list("value", flat=True))
    assert len(values) < 2
    return values[0] if values else None


@pytest.mark.django_db(transaction=True)
def test_two_who_approve_at_once_approve_it_once(db: None) -> None:
    city = approving(make_city())
    waiting = submit(city, 30)

    def decide() -> str:
        connection.ensure_connection()
        try:
            return f"approved {approve_values(by=city.staff, rows=[waiting.pk])}"
        except Conflict:
            return "too late"

    assert sorted(together(decide, decide, decide)) == ["approved 1", "too late", "too late"]
    assert rows() == [(30.0, "approved", True)]


@pytest.mark.django_db(transaction=True)
def test_entering_and_approving_at_once_leave_one_that_counts_and_at_most_one_that_waits(db: None) -> None:
    city = approving(make_city())
    waiting = submit(city, 30)

    def enter(value: float) -> Any:
        return lambda: record_measurements(by=city.head_of_works, rows=[entry(city, value)]).submitted

    def decide() -> int:
        try:
            return approve_values(by=city.staff, rows=[waiting.pk])
        except Conflict:
            return 0

    together(enter(31), decide, enter(32), decide)
    now = Measurement.objects.current()
    assert now.filter(pending=True).count() == 1
    assert [row.value for row in now.filter(pending=False)] in ([], [30.0])
