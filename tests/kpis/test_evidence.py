"""Files kept with values: told by their content, never shown by a browser, removed with a reason."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from pytest_django import Settings

from core.errors import Conflict, Refused
from kpis.actions import add_evidence, remove_evidence
from kpis.evidence import evidence_of, visible_evidence
from kpis.evidence_types import content_type_of
from kpis.models import Evidence
from tests.core.api.conftest import Caller
from tests.kpis.city import City, month
from tests.kpis.files import DOCX, JPG, PDF, PNG, XLSX, office

MARCH = month(2020, 3)


def keep(city: City, name: str = "desk.pdf", content: bytes = PDF, department: str = "roads") -> Evidence:
    """Keep a file with the complaints of March 2020."""
    return add_evidence(
        by=city.staff,
        kpi=city.complaints,
        department=city[department],
        period=MARCH,
        name=name,
        content=content,
    )


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("a.PNG", PNG, "image/png"),
        ("a.jpg", JPG, "image/jpeg"),
        ("a.jpeg", JPG, "image/jpeg"),
        ("a.xlsx", XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("a.docx", DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.csv", "Straße;12\r\n".encode("cp1252"), "text/csv"),
        ("a.txt", "\ufeffcounted by hand".encode("utf-16-le"), "text/plain"),
    ],
)
def test_a_file_is_what_its_content_says(name: str, content: bytes, kind: str) -> None:
    assert content_type_of(name, content) == kind


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", b"<html>"),
        ("logo.svg", b"<svg/>"),
        ("script.js", b"alert(1)"),
        ("no ending", PDF),
        ("page.pdf", b"<html>%PDF-</html>"),
        ("picture.png", JPG),
        ("book.xlsx", DOCX),
        ("book.xlsx", office("xl/workbook.xml", "xl/vbaProject.bin")),
        ("book.xlsx", b"PK\x03\x04broken"),
        ("notes.txt", b"MZ\x00\x01program"),
        ("notes.txt", b"\xff\xfe\x00\xd8"),
        ("empty.csv", b""),
    ],
)
def test_another_content_or_kind_is_refused(city: City, name: str, content: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        keep(city, name, content)
    assert [(fault.field, fault.code) for fault in refusal.value.faults] == [("file", "type")]
    assert Evidence.objects.count() == 0


def test_a_file_that_is_too_big_is_refused(city: City, settings: Settings) -> None:
    settings.EVIDENCE_MAX_BYTES = 2**20
    with pytest.raises(Refused, match="at most 1 MB"):
        keep(city, content=PDF + bytes(2**20))


def test_the_same_file_is_kept_once_a_value(city: City) -> None:
    keep(city)
    keep(city, department="parks")
    with pytest.raises(Conflict, match="there already"):
        keep(city, name="again.pdf")


def test_a_name_is_kept_without_its_folders(city: City) -> None:
    names = [r"C:\desk\..\march.pdf", "../../etc/april.pdf", "m\r\nay.pdf", "x" * 300 + ".pdf"]
    kept = [keep(city, name, PDF + name.encode()).name for name in names]
    assert kept == ["march.pdf", "april.pdf", "may.pdf", "x" * 251 + ".pdf"]


def test_a_removed_file_leaves_its_name_and_the_reason(city: City) -> None:
    file = keep(city)
    with pytest.raises(Refused):
        remove_evidence(by=city.staff, evidence=file, reason=" ")
    remove_evidence(by=city.head_of_works, evidence=file, reason="It names people.")
    (left,) = Evidence.objects.all()
    assert (bytes(left.content), left.name, left.removed_by, left.removal_reason) == (
        b"",
        "desk.pdf",
        city.head_of_works,
        "It names people.",
    )
    with pytest.raises(Conflict):
        remove_evidence(by=city.staff, evidence=file, reason="Again.")
    key = (city.complaints.pk, city["roads"].pk, MARCH)
    assert evidence_of(city.staff, [key]) == {}
    assert keep(city).pk != left.pk


def test_those_who_enter_approve_or_lead_there_know_of_it(city: City) -> None:
    keep(city)
    keep(city, department="health")
    seen = {
        person.name: sorted(file.department.code for file in visible_evidence(person))
        for person in (city.staff, city.head_of_works, city.steward_of_health, city.viewer)
    }
    assert seen == {
        "Sam Staff": ["health", "roads"],
        "Hana Head": ["roads"],
        "Stella Steward": ["health"],
        "Vera Viewer": [],
    }


def upload(caller: Caller, name: str = "desk.pdf", content: bytes = PDF, **where: str) -> Any:
    """POST a file."""
    file = io.BytesIO(content)
    file.name = name
    place = {"kpi": "complaints", "department": "roads", "period": "2020-03", **where}
    return caller.client.post("/api/v1/evidence/", {**place, "file": file}, headers=caller.headers)


def test_a_file_goes_in_and_out_by_rest_and_is_never_shown(sam: Caller) -> None:
    answer = upload(sam, 'desk "march".pdf')
    assert answer.status_code == 201
    row = answer.json()
    assert (row["period"], row["content_type"], row["size"]) == ("2020-03", "application/pdf", len(PDF))
    assert [each["id"] for each in sam("GET", "evidence/?kpi=complaints").json()["results"]] == [row["id"]]
    file = sam("GET", f"evidence/{row['id']}/content/")
    headers = ("Content-Type", "X-Content-Type-Options", "Content-Security-Policy", "Content-Disposition")
    assert (file.content, [file[each] for each in headers]) == (
        PDF,
        [
            "application/pdf",
            "nosniff",
            "default-src 'none'; sandbox",
            'attachment; filename="desk \\"march\\".pdf"',
        ],
    )
    removed = sam("POST", f"evidence/{row['id']}/remove/", {"reason": "It names people."})
    assert (removed.status_code, removed.json()["removal_reason"]) == (200, "It names people.")
    assert sam("GET", f"evidence/{row['id']}/content/").status_code == 404
    lists = [sam("GET", f"evidence/{query}").json()["results"] for query in ("", "?removed=true")]
    assert [len(found) for found in lists] == [0, 1]


@pytest.mark.parametrize(
    ("where", "name", "status"),
    [
        ({"department": "port"}, "a.pdf", 400),
        ({"period": "2020"}, "a.pdf", 400),
        ({}, "a.html", 400),
        ({"department": "health"}, "a.pdf", 403),
    ],
)
def test_what_cannot_be_kept_is_refused_by_rest(
    city: City, token_of: Callable[..., Caller], where: dict[str, str], name: str, status: int
) -> None:
    head = token_of(city.head_of_works, "read", "measurements:write")
    assert upload(head, name, **where).status_code == status
    assert Evidence.objects.count() == 0


def test_a_file_of_others_is_hidden(city: City, token_of: Callable[..., Caller]) -> None:
    file = keep(city, department="health")
    head = token_of(city.head_of_works, "read", "write")
    for method, path in [("GET", ""), ("GET", "content/"), ("POST", "remove/")]:
        answer = head(method, f"evidence/{file.pk}/{path}", {"reason": "x"} if method == "POST" else None)
        assert answer.status_code == 404
