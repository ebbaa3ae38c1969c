"""The charter of the strategy office."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

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
