"""Entering one value in the browser."""

from typing import Any

import pytest

from kpis.models import Measurement
from tests.core.api.conftest import Caller
from tests.kpis.city import City, current, month
from tests.kpis.test_import_pages import browser

PATH = "/performance/enter/complaints/"
MARCH = {
    "department": "roads",
    "period": "2026-03",
    "value": "30",
    "note": "by hand",
    "reason": "",
    "next": "/",
}


def test_a_value_is_stored_and_leads_back(city: City) -> None:
    response = browser(city.head_of_works).post(PATH, MARCH)
    assert (response.status_code, response["Location"]) == (302, "/")
    assert current() == {("complaints", "roads", month(2026, 3), 30.0)}


def test_errors_stand_in_their_fields_and_keep_what_was_typed(city: City) -> None:
    response = browser(city.staff).post(PATH, MARCH | {"value": "1,234.5", "period": "2026-Q1"})
    form = response.context["entry_form"]
    assert (response.status_code, sorted(form.errors)) == (400, ["period", "value"])
    assert "1,234.5" in response.content.decode()
    assert current() == set()


@pytest.mark.parametrize(
    ("person", "department", "status"),
    [("head_of_works", "health", 403), ("steward_of_health", "health", 302), ("viewer", "roads", 403)],
)
def test_people_enter_what_is_theirs(city: City, person: str, department: str, status: int) -> None:
    response = browser(getattr(city, person)).post(PATH, MARCH | {"department": department})
    assert (response.status_code, len(current())) == (status, 1 if status == 302 else 0)


def test_the_form_offers_the_departments_that_are_mine(city: City) -> None:
    form = browser(city.head_of_works).get(f"{PATH}?next=/").context["entry_form"]
    assert form.fields["department"].widget.choices == [("parks", "Parks"), ("roads", "Roads")]


def test_it_never_leads_to_another_site(city: City) -> None:
    response = browser(city.staff).post(PATH, MARCH | {"next": "https://elsewhere.example/"})
    assert response["Location"].startswith("/performance/")


def test_an_unknown_kpi_is_not_found(city: City) -> None:
    assert browser(city.staff).get("/performance/enter/nothing/").status_code == 404


def test_form_and_api_leave_identical_rows(city: City, sam: Caller) -> None:
    browser(city.staff).post(PATH, MARCH | {"reason": "recount"})
    row = {"kpi": "complaints", "department": "parks", "period": "2026-03", "value": 30}
    sam("PUT", "measurements/", [row | {"note": "by hand", "reason": "recount"}])

    def rows(department: str) -> list[Any]:
        same = Measurement.objects.filter(department=city[department])
        return list(
            same.values(
                "kpi",
                "period",
                "value",
                "pending",
                "note",
                "reason",
                "external_id",
                "known_to",
                "recorded_by",
                "approved_by",
            )
        )

    assert rows("roads") == rows("parks")
    assert len(rows("roads")) == 1
