"""Writing updates: drafts, handing in, whose they are and when."""

import datetime as dt

import pytest
from django.utils import timezone

from core.due import due_from
from core.errors import Conflict, Refused
from initiatives.actions.status import drop_draft, keep_draft, submit_update
from initiatives.enums import Cadence, Stage, UpdateState
from initiatives.models import Initiative, MoneyLine, StatusUpdate, Task
from initiatives.status.cadence import due_days
from initiatives.status.duties import all_duties, day_to_report, department_duties, duties, own_duties
from initiatives.status.prefill import beginning
from initiatives.status.states import computed_states
from org.models import User
from tests.initiatives.status.conftest import GREEN, Town

FAR = dt.timedelta(days=400)


def due(town: Town, user: User, kind: str) -> list[tuple[str, str]]:
    """What My work asks of somebody: title and address of a kind."""
    items = due_from(user, town.today, town.today + FAR)
    return [(item.title, item.url) for item in items if item.kind == kind]


def test_what_was_missed_is_one_update_late_since_the_first_day(town: Town) -> None:
    town.reported(town.lamps, 30)
    missed = due_days(Cadence.WEEKLY, town.ago(30), town.today)
    (duty,) = own_duties(town.lina, town.today, town.today)
    assert (duty.initiative, duty.due_on, duty.wanted_on) == (town.lamps, missed[-1], missed[0])
    assert duty.days_late(town.today) == (town.today - missed[0]).days
    assert day_to_report(town.lamps, town.today) == missed[-1]


def test_what_begins_here_today_is_not_late(town: Town) -> None:
    assert all_duties(town.staff, town.today, town.today) == []
    assert town.today < day_to_report(town.lamps, town.today) <= town.today + dt.timedelta(days=7)


def test_an_update_is_asked_for_shortly_before_its_day(town: Town) -> None:
    monday, thursday = dt.date(2026, 11, 16), dt.date(2026, 11, 19)
    StatusUpdate.objects.create(
        initiative=town.lamps,
        due_on=dt.date(2026, 11, 13),
        state=UpdateState.SUBMITTED,
        submitted_at=timezone.now(),
    )
    lamps = Initiative.objects.filter(pk=town.lamps.pk)
    assert duties(lamps, monday, monday + FAR) == []
    (duty,) = duties(lamps, thursday, thursday + FAR)
    assert (duty.due_on, duty.since, duty.is_late(thursday)) == (dt.date(2026, 11, 20), None, False)


def test_only_what_is_active_and_has_a_cadence_reports(town: Town) -> None:
    for initiative in (town.lamps, town.trees):
        town.reported(initiative, 30)
    Initiative.objects.filter(pk=town.lamps.pk).update(cadence=Cadence.NEVER)
    Initiative.objects.filter(pk=town.trees.pk).update(stage=Stage.ON_HOLD)
    town.reported(town.talks, 30)
    assert [each.initiative for each in all_duties(town.staff, town.today, town.today)] == [town.talks]


def test_my_work_asks_the_lead_else_the_head_and_the_head_for_what_stays_late(town: Town) -> None:
    town.reported(town.lamps, 30)
    town.reported(town.trees, 30)
    assert due(town, town.lina, "initiatives.update") == [
        ("Status update: Lamps", "/initiatives/LAMPS/status/update/")
    ]
    assert due(town, town.hana, "initiatives.update") == [
        ("Status update: Trees", "/initiatives/TREES/status/update/")
    ]
    # Lamps belong to Roads, of which Hana is no direct head; once Works has them she is asked, too.
    assert due(town, town.hana, "initiatives.update_late") == []
    Initiative.objects.filter(pk=town.lamps.pk).update(department=town.trees.department)
    assert due(town, town.hana, "initiatives.update_late") == [
        ("Late from Lina: Lamps", "/initiatives/LAMPS/status/update/")
    ]
    assert [each.initiative for each in department_duties(town.hana, town.today, town.today)] == [town.lamps]


def test_nobody_is_asked_about_what_they_may_not_know_of(town: Town) -> None:
    town.reported(town.talks, 30)
    assert [each.initiative for each in all_duties(town.viewer, town.today, town.today)] == []
    assert [each.initiative for each in all_duties(town.eve, town.today, town.today)] == [town.talks]


