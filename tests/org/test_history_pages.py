"""Who changed what when, in words."""

from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.changes import Change, changes_of, latest_changes
from org.actions import change_department, change_user, create_user, grant_role, revoke_role
from org.enums import Role
from org.models import Department, User

Tree = dict[str, Department]


def told(change: Change) -> tuple[str, str, int | None, str, list[tuple[str, str, str]]]:
    fields = [(field.name, field.before, field.after) for field in change.fields]
    return change.title, change.deed, change.user_pk, change.action, fields


def test_an_objects_history_says_who_what_and_from_what_to_what(admin: User, tree: Tree) -> None:
    change_department(by=admin, department=tree["works"], name="Public works", short_name="Works")

    changes = [told(each) for each in changes_of("org.department", tree["works"].pk)]

    assert changes == [
        (
            "Public works",
            "update",
            admin.pk,
            "org.change_department",
            [("Name", "Works", "Public works"), ("Short name", "–", "Works")],
        ),
        ("Works", "insert", None, "org.create_department", [("Code", "–", "works"), ("Name", "–", "Works")]),
    ]


def test_what_was_removed_and_whom_it_pointed_to_stays_readable(
    admin: User, reader: User, tree: Tree
) -> None:
    membership = grant_role(by=admin, user=reader, role=Role.DEPARTMENT_HEAD, department=tree["works"])
    pk = membership.pk
    revoke_role(by=admin, membership=membership)

    changes = changes_of("org.membership", pk)

    assert [(each.title, each.deed) for each in changes] == [
        ("Vi · Department head · Works", "delete"),
        ("Vi · Department head · Works", "insert"),
    ]


def test_secrets_are_not_in_the_history(admin: User, as_admin: Client, reader: User) -> None:
    reader.set_password("a-long-enough-one")
    reader.save()

    page = as_admin.get(f"/history/org.user/{reader.pk}/")

    assert reader.password not in page.content.decode()


def test_the_list_is_filtered_by_kind_and_by_person(admin: User, reader: User, tree: Tree) -> None:
    change_user(by=reader, user=reader, name="Viola")
    change_department(by=admin, department=tree["roads"], name="Streets")

    by_reader = latest_changes(user_pk=reader.pk)
    departments = latest_changes(kind="org.department", limit=2)

    assert [each.title for each in by_reader] == ["Viola"]
    assert [(each.title, each.deed) for each in departments] == [("Streets", "update"), ("Health", "insert")]


def test_older_changes_follow_without_a_gap_though_one_transaction_has_one_moment(
    as_admin: Client, tree: Tree, reader: User
) -> None:
    for number in range(60):
        create_user(by=reader, email=f"p{number}@example.org", name=f"P {number}")
    whole = [change.place for change in latest_changes(limit=1000)]

    seen, url = [], "/administration/history/"
    while url:
        page = as_admin.get(url).context
        seen += [entry.change.place for entry in page["entries"]]
        url = page["older"] and "/administration/history/?" + urlencode({"before": page["older"]})

    assert seen == whole
    assert len(set(seen)) == len(seen) > 60


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return len(captured)


def test_the_page_shows_the_acting_user_and_both_values(as_admin: Client, admin: User, tree: Tree) -> None:
    as_admin.post("/departments/works/change/", {"name": "Public works", "short_name": "", "description": ""})

    page = as_admin.get("/administration/history/?kind=org.department").content.decode()

    assert "<del>Works</del> → <ins>Public works</ins>" in page
    assert ">Ada</a>" in page


def test_a_long_list_needs_no_more_queries(as_admin: Client, tree: Tree, reader: User) -> None:
    url = "/administration/history/?kind=org.user"
    create_user(by=reader, email="first@example.org", name="First")
    queries(as_admin, url)
    few = queries(as_admin, url)
    for number in range(40):
        create_user(by=reader, email=f"p{number}@example.org", name=f"P {number}")

    assert queries(as_admin, url) == few


def test_who_may_not_read_it_and_what_is_not_there(as_admin: Client, as_reader: Client, reader: User) -> None:
    assert as_reader.get("/administration/history/").status_code == 403
    assert as_reader.get(f"/history/org.user/{reader.pk}/").status_code == 403
    assert as_admin.get("/history/org.user/999999/").status_code == 404
    assert as_admin.get("/history/org.moon/1/").status_code == 404
    assert as_admin.get("/administration/history/?kind=org.moon").status_code == 404
    assert as_admin.get("/administration/history/?before=x&person=y").status_code == 200
