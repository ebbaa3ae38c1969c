"""The page of an import: choose a file, say what its columns mean, look, confirm."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from core.models import ColumnMapping, StoredFile
from initiatives.models import Initiative
from org.actions import create_user, grant_role
from org.enums import Role

pytestmark = pytest.mark.django_db
FILE = b"Title;When;Money;Colour;Rest\nBridge;03.04.2026;2,5;gut;x\nTunnel;soon;much;schlecht;y\n"
MAPPING = {
    "field-0": "name",
    "field-1": "starts_on",
    "field-2": "whole_budget",
    "factor-2": "1000000",
    "field-3": "overall",
    "word-3-0": "green",
    "word-3-1": "-",
    "year": "2026",
    "reported_on": "2026-03-31",
}


@pytest.fixture
def staff(client: Client) -> Client:
    user = create_user(by=None, email="staff@example.org", name="Staff")
    grant_role(by=None, user=user, role=Role.SMO_STAFF)
    client.force_login(user)
    return client


def post(client: Client, **data: object) -> HttpResponse:
    """A POST to the page."""
    return client.post(reverse("import_initiatives"), data)  # type: ignore[return-value, arg-type]


def upload(client: Client, data: bytes = FILE) -> str:
    """Hand in a file; the key under which it is kept."""
    answer = post(client, file=SimpleUploadedFile("projects.csv", data))
    assert answer.status_code == 200
    found = re.search(r'name="stored" value="(\d+)"', answer.content.decode())
    assert found
    return found[1]


def hidden(answer: HttpResponse) -> dict[str, str]:
    """The inputs that a preview carries along."""
    return {
        name: unescape(value)
        for name, value in re.findall(
            r'<input type="hidden" name="([^"]+)" value="([^"]*)">', answer.content.decode()
        )
    }


def test_columns_are_shown_with_their_cells_and_a_suggestion(staff: Client) -> None:
    page = post(staff, file=SimpleUploadedFile("projects.csv", FILE)).content.decode()
    assert "03.04.2026" in page
    assert re.search(r'name="field-0".*?<option value="name" selected>', page, re.DOTALL)
    assert not Initiative.objects.exists()


def test_the_preview_tells_every_cell_and_stores_nothing(staff: Client) -> None:
    answer = post(staff, stored=upload(staff), step="check", **MAPPING)
    page = answer.content.decode()
    assert "1 row of 2 is not in order" in page
    assert "&#x27;soon&#x27; is no day" in page
    assert "&#x27;much&#x27; is no number" in page
    assert not Initiative.objects.exists()


@pytest.mark.parametrize(("bad", "names"), [("empty", ["Bridge", "Tunnel"]), ("skip", ["Bridge"])])
def test_what_the_preview_carries_is_what_is_imported(staff: Client, bad: str, names: list[str]) -> None:
    preview = post(staff, stored=upload(staff), step="check", **MAPPING)
    answer = post(staff, **{**hidden(preview), "step": "import", "bad": bad})
    assert (answer.status_code, answer["Location"]) == (302, reverse("initiatives"))
    assert [each.name for each in Initiative.objects.order_by("name")] == names
    bridge = Initiative.objects.get(name="Bridge")
    assert (bridge.starts_on, bridge.baselines.get().budget, bridge.updates.get().scope) == (
        bridge.starts_on,
        2_500_000,
        "green",
    )
    assert not StoredFile.objects.exists()


def test_with_faults_nothing_is_imported_unless_somebody_says_how(staff: Client) -> None:
    preview = post(staff, stored=upload(staff), step="check", **MAPPING)
    answer = post(staff, **{**hidden(preview), "step": "import"})
    assert answer.status_code == 200
    assert not Initiative.objects.exists()


def test_the_next_file_with_these_columns_is_read_the_same_way(staff: Client) -> None:
    preview = post(staff, stored=upload(staff), step="check", **MAPPING)
    post(staff, **{**hidden(preview), "step": "import", "bad": "empty"})
    assert ColumnMapping.objects.get().fields == {
        "title": "name",
        "when": "starts_on",
        "money": "whole_budget",
        "colour": "overall",
        "rest": "",
    }
    page = post(staff, file=SimpleUploadedFile("again.csv", FILE)).content.decode()
    assert re.search(r'name="field-2".*?<option value="whole_budget" selected>', page, re.DOTALL)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"field-0": ""}, "which every row needs"),
        ({"field-3": "name"}, "is chosen for more than one column"),
        ({"year": "long ago"}, "Enter a whole number"),
    ],
)
def test_what_cannot_be_read_is_asked_again_with_everything_kept(
    staff: Client, change: dict[str, str], told: str
) -> None:
    answer = post(staff, stored=upload(staff), step="check", **{**MAPPING, **change})
    page = answer.content.decode()
    assert (answer.status_code, told in page) == (400, True)
    assert re.search(r'name="field-1".*?<option value="starts_on" selected>', page, re.DOTALL)


def test_an_ambiguous_day_is_asked_about(staff: Client) -> None:
    data = b"Name,Start\nA,03/04/2026\n"
    said = {"field-0": "name", "field-1": "starts_on"}
    stored = upload(staff, data)
    answer = post(staff, stored=stored, step="check", **said)
    assert (answer.status_code, "can be read in two ways" in answer.content.decode()) == (400, True)
    answer = post(staff, stored=stored, step="check", **said, **{"format-1": "mdy"})
    assert "Everything in order" in answer.content.decode()


def test_a_file_of_somebody_else_is_not_there(staff: Client, client: Client) -> None:
    stored = upload(staff)
    other = create_user(by=None, email="other@example.org", name="Other")
    grant_role(by=None, user=other, role=Role.SMO_STAFF)
    client.force_login(other)
    assert post(client, stored=stored, step="check", **MAPPING).status_code == 302
