"""People and their roles in the browser."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from org.actions import create_user, grant_role
from org.enums import Role
from org.models import Department, Membership, User

Tree = dict[str, Department]


@pytest.fixture
def head(tree: Tree) -> User:
    """The head of Works."""
    user = create_user(by=None, email="bo@example.org", name="Bo", job_title="Head of works")
    grant_role(by=None, user=user, role=Role.DEPARTMENT_HEAD, department=tree["works"])
    return user


def names(client: Client, query: str = "") -> list[str]:
    return [user.name for user in client.get(f"/people/{query}").context["page"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Bo", "Vi"]),
        ("?q=WORKS", ["Bo"]),
        ("?q=vi@", ["Vi"]),
        ("?role=viewer", ["Vi"]),
        ("?department=city", ["Bo"]),
        ("?department=roads", []),
        ("?role=viewer&department=works", []),
        ("?show=inactive", ["Gone"]),
    ],
)
def test_the_list_is_searched_and_filtered(
    as_reader: Client, head: User, query: str, found: list[str]
) -> None:
    gone = create_user(by=None, email="gone@example.org", name="Gone")
    User.objects.filter(pk=gone.pk).update(is_active=False)

    assert names(as_reader, query) == found


def test_many_people_need_no_more_queries(as_reader: Client, head: User) -> None:
    names(as_reader)
    with CaptureQueriesContext(connection) as few:
        names(as_reader)
    for number in range(60):
        user = create_user(by=None, email=f"p{number}@example.org", name=f"P {number}")
        grant_role(by=None, user=user, role=Role.VIEWER)

    with CaptureQueriesContext(connection) as many:
        page = as_reader.get("/people/")
    assert len(many) == len(few)
    assert (len(page.context["page"]), page.context["page"].paginator.count) == (50, 62)


def test_the_export_has_a_line_a_role(as_reader: Client, head: User) -> None:
    grant_role(by=None, user=head, role=Role.CONTRIBUTOR)

    lines = as_reader.get("/people/?format=csv").content.decode("utf-8-sig").splitlines()

    assert sorted(lines[1:]) == [
        "bo@example.org,Bo,Head of works,contributor,",
        "bo@example.org,Bo,Head of works,department_head,works",
        "vi@example.org,Vi,,viewer,",
    ]


def test_an_administrator_adds_a_person_with_a_first_role(as_admin: Client, tree: Tree) -> None:
    entered = {"email": "cy@example.org", "name": "Cy", "kind": "person", "role": "contributor"}
    answer = as_admin.post("/people/add/", entered | {"department": "roads"})

    user = User.objects.get(email="cy@example.org")
    assert answer["Location"] == f"/people/{user.pk}/"
    assert list(user.memberships.values_list("role", "department__code")) == [("contributor", "roads")]
    assert not user.has_usable_password()


def test_nobody_is_added_twice(as_admin: Client, admin: User) -> None:
    entered = {"email": "ADA@example.org", "name": "Again", "kind": "person", "role": ""}

    page = as_admin.post("/people/add/", entered)

    assert (page.status_code, User.objects.count()) == (400, 1)
    assert "There is an account for" in page.content.decode()


def test_roles_are_given_and_taken_away(as_admin: Client, head: User) -> None:
    as_admin.post(f"/people/{head.pk}/roles/add/", {"role": "executive", "department": ""})
    old = head.memberships.get(role=Role.DEPARTMENT_HEAD)
    asked = as_admin.get(f"/people/{head.pk}/roles/{old.pk}/remove/")
    as_admin.post(f"/people/{head.pk}/roles/{old.pk}/remove/")

    assert asked.status_code == 200
    assert list(head.memberships.values_list("role", "department")) == [("executive", None)]


def test_the_last_administrator_stays_one(as_admin: Client, admin: User) -> None:
    membership = admin.memberships.get()

    page = as_admin.post(f"/people/{admin.pk}/roles/{membership.pk}/remove/")

    assert (page.status_code, Membership.objects.filter(pk=membership.pk).exists()) == (409, True)
    assert "the last administrator" in page.content.decode()


def test_somebody_who_may_not_sign_in_any_more_is_out_at_once(
    as_admin: Client, as_reader: Client, reader: User
) -> None:
    as_admin.post(f"/people/{reader.pk}/change/", {"name": "Vi", "job_title": ""})

    reader.refresh_from_db()
    assert (reader.is_active, as_reader.get("/people/").status_code) == (False, 302)


def test_a_link_to_set_a_password_is_shown_and_works(as_admin: Client, reader: User) -> None:
    page = as_admin.post(f"/people/{reader.pk}/password-link/")

    link = re.search(r'value="https?://[^/"]+(/[^"]+)"', page.content.decode()).group(1)
    entered = Client()
    form = entered.get(link, follow=True)
    entered.post(
        form.redirect_chain[-1][0], {"password1": "a-long-enough-one", "password2": "a-long-enough-one"}
    )
    reader.refresh_from_db()
    assert (page["Cache-Control"], reader.check_password("a-long-enough-one")) == ("no-store", True)


def test_a_reader_sees_people_and_changes_none(as_reader: Client, head: User, admin: User) -> None:
    membership = head.memberships.get()
    page = as_reader.get(f"/people/{head.pk}/")
    forbidden = ["add/", "import/"] + [
        f"{head.pk}/{rest}" for rest in ("change/", "roles/add/", f"roles/{membership.pk}/remove/")
    ]

    assert (page.status_code, b"Take away" in page.content) == (200, False)
    assert [as_reader.get(f"/people/{url}").status_code for url in forbidden] == [403] * 5
    assert as_reader.post(f"/people/{head.pk}/password-link/").status_code == 403


def test_the_role_of_one_is_not_taken_through_the_page_of_another(
    as_admin: Client, head: User, admin: User
) -> None:
    membership = head.memberships.get()

    answer = as_admin.post(f"/people/{admin.pk}/roles/{membership.pk}/remove/")

    assert (answer.status_code, Membership.objects.filter(pk=membership.pk).exists()) == (404, True)


def test_everybody_changes_their_own_name_and_nothing_more(as_reader: Client, reader: User) -> None:
    page = as_reader.post(
        "/profile/", {"name": "Viola", "job_title": "Clerk", "is_active": "", "kind": "service"}
    )

    reader.refresh_from_db()
    assert (page.status_code, reader.name, reader.job_title) == (200, "Viola", "Clerk")
    assert (reader.is_active, reader.kind) == (True, "person")
