"""The department tree in the browser."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.models import StoredFile
from org.actions import create_department, grant_role
from org.enums import Role
from org.models import Department, Placement, User
from org.queries import department_tree

Tree = dict[str, Department]


def shape() -> list[tuple[int, str]]:
    return [(node.depth, node.code) for node in department_tree()]


TODAY = [(0, "city"), (1, "works"), (2, "roads"), (1, "health")]


def test_everybody_sees_the_tree_with_its_heads(as_reader: Client, tree: Tree, reader: User) -> None:
    grant_role(by=None, user=reader, role=Role.DEPARTMENT_HEAD, department=tree["works"])

    page = as_reader.get("/departments/")

    rows = [(row.node.depth, row.node.code, row.heads, row.people) for row in page.context["rows"]]
    assert rows == [
        (0, "city", [], 0),
        (1, "works", [reader], 1),
        (2, "roads", [], 0),
        (1, "health", [], 0),
    ]
    assert b"Import" not in page.content


def test_it_finds_a_department_by_name_or_code_and_swaps_only_the_rows(as_reader: Client, tree: Tree) -> None:
    whole = as_reader.get("/departments/?q=ROA")
    part = as_reader.get("/departments/?q=ROA", headers={"HX-Request": "true"})

    assert [row.node.code for row in whole.context["rows"]] == ["roads"]
    assert part.content.decode().strip().startswith('<section class="panel" id="rows">')
    assert part.content.decode().strip() in whole.content.decode()


def test_it_says_what_to_do_where_nothing_is_there(as_admin: Client) -> None:
    assert b"No departments yet" in as_admin.get("/departments/").content
    assert b"No department is called so" in as_admin.get("/departments/?q=moon").content


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get("/departments/")
    return len(captured)


def test_many_departments_need_no_more_queries(as_reader: Client, tree: Tree) -> None:
    queries(as_reader)
    few = queries(as_reader)
    for number in range(20):
        create_department(by=None, code=f"d{number}", name="More", parent=tree["health"])

    assert queries(as_reader) == few


def test_one_page_a_department_with_its_way_from_the_top(as_reader: Client, tree: Tree) -> None:
    page = as_reader.get("/departments/roads/")

    assert page.context["above"] == [("City", "city"), ("Works", "works")]
    assert as_reader.get("/departments/moon/").status_code == 404


def test_an_administrator_adds_changes_moves_and_closes(as_admin: Client, tree: Tree) -> None:
    today = timezone.localdate()
    added = as_admin.post("/departments/add/", {"code": "parks", "name": "Parks", "parent": "works"})
    as_admin.post("/departments/parks/change/", {"name": "Parks and squares", "short_name": "Parks"})
    as_admin.post("/departments/parks/move/", {"parent": "health", "since": today})
    as_admin.post("/departments/roads/close/", {"on": today})

    assert added["Location"] == "/departments/parks/"
    assert shape() == [(0, "city"), (1, "works"), (1, "health"), (2, "parks")]
    assert str(Department.objects.get(code="parks")) == "Parks and squares"
    yesterday = [node.code for node in department_tree(today - dt.timedelta(days=1))]
    assert yesterday == ["city", "works", "roads", "parks", "health"]
    closed = as_admin.get("/departments/?show=outside")
    assert [each.code for each in closed.context["outside"]] == ["roads"]


@pytest.mark.parametrize(
    ("url", "data", "status", "reason"),
    [
        ("add/", {"code": "WORKS", "name": "Again", "parent": ""}, 400, "with the code WORKS exists"),
        ("add/", {"code": "a b", "name": "Spaced", "parent": ""}, 400, "Enter a valid"),
        ("works/move/", {"parent": "roads", "since": "2026-01-01"}, 400, "cannot stand below itself"),
        ("works/close/", {"on": "2026-01-01"}, 409, "Move or close the departments below"),
    ],
)
def test_it_says_why_it_refuses(
    as_admin: Client, tree: Tree, url: str, data: dict[str, str], status: int, reason: str
) -> None:
    page = as_admin.post(f"/departments/{url}", data)

    assert (page.status_code, reason in page.content.decode(), shape()) == (status, True, TODAY)


@pytest.mark.parametrize("url", ["add/", "import/", "works/change/", "works/move/", "works/close/"])
def test_a_reader_may_change_nothing(as_reader: Client, tree: Tree, url: str) -> None:
    assert as_reader.get(f"/departments/{url}").status_code == 403
    assert as_reader.post(f"/departments/{url}", {}).status_code == 403


def upload(client: Client, text: str):  # type: ignore[no-untyped-def]
    file = SimpleUploadedFile("tree.csv", text.encode())
    return client.post("/departments/import/", {"file": file})


GOOD = "code,name,parent\nparks,Parks,works\ntrees,Trees,parks\n"
HALF = GOOD + "moon,,city\nmars,Mars,venus\n"


def test_a_file_is_shown_first_and_imported_when_confirmed(as_admin: Client, tree: Tree) -> None:
    preview = upload(as_admin, GOOD)
    assert (preview.status_code, shape()) == (200, TODAY)
    assert preview.context["outcome"].counts == {"new departments": 2}

    stored = StoredFile.objects.get()
    answer = as_admin.post("/departments/import/", {"stored": stored.pk}, follow=True)

    assert answer.redirect_chain == [("/departments/", 302)]
    assert "Imported: 2 new departments" in answer.content.decode()
    assert shape() == [*TODAY[:3], (2, "parks"), (3, "trees"), TODAY[3]]
    assert not StoredFile.objects.exists()


def test_bad_rows_are_named_and_left_out_only_when_asked(as_admin: Client, tree: Tree) -> None:
    preview = upload(as_admin, HALF)
    stored = StoredFile.objects.get()
    refused = as_admin.post("/departments/import/", {"stored": stored.pk})

    lines = [(fault.line, fault.field) for fault in preview.context["faults"]]
    assert lines == [(4, "name"), (5, "parent")]
    assert "2 rows of 4 are not in order" in preview.content.decode()
    assert (refused.status_code, shape()) == (200, TODAY)

    as_admin.post("/departments/import/", {"stored": stored.pk, "skip_bad": "1"})
    assert len(shape()) == 6


def test_a_file_that_cannot_be_read_offers_no_import(as_admin: Client, tree: Tree) -> None:
    page = upload(as_admin, "code;colour\nparks;green\n")

    assert page.status_code == 400
    assert "This file cannot be imported" in page.content.decode()
    assert b"skip_bad" not in page.content


def test_nobody_confirms_the_file_of_another(as_admin: Client, tree: Tree, reader: User) -> None:
    upload(as_admin, GOOD)
    StoredFile.objects.update(owner_key=reader.pk)

    page = as_admin.post("/departments/import/", {"stored": StoredFile.objects.get().pk}, follow=True)

    assert ("choose it again" in page.content.decode(), shape()) == (True, TODAY)


def test_what_is_exported_can_be_imported_unchanged(as_admin: Client, tree: Tree) -> None:
    exported = as_admin.get("/departments/?format=csv")
    before = Placement.objects.count()

    preview = upload(as_admin, exported.content.decode())

    assert preview.context["outcome"].counts == {"unchanged departments": 4}
    assert Placement.objects.count() == before


def test_the_empty_file_has_the_right_headers(as_admin: Client) -> None:
    assert as_admin.get("/departments/import/?template").content.decode("utf-8-sig") == (
        "code,name,parent,short_name\n"
    )
