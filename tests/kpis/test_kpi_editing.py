"""Defining KPIs, opening series and setting targets in the browser."""

import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from kpis.actions import (
    FAR_PAST,
    TargetEntry,
    create_kpi,
    open_series,
    record_measurements,
    set_targets,
)
from kpis.actions.measurements import Entry
from kpis.models import KPI, Definition, Series, SeriesTarget, SeriesTerm
from kpis.queries import definition_of
from tests.core.api.conftest import Caller
from tests.kpis.city import City, month
from tests.kpis.test_import_pages import browser

NEW = {
    "code": "losses",
    "name": "Water losses",
    "unit": "%",
    "decimals": "1",
    "owner": "",
    "tendency": "lagging",
    "purpose": "How much we lose",
    "method": "",
    "source": "meters",
    "frequency": "month",
    "due_days": "10",
    "time_rollup": "mean",
    "department_rollup": "weighted",
    "own_value": "adds",
    "missing_policy": "leave",
    "carry_limit": "",
    "min_coverage": "60",
    "direction": "down",
    "tolerance": "7",
    "target": "8",
    "red_line": "12.5",
    "best": "",
    "worst": "",
    "low": "",
    "high": "",
    "red_low": "",
    "red_high": "",
}


def posted(form: Any) -> dict[str, str]:
    """What a browser sends back when nothing on the shown form was changed."""
    shown = {field.html_name: field.value() for field in form if not field.field.disabled}
    return {name: str(value) for name, value in shown.items() if value is not None}


def defined(kpi: KPI, *names: str) -> tuple[Any, ...]:
    """Fields of the present definition."""
    return tuple(getattr(definition_of(kpi), name) for name in names)


def stored(row: Model, *but: str) -> dict[str, Any]:
    """What a row says, without what tells it apart from another of the same content."""
    own = {"id", "known_from", "created_at", "department_id", *but}
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.attname not in own
    }


def targets(code: str) -> set[tuple[str, int, float | None, float | None]]:
    """Present targets of a KPI: department, period, target, red line."""
    rows = SeriesTarget.objects.current().filter(kpi__code=code)
    return set(rows.values_list("department__code", "period", "target", "red_line"))


def test_a_kpi_is_defined_and_asks_who_reports_it(city: City) -> None:
    response = browser(city.staff).post("/performance/new-kpi/", NEW | {"owner": city.viewer.pk})
    assert (response.status_code, response["Location"]) == (302, "/performance/reported-by/losses/")
    kpi = KPI.objects.get(code="losses")
    assert (kpi.name, kpi.unit, kpi.owner, kpi.source) == ("Water losses", "%", city.viewer, "meters")
    assert defined(kpi, "time_rollup", "department_rollup", "due_days") == ("mean", "weighted", 10)
    assert defined(kpi, "min_coverage", "tolerance", "target", "red_line") == (0.6, 0.07, 8.0, 12.5)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"code": "complaints"}, "code"),
        ({"code": "a b"}, "code"),
        ({"red_line": "7"}, "target"),
        ({"target": "8,5"}, "target"),
        ({"low": "45"}, "low"),
        ({"direction": "band"}, "red_line"),
        ({"min_coverage": "101"}, "min_coverage"),
        ({"missing_policy": "carry"}, "carry_limit"),
        ({"direction": "band", "target": "", "red_line": "", "low": "55", "high": "45"}, "low"),
    ],
)
def test_what_is_wrong_stands_in_its_field_and_nothing_is_stored(
    city: City, wrong: dict[str, str], field: str
) -> None:
    response = browser(city.staff).post("/performance/new-kpi/", NEW | wrong)
    assert response.status_code == 400
    assert field in response.context["form"].errors
    assert KPI.objects.count() == 2


def test_saving_what_is_shown_changes_nothing(city: City) -> None:
    client = browser(city.staff)
    form = client.get("/performance/define/complaints/").context["form"]
    response = client.post("/performance/define/complaints/", posted(form))
    assert (response.status_code, response["Location"]) == (302, "/performance/kpis/complaints/")
    assert Definition.objects.filter(kpi=city.complaints).count() == 1


def test_a_changed_definition_closes_the_old_one(city: City) -> None:
    client = browser(city.staff)
    form = client.get("/performance/define/complaints/").context["form"]
    client.post("/performance/define/complaints/", posted(form) | {"name": "Grievances", "red_line": "14"})
    city.complaints.refresh_from_db()
    assert city.complaints.name == "Grievances"
    known = Definition.objects.filter(kpi=city.complaints).order_by("known_from")
    assert [(each.red_line, each.known_to is None) for each in known] == [(12.0, False), (14.0, True)]


