"""Versions and revisions in the browser, and the way of a plan into force."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.errors import Conflict, Refused
from org.enums import AccountKind
from org.models import User
from strategy.actions import change_plan, set_plan_state
from strategy.actions.revisions import propose_revision
from strategy.due.revisions import revisions_due
from strategy.models import Agreement, Consultation, Plan, PlanVersion, Remark, Revision


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client


def begun(client: Client) -> Revision:
    """A revision begun with the form."""
    answer = client.post(
        "/strategy/change/revise/h30/", {"title": "Bolder", "reason": "Storms", "since": "2026-03-01"}
    )
    revision = Revision.objects.get()
    assert answer["Location"] == f"/strategy/revision/{revision.pk}/"
    return revision


def test_the_story_of_a_revision(active: Plan, staff: User, executive: User) -> None:
    office, boss = browser(staff), browser(executive)
    revision = begun(office)
    page = f"/strategy/revision/{revision.pk}/"
    change_plan(by=staff, plan=revision.branch, vision="Calm and clean water")

    assert "Calm and clean water" in _text(office, f"/strategy/plan/{revision.branch.code}/")
    assert "This belongs to the revision “Bolder”" in _text(office, f"/strategy/plan/{revision.branch.code}/")
    office.post(f"{page}propose/")
    assert _due(executive) == ["Approve or return: Bolder"]
    boss.post(f"{page}return/", {"comment": "Say why clean"})
    assert (_due(executive), _due(staff)) == ([], ["Go on with the returned revision: Bolder"])
    office.post(f"{page}change/", {"title": "Bolder", "reason": "Storms and sewage", "since": ""})
    office.post(f"{page}propose/")
    boss.post(f"{page}approve/", {"comment": "Now it is clear"})

    active.refresh_from_db()
    assert active.vision == "Calm and clean water"
    shown = _text(boss, page)
    assert all(words in shown for words in ("In force", "Storms and sewage", "Now it is clear", "Executive"))
    listed = _text(office, "/strategy/versions/h30/")
    assert ("Version 1" in listed, "Version 2" in listed, "<ins>" in listed) == (True, True, True)

    boss.post(f"{page}take-back/", {"reason": "Too dear", "since": "2026-04-01"})
    active.refresh_from_db()
    assert active.vision == "Calm water for all"
    assert PlanVersion.objects.count() == 3


def _text(client: Client, path: str) -> str:
    return str(client.get(path).content.decode())


def _due(user: User) -> list[str]:
    today = timezone.localdate()
    return [each.title for each in revisions_due(user, today, today + dt.timedelta(days=8))]


def test_only_the_office_begins_and_only_executives_decide(active: Plan, staff: User, person: Any) -> None:
    office, viewer, boss = browser(staff), browser(person("viewer")), browser(person("executive"))
    revision = begun(office)
    page = f"/strategy/revision/{revision.pk}/"
    assert viewer.get("/strategy/change/revise/h30/").status_code == 403
    assert boss.get("/strategy/change/revise/h30/").status_code == 403
    assert (viewer.get(page).status_code, boss.get(page).status_code) == (404, 200)
    assert (office.get(f"{page}approve/").status_code, boss.get(f"{page}propose/").status_code) == (403, 403)
    assert office.post(f"{page}propose/").status_code == 400
    assert "Nothing has been changed yet" in office.post(f"{page}propose/").content.decode()
    assert boss.post(f"{page}approve/", {"comment": ""}).status_code == 409


def test_a_plan_in_force_offers_a_revision_instead_of_changes(active: Plan, staff: User) -> None:
    shown = _text(browser(staff), "/strategy/plan/h30/")
    assert "/strategy/change/revise/h30/" in shown
    assert [each for each in ("/strategy/change/plan/", "/strategy/add/objective/") if each in shown] == []


def test_pages_of_what_was_agreed_lead_to_a_revision_whether_read_or_sent(
    active: Plan, staff: User, executive: User
) -> None:
    office, page = browser(staff), reverse("add_objective", args=["h30"])

    answers = [office.get(page), office.post(page, {"name": "A beach for all"})]

    assert [each.status_code for each in answers] == [409, 409]
    assert ["/strategy/change/revise/h30/" in each.content.decode() for each in answers] == [True, True]
    assert browser(executive).get(page).status_code == 403
    assert active.objectives.count() == 2


def test_pages_of_a_proposed_revision_and_of_an_archived_plan_say_why(active: Plan, staff: User) -> None:
    office, revision = browser(staff), begun(browser(staff))
    change_plan(by=staff, plan=revision.branch, vision="Calm and clean water")
    propose_revision(by=staff, revision=revision)
    waiting = office.get(reverse("change_plan", args=[revision.branch.code]))
    set_plan_state(by=None, plan=active, state="archived")
    over = office.get(reverse("change_objective", args=[active.objectives.all()[0].pk]))

    assert (waiting.status_code, over.status_code) == (409, 409)
    assert f"/strategy/revision/{revision.pk}/" in waiting.content.decode()
    assert "is archived" in over.content.decode()


def test_a_person_passes_through_approval(plan: Plan, staff: User, executive: User) -> None:
    with pytest.raises(Conflict, match="once an executive has approved"):
        set_plan_state(by=staff, plan=plan, state="active")
    set_plan_state(by=executive, plan=plan, state="approved", reason="Well done")
    with pytest.raises(Conflict, match="take it back to draft"):
        change_plan(by=staff, plan=plan, vision="Other")
    agreed = Agreement.objects.get()
    assert (agreed.side, agreed.decision, agreed.by, agreed.comment, agreed.stands) == (
        "leadership",
        "approved",
        executive,
        "Well done",
        True,
    )
    assert agreed.version == PlanVersion.objects.get(number=1)

    with pytest.raises(Refused, match="say why it goes back"):
        set_plan_state(by=staff, plan=plan, state="draft")
    set_plan_state(by=staff, plan=plan, state="draft", reason="A word is wrong")
    agreed.refresh_from_db()
    last = Agreement.objects.latest("pk")
    assert (agreed.stands, last.decision, last.comment) == (False, "returned", "A word is wrong")


def test_open_objections_ask_for_a_reason(plan: Plan, staff: User, executive: User) -> None:
    asked = Consultation.objects.create(plan=plan, name="First", opened_at=timezone.now(), state="open")
    Remark.objects.create(consultation=asked, kind="objection", text="Too dear", author=staff)
    with pytest.raises(Refused, match="Objections are open"):
        set_plan_state(by=executive, plan=plan, state="approved")
    assert "Too dear" in _text(browser(executive), "/strategy/change/state/h30/")
    set_plan_state(by=executive, plan=plan, state="approved", reason="The money is found")
    assert Agreement.objects.get().comment == "The money is found"


def test_a_program_does_not_approve(plan: Plan, executive: User) -> None:
    executive.kind = AccountKind.SERVICE
    with pytest.raises(Conflict, match="Programs do not approve"):
        set_plan_state(by=executive, plan=plan, state="approved")
    assert not executive.has_perm("strategy.approve_plan", plan)
