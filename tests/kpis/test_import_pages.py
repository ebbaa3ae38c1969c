"""The import pages: a file, a preview, a confirmation."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from python_calamine import CalamineWorkbook

from kpis.models import KPI
from org.models import User
from tests.kpis.city import City, current, month

VALUES = "/performance/imports/values/"
GOOD = "kpi,department,period,value\ncomplaints,roads,2026-03,30\ncomplaints,parks,2026-03,10\n"
MIXED = GOOD + "complaints,roads,2026-04,many\n"


def browser(user: User) -> Client:
    """A signed-in browser."""
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client


def upload(client: Client, text: str, path: str = VALUES) -> Any:
    """Choose a file; the answer is its preview."""
    return client.post(path, {"file": SimpleUploadedFile("values.csv", text.encode())})


def confirm(client: Client, preview: Any, path: str = VALUES, **choices: str) -> Any:
    """Press the button under the preview."""
    return client.post(path, {"stored": preview.context["stored"].pk, **choices}, follow=True)


def test_a_preview_tells_what_a_file_would_do_and_stores_nothing(city: City) -> None:
    preview = upload(browser(city.staff), GOOD)
    assert preview.status_code == 200
    assert preview.context["outcome"].counts == {
        "new values": 2,
        "corrected values": 0,
        "unchanged values": 0,
    }
    assert [list(row) for row in preview.context["outcome"].sample] == [
        ["complaints", "roads", "2026-03", "30"],
        ["complaints", "parks", "2026-03", "10"],
    ]
    assert current() == set()


def test_confirming_stores_the_values(city: City) -> None:
    client = browser(city.staff)
    done = confirm(client, upload(client, GOOD))
    assert "Imported: 2 new values" in done.content.decode()
    assert current() == {
        ("complaints", "roads", month(2026, 3), 30.0),
        ("complaints", "parks", month(2026, 3), 10.0),
    }


def test_bad_rows_are_told_with_line_column_and_reason(city: City) -> None:
    preview = upload(browser(city.staff), MIXED)
    fault = preview.context["faults"][0]
    assert (fault.line, fault.field) == (4, "value")
    assert "&#x27;many&#x27; is no number" in preview.content.decode()


def test_confirming_without_a_choice_stores_nothing_of_a_file_with_a_bad_row(city: City) -> None:
    client = browser(city.staff)
    confirm(client, upload(client, MIXED))
    assert current() == set()


def test_bad_rows_can_be_left_out(city: City) -> None:
    client = browser(city.staff)
    confirm(client, upload(client, MIXED), skip_bad="1")
    assert len(current()) == 2


def test_a_head_imports_only_what_is_theirs(city: City) -> None:
    preview = upload(browser(city.head_of_works), GOOD + "complaints,health,2026-03,60\n")
    assert [(fault.line, fault.code) for fault in preview.context["faults"]] == [(4, "forbidden")]


@pytest.mark.parametrize(
    ("person", "path", "status"),
    [
        ("staff", "", 200),
        ("staff", "kpis/", 200),
        ("staff", "values/", 200),
        ("head_of_works", "", 200),
        ("head_of_works", "kpis/", 403),
        ("head_of_works", "values/", 200),
        ("viewer", "", 403),
        ("viewer", "kpis/", 403),
        ("viewer", "values/", 403),
    ],
)
def test_who_may_import(city: City, person: str, path: str, status: int) -> None:
    client = browser(getattr(city, person))
    assert client.get(f"/performance/imports/{path}").status_code == status


def test_kpis_are_imported_in_the_browser_too(city: City) -> None:
    client, path = browser(city.staff), "/performance/imports/kpis/"
    text = "code,name,direction,frequency,time_rollup,department_rollup\nrate,Rate,up,month,mean,mean\n"
    confirm(client, upload(client, text, path), path)
    assert KPI.objects.filter(code="rate", name="Rate").exists()


def test_empty_files_have_the_columns_that_imports_take(city: City) -> None:
    client = browser(city.staff)
    workbook = client.get(f"{VALUES}?template=xlsx").content
    header = CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(0).to_python()[0]
    plain = client.get(f"{VALUES}?template=csv").content.decode("utf-8-sig").strip().split(",")
    assert (
        header
        == plain
        == ["kpi", "department", "period", "value", "note", "known_since", "reason", "external_id"]
    )
