"""The beginning of an empty installation."""

import pytest
from django.test import Client

from core.errors import Conflict
from org.models import Department, Membership, Organisation, User
from org.onboarding import Founding, found_organisation
from org.queries import root_department

pytestmark = pytest.mark.django_db

ENTERED = {
    "organisation": "Port Selwyn",
    "department_name": "City of Port Selwyn",
    "department_code": "city",
    "fiscal_year_first_month": "7",
    "fiscal_year_named_by": "start",
    "name": "Ada Quill",
    "email": "ada@example.org",
    "password": "a-long-enough-one",
    "again": "a-long-enough-one",
}


def test_an_empty_installation_leads_to_its_beginning(client: Client) -> None:
    page = client.get("/", follow=True)

    assert [url for url, _status in page.redirect_chain] == ["/accounts/login/?next=/", "/welcome/"]
    assert page.status_code == 200


def test_the_first_administrator_names_the_organisation_and_is_signed_in(client: Client) -> None:
    page = client.post("/welcome/", ENTERED, follow=True)

    user = User.objects.get()
    organisation = Organisation.objects.values_list(
        "name", "fiscal_year_first_month", "fiscal_year_named_by"
    ).get()
    assert organisation == ("Port Selwyn", 7, "start")
    assert list(Membership.objects.values_list("user", "role", "department")) == [
        (user.pk, "administrator", None)
    ]
    assert str(root_department()) == "City of Port Selwyn"
    assert page.context["user"] == user
    assert [step.done for step in page.context["steps"]] == [True, False, False, False, False, False]


def test_the_welcome_page_is_gone_once_somebody_has_an_account(client: Client, reader: User) -> None:
    shown = client.get("/welcome/")
    sent = client.post("/welcome/", ENTERED)

    assert (shown.status_code, shown["Location"]) == (302, "/accounts/login/")
    assert (sent.status_code, User.objects.count(), Department.objects.count()) == (302, 1, 0)


def test_of_two_who_begin_at_once_the_second_is_refused(reader: User) -> None:
    founding = Founding("Port Selwyn", 1, "end", "city", "City", "Bo", "bo@example.org", "a-long-enough-one")

    with pytest.raises(Conflict):
        found_organisation(by=None, founding=founding)

    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"again": "another-long-one"}, "again"),
        ({"password": "short", "again": "short"}, "password"),
        ({"email": "ada"}, "email"),
        ({"department_code": "two words"}, "department_code"),
        ({"organisation": ""}, "organisation"),
    ],
)
def test_it_says_what_is_wrong_and_stores_nothing(
    client: Client, changed: dict[str, str], field: str
) -> None:
    page = client.post("/welcome/", ENTERED | changed)

    assert (page.status_code, list(page.context["form"].errors)) == (400, [field])
    assert (User.objects.count(), Organisation.objects.count()) == (0, 0)
