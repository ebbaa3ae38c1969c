"""The charter of the strategy office."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.changes import changes_of
from core.errors import Refused
from org.models import User
from strategy.actions.charter import Member, Service, write_charter
from strategy.due.charter import review_due
from strategy.models import Charter, CharterMember, CharterService


def test_it_is_written_with_its_rows_and_an_emptied_row_leaves(client: Client, staff: User) -> None:
    client.force_login(staff)
    page = reverse("change_charter")
    sent = {"mandate": "Keep the strategy true", "member_0_who": staff.pk, "member_0_part": "Leads"}
    services = {"service_0_who": "Reviews", "service_0_audience": "Heads", "service_1_who": "Training"}

    first = client.post(page, {**sent, **services, "service_1_contact": staff.pk})
    client.post(page, {**sent, "edit_token": _token(client), "service_0_who": "", "service_1_who": "Advice"})

    assert (first.status_code, Charter.objects.get().mandate) == (302, "Keep the strategy true")
    assert list(CharterMember.objects.values_list("person", "part")) == [(staff.pk, "Leads")]
    assert list(CharterService.objects.values_list("name", "audience", "contact")) == [("Advice", "", None)]


def _token(client: Client) -> str:
    shown = client.get(reverse("change_charter"))
    return str(shown.context["edit_token"])


def test_nobody_is_a_member_twice(staff: User) -> None:
    with pytest.raises(Refused):
        write_charter(by=staff, members=[Member(staff, "Leads"), Member(staff, "Counts")])

    assert not Charter.objects.exists()


def test_everybody_reads_it(client: Client, staff: User, person: Callable[[str], User]) -> None:
    client.force_login(person("viewer"))
    before = client.get(reverse("charter")).content.decode()
    write_charter(by=staff, mandate="Keep it true", services=[Service("Reviews", contact=staff)])
    after = client.get(reverse("charter")).content.decode()

    assert ("There is no charter yet" in before, "Keep it true" in before) == (True, False)
    assert ("Keep it true" in after, "Reviews" in after, reverse("change_charter") in after) == (
        True,
        True,
        False,
    )


def test_the_office_is_asked_to_look_again(staff: User, person: Callable[[str], User]) -> None:
    day = dt.date(2026, 6, 1)
    write_charter(by=staff, mandate="Keep it true", review_on=day)

    def asked(user: User, until: dt.date) -> int:
        return len(list(review_due(user, day, until)))

    executive = person("executive")
    assert [asked(staff, day), asked(staff, day - dt.timedelta(days=1)), asked(executive, day)] == [1, 0, 0]


def test_who_saves_second_is_shown_rows_that_changed_and_loses_none(
    client: Client, staff: User, person: Callable[[str], User]
) -> None:
    other, third = person("executive"), person("viewer")
    write_charter(by=staff, mandate="Keep it true", members=[Member(staff, "Leads")])
    client.force_login(staff)
    page = reverse("change_charter")
    shown = client.get(page)
    sent = {name: value or "" for name, value in shown.context["form"].initial.items()}
    members = [Member(staff, "Chairs"), Member(other), Member(third), Member(person("contributor"))]
    write_charter(by=other, members=members)

    refused = client.post(page, {**sent, "member_0_part": "Heads", "edit_token": shown.context["edit_token"]})

    conflict = refused.context["conflict"]
    differences = [(each.label, each.theirs, each.yours, each.both) for each in conflict.differences]
    assert (refused.status_code, conflict.person) == (409, other)
    assert differences == [
        ("Part of member 1", "Chairs", "Heads", True),
        ("Member 2", other.name, "– nobody –", False),
        ("Member 3", third.name, "– nobody –", False),
    ]
    form = refused.context["form"]
    client.post(page, {**form.data.dict(), "edit_token": refused.context["edit_token"]})
    stored = CharterMember.objects.values_list("person", "part")
    assert list(stored) == [(each.person.pk, "Heads" if each.person == staff else "") for each in members]


def test_its_history_tells_of_members_and_services(staff: User) -> None:
    write_charter(by=staff, mandate="Keep it true", members=[Member(staff, "Leads")])
    write_charter(by=staff, services=[Service("Reviews")])

    told = [(each.kind, each.deed, each.user_pk) for each in changes_of("strategy.charter", 1)]

    assert sorted(told) == [
        ("strategy.charter", "insert", staff.pk),
        ("strategy.chartermember", "insert", staff.pk),
        ("strategy.charterservice", "insert", staff.pk),
    ]
    assert changes_of("strategy.charter", 2) == []


def patch(client: Client, body: dict[str, Any], **headers: str) -> Any:
    """A change by REST."""
    sent = json.dumps(body)
    return client.patch("/api/v1/charter/", sent, content_type="application/json", headers=headers)


def test_it_is_read_and_changed_by_rest(client: Client, staff: User) -> None:
    client.force_login(staff)
    empty = client.get("/api/v1/charter/")
    written = patch(
        client,
        {
            "mandate": "Keep it true",
            "members": [{"person": staff.email, "part": "Leads"}],
            "services": [{"name": "Reviews", "contact": staff.email}, {"name": "Training"}],
        },
    )
    changed = patch(client, {"services": [{"name": "Advice"}]})

    assert (empty.json()["mandate"], empty.json()["members"]) == ("", [])
    assert written.json()["members"] == [{"person": staff.email, "part": "Leads"}]
    assert changed.json() == {
        **written.json(),
        "services": [{"name": "Advice", "description": "", "audience": "", "contact": None}],
    }
    assert client.get("/api/v1/charter/").json() == changed.json()


def test_by_rest_a_stale_or_wrong_change_stores_nothing(client: Client, staff: User) -> None:
    client.force_login(staff)
    tag = client.get("/api/v1/charter/")["ETag"]
    write_charter(by=staff, mandate="Keep it true")
    body = {"mandate": "Other"}

    stale = patch(client, body, **{"If-Match": tag})
    now = client.get("/api/v1/charter/")["ETag"]
    twice = patch(client, {"members": [{"person": staff.email}] * 2})
    unknown = patch(client, {"motto": "Forward"})
    tried = client.patch("/api/v1/charter/?dry_run=true", json.dumps(body), "application/json")

    statuses = [each.status_code for each in (stale, twice, unknown, tried)]
    assert (statuses, tried.json()["mandate"]) == ([412, 400, 400, 200], "Other")
    assert Charter.objects.get().mandate == "Keep it true"
    assert patch(client, body, **{"If-Match": now}).status_code == 200