def test_lines_left_over_from_the_old_direction_go(city: City) -> None:
    client = browser(city.staff)
    form = client.get("/performance/define/complaints/").context["form"]
    band = {"direction": "band", "low": "5", "high": "9"}
    assert client.post("/performance/define/complaints/", posted(form) | band).status_code == 302
    assert defined(city.complaints, "target", "red_line", "low", "high") == (None, None, 5.0, 9.0)


@pytest.mark.parametrize("stored", ["values", "targets"])
def test_the_frequency_stays_once_something_is_stored_by_it(city: City, stored: str) -> None:
    key = (city.complaints.pk, city["roads"].pk, month(2026, 3))
    if stored == "values":
        record_measurements(by=None, rows=[Entry(*key, 30.0)])
    else:
        set_targets(by=None, rows=[TargetEntry(*key, 9.0)])
    client = browser(city.staff)
    form = client.get("/performance/define/complaints/").context["form"]
    client.post("/performance/define/complaints/", posted(form) | {"frequency": "year"})
    assert defined(city.complaints, "frequency") == ("month",)


def test_a_department_begins_to_report(city: City) -> None:
    opening = {"department": "works", "steward": city.viewer.pk, "since": "2026-01-01", "weight": "2.5"}
    response = browser(city.staff).post("/performance/report-at/budget/", opening)
    assert response["Location"] == "/performance/kpis/budget/?department=works"
    term = SeriesTerm.objects.get(series__kpi=city.budget, series__department=city["works"])
    assert (term.series.steward, term.valid.lower, term.valid.upper, term.weight) == (
        city.viewer,
        dt.date(2026, 1, 1),
        None,
        2.5,
    )


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"department": "roads"}, "department"),
        ({"department": ""}, "department"),
        ({"weight": "-1"}, "weight"),
        ({"since": "2026-03-01", "until": "2026-03-01"}, "until"),
    ],
)
def test_a_series_that_cannot_be_is_refused_in_its_field(
    city: City, wrong: dict[str, str], field: str
) -> None:
    opening = {"department": "works", "weight": "1"} | wrong
    response = browser(city.staff).post("/performance/report-at/complaints/", opening)
    assert (response.status_code, list(response.context["form"].errors)) == (400, [field])
    assert Series.objects.filter(kpi=city.complaints).count() == 3


def test_a_series_ends_and_begins_again_with_another_steward(city: City) -> None:
    client = browser(city.staff)
    health = Series.objects.get(kpi=city.complaints, department=city["health"])
    client.post(f"/performance/series/{health.pk}/end/", {"on": "2026-01-01"})
    again = {"department": "health", "since": "2026-04-01", "weight": "1", "steward": city.head_of_works.pk}
    client.post("/performance/report-at/complaints/", again)
    health.refresh_from_db()
    terms = SeriesTerm.objects.current().filter(series=health).order_by("valid")
    assert [(each.valid.lower, each.valid.upper) for each in terms] == [
        (FAR_PAST, dt.date(2026, 1, 1)),
        (dt.date(2026, 4, 1), None),
    ]
    assert health.steward == city.head_of_works


def test_the_steward_is_changed(city: City) -> None:
    health = Series.objects.get(kpi=city.complaints, department=city["health"])
    response = browser(city.staff).post(f"/performance/series/{health.pk}/steward/", {"steward": ""})
    health.refresh_from_db()
    assert (response.status_code, health.steward) == (302, None)


def test_targets_of_a_year_are_set(city: City) -> None:
    client, roads = browser(city.staff), Series.objects.get(kpi=city.complaints, department=city["roads"])
    path = f"/performance/series/{roads.pk}/targets/?period=2026"
    jan, feb = month(2026, 1), month(2026, 2)
    typed = {f"target_{jan}": "9", f"red_line_{jan}": "11", f"target_{feb}": "0"}
    response = client.post(path, posted(client.get(path).context["form"]) | typed)
    assert response["Location"] == "/performance/kpis/complaints/?department=roads"
    assert targets("complaints") == {("roads", jan, 9.0, 11.0), ("roads", feb, 0.0, None)}


