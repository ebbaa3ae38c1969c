"""Finding KPIs by what they are and lack, where they are used, and which may be one twice."""

import io
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from python_calamine import CalamineWorkbook

from kpis.actions import change_kpi, change_steward, create_kpi
from kpis.duplicates import possible_duplicates, similar_kpis
from kpis.models import KPI, Definition
from strategy.actions import add_objective, create_plan, link_kpi
from tests.kpis.city import City
from tests.kpis.test_import_pages import browser
from tests.kpis.test_library import codes

COUNTED = {"frequency": "month", "direction": "down", "time_rollup": "sum", "department_rollup": "sum"}


@pytest.fixture
def library(city: City) -> Client:
    """Complaints, rated and approved, with an owner; the budget with none of it; a formula of them."""
    change_kpi(by=None, kpi=city.complaints, quality="low", owner=city.staff, approval_needed=True)
    for series in city.complaints.series.all():
        change_steward(by=None, series=series, steward=city.staff)
    change_kpi(by=None, kpi=city.budget, tendency="leading")
    create_kpi(by=None, code="share", name="Share", unit="%", **COUNTED)
    Definition.objects.filter(kpi__code="share").update(kind="formula", formula="complaints")
    return browser(city.staff)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=formula", ["share"]),
        ("kind=reported", ["budget", "complaints"]),
        ("quality=low", ["complaints"]),
        ("quality=none", ["budget", "share"]),
        ("quality=old", []),
        ("approval=yes", ["complaints"]),
        ("approval=no", ["budget", "share"]),
        ("tendency=leading", ["budget"]),
        ("reports=roads", ["complaints"]),
        ("reports=nowhere", []),
        ("lacks=owner", ["budget", "share"]),
        ("lacks=steward", ["budget"]),
        ("lacks=target", ["budget", "share"]),
        ("lacks=series", []),
        ("lacks=sense", []),
        ("status=unscored", []),
        ("status=not_applicable&kind=formula", ["share"]),
        ("order=quality", ["budget", "share", "complaints"]),
        ("kind=reported&lacks=owner", ["budget"]),
    ],
)
def test_it_finds_by_what_kpis_are_and_lack(library: Client, query: str, found: list[str]) -> None:
    assert codes(library, query) == found


def test_a_rating_of_long_ago_is_found(library: Client, city: City) -> None:
    long_ago = timezone.localdate().replace(year=timezone.localdate().year - 2, day=1)
    change_kpi(by=None, kpi=city.complaints, quality="low", quality_rated_on=long_ago)
    assert codes(library, "quality=old") == ["complaints"]


def test_chosen_filters_stay_in_sight(library: Client) -> None:
    page = library.get("/performance/kpis/?approval=yes&lacks=owner")
    assert page.context["more_chosen"] == 2
    assert '<details class="more-filters" open>' in page.content.decode()


def in_plan(city: City) -> None:
    """The complaints measure two objectives of a plan."""
    plan = create_plan(by=city.staff, name="Harbour 2030", code="h30")
    for code in ("O1", "O2"):
        objective = add_objective(by=city.staff, plan=plan, code=code, name=f"Objective {code}")
        link_kpi(by=city.staff, objective=objective, kpi=city.complaints)


def test_it_says_on_which_scorecards_a_kpi_is(library: Client, city: City) -> None:
    in_plan(city)
    rows = {row.kpi.code: used_by for row, used_by in library.get("/performance/kpis/").context["rows"]}
    [used_by] = rows["complaints"]
    assert 'title="Harbour 2030: Objective O1">O1</a>' in used_by
    assert rows["budget"] == []


def test_a_draft_is_not_told_to_whom_it_is_hidden(library: Client, city: City) -> None:
    in_plan(city)
    rows = browser(city.viewer).get("/performance/kpis/").context["rows"]
    assert [used_by for _row, used_by in rows] == [[], [], []]


def test_usage_takes_one_query_however_many_there_are(library: Client, city: City) -> None:
    asked = []
    for number in range(3):
        with CaptureQueriesContext(connection) as captured:
            library.get("/performance/kpis/")
        asked.append(len(captured))
        if number == 1:
            in_plan(city)
    assert asked[1] == asked[2]


def test_the_list_is_given_as_a_workbook(library: Client) -> None:
    answer = library.get("/performance/kpis/?format=xlsx&order=name")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0)
    head, *rows = sheet.to_python()
    found = [{name: row[place] for place, name in enumerate(head)} for row in rows]
    assert [(each["code"], each["kind"], each["data_quality"]) for each in found] == [
        ("budget", "reported", ""),
        ("complaints", "reported", "low"),
        ("share", "formula", ""),
    ]
    assert found[1]["quality_rated_on"] == timezone.localdate()


def alike(user: Any) -> list[tuple[str, str]]:
    """Codes of the pairs that may be one KPI twice."""
    return [(pair.one.code, pair.other.code) for pair in possible_duplicates(user)]


def test_names_alike_of_one_unit_may_be_one_kpi_twice(city: City) -> None:
    change_kpi(by=None, kpi=city.complaints, name="Complaints received", unit="complaints")
    for code, name, unit in [
        ("received", "Received  complaints", "Complaints"),
        ("days", "Complaints received", "days"),
        ("spent", "Money spent", "complaints"),
        ("other", "Complaints receivable", "EUR"),
    ]:
        create_kpi(by=None, code=code, name=name, unit=unit, **COUNTED)
    assert alike(city.staff) == [("complaints", "days"), ("complaints", "received")]
    page = browser(city.staff).get("/performance/duplicates/").content.decode()
    assert page.count('class="panel twins"') == 2


def test_without_duplicates_the_page_says_so(city: City) -> None:
    assert "No duplicates" in browser(city.staff).get("/performance/duplicates/").content.decode()


@pytest.mark.parametrize(
    ("name", "unit", "found"),
    [
        ("Complaint", "", ["complaints"]),
        ("complaints", "EUR", ["complaints"]),
        ("Complaint", "EUR", []),
        ("Budgets", "", ["budget"]),
        ("co", "", []),
        ("", "", []),
        ("x\x00y\x00z", "\x00", []),
    ],
)
def test_a_new_kpi_that_is_there_already_is_told_of(
    city: City, name: str, unit: str, found: list[str]
) -> None:
    KPI.objects.update(unit="pieces")
    assert [each.code for each in similar_kpis(city.staff, name, unit)] == found


def test_the_form_of_a_new_kpi_asks_what_is_there(city: City) -> None:
    client = browser(city.staff)
    assert 'hx-get="/performance/similar-kpis/"' in client.get("/performance/new-kpi/").content.decode()
    told = client.get("/performance/similar-kpis/", {"name": "Complaints"}).content.decode()
    assert '<a href="/performance/kpis/complaints/">Complaints</a>' in told