def test_a_draft_is_the_initiatives_and_becomes_the_update(town: Town) -> None:
    draft = keep_draft(by=town.lina, initiative=town.lamps, done="Half", schedule="red")
    again = keep_draft(by=town.hana, initiative=town.lamps, done="Half of it")
    assert (again.pk, again.schedule, again.author) == (draft.pk, "red", town.hana)
    assert beginning(town.lamps, None, computed_states([town.lamps])[town.lamps.pk])["done"] == "Half of it"
    handed_in = submit_update(by=town.lina, initiative=town.lamps, **GREEN)
    assert (handed_in.pk, handed_in.done, handed_in.state) == (draft.pk, "Half of it", UpdateState.SUBMITTED)
    assert handed_in.computed == computed_states([town.lamps])[town.lamps.pk].snapshot()
    with pytest.raises(Conflict, match="it stays"):
        drop_draft(by=town.lina, update=handed_in)


def test_what_is_missing_is_named_field_by_field(town: Town) -> None:
    with pytest.raises(Refused) as refusal:
        submit_update(by=town.lina, initiative=town.lamps, schedule="amber", cost="green")
    assert [fault.field for fault in refusal.value.faults] == ["done", "schedule_reason", "scope"]
    assert not StatusUpdate.objects.exists()


@pytest.mark.parametrize("field", [{"progress": 101}, {"schedule": "blue"}, {"done": "x" * 5001}])
def test_a_draft_cannot_say_everything(town: Town, field: dict[str, object]) -> None:
    with pytest.raises(Refused):
        keep_draft(by=town.lina, initiative=town.lamps, **field)


def test_a_form_sent_twice_hands_in_once(town: Town) -> None:
    day = day_to_report(town.lamps, town.today)
    submit_update(by=town.lina, initiative=town.lamps, for_day=day, done="All", **GREEN)
    for act in (submit_update, keep_draft):
        with pytest.raises(Conflict, match="handed in already"):
            act(by=town.lina, initiative=town.lamps, for_day=day, done="All", **GREEN)
    # On purpose a second one can be written: of today.
    assert submit_update(by=town.lina, initiative=town.lamps, done="More", **GREEN).due_on == town.today


def test_green_has_no_reason(town: Town) -> None:
    update = submit_update(
        by=town.lina, initiative=town.lamps, done="All", **GREEN, schedule_reason="It was late last time."
    )
    assert update.schedule_reason == ""


@pytest.mark.parametrize("change", [{"stage": Stage.IDEA}, {"archived_on": dt.date(2026, 1, 1)}])
def test_what_is_not_under_way_takes_no_update(town: Town, change: dict[str, object]) -> None:
    Initiative.objects.filter(pk=town.lamps.pk).update(**change)
    with pytest.raises(Conflict):
        keep_draft(by=town.lina, initiative=town.lamps, done="Half")


def test_an_update_begins_with_the_last_one_and_the_plan(town: Town) -> None:
    last = town.reported(
        town.lamps, 30, next="Dig", help_needed="A digger", cost="amber", cost_reason="Dear", progress=5
    )
    soon = town.today + dt.timedelta(days=3)
    Task.objects.create(initiative=town.lamps, name="Pour", ends_on=soon, progress=40, weight=1)
    Task.objects.create(initiative=town.lamps, name="Open", ends_on=town.today + FAR, progress=0, weight=1)
    computed = computed_states([town.lamps])[town.lamps.pk]
    begun = beginning(town.lamps, last, computed)
    assert (begun["done"], begun["help_needed"], begun["progress"]) == ("Dig", "A digger", 20)
    assert begun["next"].startswith("Pour (")
    assert (begun["cost"], begun["cost_reason"]) == ("amber", "Dear")


def test_the_computed_state_reads_plan_baseline_and_money(town: Town) -> None:
    Task.objects.create(initiative=town.lamps, name="Pour", ends_on=town.ago(40), progress=50)
    MoneyLine.objects.create(initiative=town.lamps, year=2026, budget=100, actual=80, forecast=None)
    computed = computed_states([town.lamps])[town.lamps.pk]
    assert (computed.schedule, computed.late_name, computed.late_days) == ("red", "Pour", 40)
    assert (computed.cost, computed.cpi, computed.estimate, computed.outturn) == ("red", 0.625, 160, None)