def test_targets_that_were_not_touched_stay_as_they_are(city: City) -> None:
    roads = Series.objects.get(kpi=city.complaints, department=city["roads"])
    jan, feb = month(2026, 1), month(2026, 2)
    keep = TargetEntry(city.complaints.pk, city["roads"].pk, jan, 9.1, 11.0, best=1.0, note="agreed")
    drop = TargetEntry(city.complaints.pk, city["roads"].pk, feb, 8.0)
    set_targets(by=None, rows=[keep, drop])
    client, path = browser(city.staff), f"/performance/series/{roads.pk}/targets/?period=2026"
    client.post(path, posted(client.get(path).context["form"]) | {f"target_{feb}": ""})
    rows = SeriesTarget.objects.order_by("period", "known_from")
    assert [(row.period, row.target, row.best, row.note, row.known_to is None) for row in rows] == [
        (jan, 9.1, 1.0, "agreed", True),
        (feb, 8.0, None, "", False),
        (feb, None, None, "", True),
    ]


def test_empty_periods_are_filled_together(city: City) -> None:
    roads = Series.objects.get(kpi=city.complaints, department=city["roads"])
    typed = {"fill_target": "9", "fill_red_line": "10", f"target_{month(2026, 5)}": "7"}
    browser(city.staff).post(f"/performance/series/{roads.pk}/targets/?period=2026", typed)
    filled = {("roads", month(2026, each), 9.0, 10.0) for each in range(1, 13) if each != 5}
    assert targets("complaints") == {*filled, ("roads", month(2026, 5), 7.0, None)}


def test_form_and_api_leave_identical_targets(city: City, sam: Caller) -> None:
    roads = Series.objects.get(kpi=city.complaints, department=city["roads"])
    may = month(2026, 5)
    typed = {f"target_{may}": "9", f"red_line_{may}": "10.5"}
    browser(city.staff).post(f"/performance/series/{roads.pk}/targets/?period=2026", typed)
    row = {"kpi": "complaints", "department": "parks", "period": "2026-05", "target": 9, "red_line": 10.5}
    sam("PUT", "targets/", [row])
    by_form, by_api = (stored(SeriesTarget.objects.get(department=city[each])) for each in ("roads", "parks"))
    assert by_form == by_api


def test_form_and_api_leave_identical_kpis(city: City, sam: Caller) -> None:
    browser(city.staff).post("/performance/new-kpi/", NEW)
    written = (
        "name",
        "unit",
        "purpose",
        "source",
        "frequency",
        "time_rollup",
        "department_rollup",
        "direction",
    )
    numbers = {"due_days": 10, "min_coverage": 0.6, "tolerance": 0.07, "target": 8, "red_line": 12.5}
    sam("POST", "kpis/", {"code": "leaks", **{name: NEW[name] for name in written}, **numbers})
    made = [KPI.objects.get(code=each) for each in ("losses", "leaks")]
    by_form, by_api = ((stored(kpi, "code"), stored(definition_of(kpi), "kpi_id")) for kpi in made)
    assert by_form == by_api


def test_lines_out_of_order_are_told_in_their_period(city: City) -> None:
    roads = Series.objects.get(kpi=city.complaints, department=city["roads"])
    march = month(2026, 3)
    typed = {f"target_{month(2026, 1)}": "9", f"target_{march}": "9", f"red_line_{march}": "8"}
    response = browser(city.staff).post(f"/performance/series/{roads.pk}/targets/?period=2026", typed)
    assert (response.status_code, list(response.context["form"].errors)) == (400, [f"target_{march}"])
    assert targets("complaints") == set()


def test_a_grid_offers_the_periods_in_which_the_department_reports(city: City) -> None:
    works = open_series(
        by=None,
        kpi=city.complaints,
        department=city["works"],
        since=dt.date(2026, 11, 1),
        until=dt.date(2027, 2, 1),
    )
    client = browser(city.staff)
    shown = [
        [text for _period, text, _fields in client.get(f"{path}?period={year}").context["form"].rows()]
        for path in [f"/performance/series/{works.pk}/targets/"]
        for year in (2025, 2026, 2027)
    ]
    assert shown == [[], ["November 2026", "December 2026"], ["January 2027"]]


def test_a_band_asks_for_its_edges(city: City) -> None:
    client = browser(city.staff)
    form = client.get("/performance/define/budget/").context["form"]
    client.post("/performance/define/budget/", posted(form) | {"direction": "band"})
    series = Series.objects.get(kpi=city.budget)
    path = f"/performance/series/{series.pk}/targets/?period=2026"
    assert list(client.get(path).context["form"].lines) == ["red_low", "low", "high", "red_high"]
    client.post(path, {"low_2026": "45", "high_2026": "55"})
    row = SeriesTarget.objects.get()
    assert (row.period, row.red_low, row.low, row.high, row.red_high) == (2026, None, 45.0, 55.0, None)


@pytest.mark.parametrize("period", ["2026-03", "soon"])
def test_an_unknown_year_is_not_found(city: City, period: str) -> None:
    series = Series.objects.get(kpi=city.budget)
    path = f"/performance/series/{series.pk}/targets/?period={period}"
    assert browser(city.staff).get(path).status_code == 404


def test_the_page_of_who_reports_it_asks_equally_often(city: City) -> None:
    client = browser(city.staff)
    client.get("/performance/reported-by/complaints/")  # what a process keeps is there from now on
    asked = []
    for department in ("works", "city"):
        with CaptureQueriesContext(connection) as captured:
            page = client.get("/performance/reported-by/complaints/")
        asked.append((page.status_code, len(captured)))
        open_series(by=None, kpi=city.complaints, department=city[department], steward=city.staff)
    assert asked[0] == asked[1]


def test_only_the_days_of_a_series_have_a_page_of_their_own(city: City) -> None:
    daily = {"frequency": "day", "direction": "down", "time_rollup": "sum", "department_rollup": "sum"}
    calls = create_kpi(by=None, code="calls", name="Calls", **daily)
    by_day = open_series(by=None, kpi=calls, department=city["health"])
    by_month = Series.objects.get(kpi=city.complaints, department=city["health"])
    client = browser(city.staff)
    pages = {
        kpi: client.get(f"/performance/reported-by/{kpi}/").content.decode()
        for kpi in ("calls", "complaints")
    }
    shown = {kpi: re.findall(r'href="([^"]*targets/[^"]*)"', page) for kpi, page in pages.items()}
    assert f"/performance/series/{by_day.pk}/targets/" in shown["calls"]
    assert f"/performance/targets/complaints/#department-{by_month.department_id}" in shown["complaints"]
    assert not any(address.startswith("/performance/series/") for address in shown["complaints"])
    grid = client.get("/performance/targets/complaints/").content.decode()
    assert f'id="department-{by_month.department_id}"' in grid


def test_nobody_reports_a_formula(city: City) -> None:
    rate = create_kpi(by=None, code="rate", name="Rate", direction="up", formula="complaints / budget")
    page = browser(city.staff).get(f"/performance/reported-by/{rate.code}/").content.decode()
    assert "What Rate is computed from" in page
    inputs = ["/performance/reported-by/complaints/", "/performance/reported-by/budget/"]
    assert [f'href="{each}"' in page for each in [*inputs, "/performance/targets/rate/"]] == [True] * 3
    assert "/performance/report-at/" not in page
    grid = browser(city.staff).get("/performance/targets/rate/")
    assert (grid.status_code, grid.context["grid"].of_series) == (200, False)


@pytest.mark.parametrize("person", ["steward_of_health", "viewer"])
def test_only_the_strategy_office_and_heads_define(city: City, person: str) -> None:
    client, series = browser(getattr(city, person)), Series.objects.get(kpi=city.budget)
    paths = [
        "/performance/new-kpi/",
        "/performance/define/budget/",
        "/performance/reported-by/budget/",
        "/performance/report-at/budget/",
        *(f"/performance/series/{series.pk}/{page}/" for page in ("steward", "end", "targets")),
    ]
    assert [client.get(path).status_code for path in paths] == [403] * 7
    page = client.get("/performance/kpis/budget/").content.decode()
    assert "/performance/define/" not in page


def test_the_kpi_page_and_the_library_lead_there(city: City) -> None:
    client = browser(city.staff)
    page = client.get("/performance/kpis/complaints/").content.decode()
    assert "/performance/define/complaints/" in page
    assert "/performance/reported-by/complaints/" in page
    assert "/performance/new-kpi/" in client.get("/performance/kpis/").content.decode()


def test_what_is_not_there_is_not_found(city: City) -> None:
    client = browser(city.staff)
    paths = ["/performance/define/nothing/", "/performance/report-at/nothing/", "/performance/series/0/end/"]
    assert [client.get(path).status_code for path in paths] == [404] * 3
