"""Targets of a year: as a grid for all departments, copied, grown and spread."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from kpis.actions import (
    Entry,
    TargetEntry,
    change_kpi,
    create_kpi,
    open_series,
    record_measurements,
    roll_up_dirty,
    set_targets,
)
from kpis.cells import read_many
from kpis.engine.frequency import Frequency, Period
from kpis.forms.target_grid import TargetGridForm
from kpis.models import CellTarget, SeriesTarget
from kpis.queries import calendar, definition_of
from kpis.store.rules import rules_of
from tests.kpis.city import City, month
from tests.kpis.test_import_pages import browser
from tests.kpis.test_kpi_editing import posted, targets

YEAR = timezone.localdate().year
GRID = f"/performance/targets/complaints/?year={YEAR}"


def of_year(city: City, code: str, year: int, *values: float, **lines: Any) -> None:
    """Store targets of the first months of a year."""
    rows = [
        TargetEntry(city.complaints.pk, city[code].pk, month(year, place), value, **lines)
        for place, value in enumerate(values, start=1)
    ]
    set_targets(by=None, rows=rows)


def name(city: City, code: str, place: int, year: int = YEAR) -> str:
    """The field of a department and month."""
    return f"{city[code].pk}_{month(year, place)}"


def test_the_grid_sets_targets_of_several_departments(city: City) -> None:
    of_year(city, "parks", YEAR, 5.0, red_line=7.0)
    client = browser(city.staff)
    form = client.get(GRID).context["form"]
    typed = {name(city, "roads", 1): "9", name(city, "parks", 1): "4", name(city, "health", 2): "3.5"}
    assert client.post(GRID, posted(form) | typed).status_code == 302
    assert targets("complaints") == {
        ("roads", month(YEAR, 1), 9.0, None),
        ("parks", month(YEAR, 1), 4.0, 7.0),
        ("health", month(YEAR, 2), 3.5, None),
    }
    assert SeriesTarget.objects.count() == 4


def test_another_line_of_the_same_targets_is_set(city: City) -> None:
    of_year(city, "roads", YEAR, 9.0)
    path = f"{GRID}&line=red_line"
    browser(city.staff).post(path, {name(city, "roads", 1): "11"})
    assert targets("complaints") == {("roads", month(YEAR, 1), 9.0, 11.0)}


@pytest.mark.parametrize(("text", "number"), [("9,5", 9.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5)])
def test_targets_are_read_as_people_write_them(city: City, text: str, number: float) -> None:
    browser(city.staff).post(GRID, {name(city, "roads", 1): text})
    assert targets("complaints") == {("roads", month(YEAR, 1), number, None)}


def test_a_target_that_is_shown_is_left_alone_in_every_language(city: City) -> None:
    of_year(city, "roads", YEAR, 1.234)
    grid = browser(city.staff).get(GRID).context["grid"]
    with translation.override("de"):
        form = TargetGridForm({name(city, "roads", 1): "1.234"}, grid=grid)
        assert (form.is_valid(), form.changed_rows()) == (True, [])


def test_what_cannot_be_is_told_in_its_cell(city: City) -> None:
    of_year(city, "roads", YEAR, 9.0, red_line=12.0)
    typed = {name(city, "roads", 1): "13", name(city, "parks", 2): "7"}
    response = browser(city.staff).post(GRID, typed)
    assert (response.status_code, list(response.context["form"].errors)) == (400, [name(city, "roads", 1)])
    assert targets("complaints") == {("roads", month(YEAR, 1), 9.0, 12.0)}


def test_a_target_of_a_cell_stands_before_what_is_rolled_up(city: City) -> None:
    for code in ("roads", "parks", "health"):
        of_year(city, code, YEAR, *([5.0] * 12), red_line=6.0)
    client, path = browser(city.staff), f"{GRID}&by=year"
    year_of_works, year_of_city = (f"{city[code].pk}_{YEAR}" for code in ("works", "city"))
    form = client.get(path).context["form"]
    assert [form[each].field.widget.attrs["placeholder"] for each in (year_of_city, year_of_works)] == [
        "180.0",
        "120.0",
    ]
    client.post(path, {year_of_works: "100"})
    rows = CellTarget.objects.values_list("department__code", "frequency", "period", "target")
    assert list(rows) == [("works", "year", YEAR, 100.0)]
    roll_up_dirty()
    known, year = rules_of(definition_of(city.complaints)), Period(Frequency.YEAR, YEAR)
    wanted = [(city[code].pk, known) for code in ("works", "city")]
    cells = read_many(wanted, [year], calendar(), timezone.localdate())
    assert [row[0].anchors[:2] for row in cells] == [(100.0, 124.0), (180.0, 216.0)]
    shown = {row.department.code: cells[0] for row, cells in client.get(path).context["form"].rows()}
    assert (shown["works"].rolled, shown["city"].rolled) == ("120.0", "")


def test_an_emptied_cell_takes_what_is_rolled_up_again(city: City) -> None:
    client, path = browser(city.staff), f"{GRID}&by=year"
    field = f"{city['works'].pk}_{YEAR}"
    client.post(path, {field: "100"})
    client.post(path, {field: ""})
    assert [row.target for row in CellTarget.objects.current()] == [None]


def test_a_head_sets_what_lies_within_reach_and_sees_the_rest(city: City) -> None:
    of_year(city, "health", YEAR, 5.0)
    client = browser(city.head_of_works)
    form = client.get(GRID).context["form"]
    assert name(city, "roads", 1) in form.fields
    assert name(city, "health", 1) not in form.fields
    [health] = [cells for row, cells in form.rows() if row.department.code == "health"]
    assert (health[0].text, health[0].field) == ("5.0", None)
    client.post(GRID, {name(city, "health", 1): "9", name(city, "roads", 1): "8"})
    assert targets("complaints") == {
        ("health", month(YEAR, 1), 5.0, None),
        ("roads", month(YEAR, 1), 8.0, None),
    }


@pytest.mark.parametrize("query", ["by=week", "line=low", "year=soon"])
def test_an_unknown_grid_is_not_found(city: City, query: str) -> None:
    assert browser(city.staff).get(f"/performance/targets/complaints/?{query}").status_code == 404


def test_the_grid_asks_as_often_for_three_departments_as_for_five(city: City) -> None:
    client = browser(city.staff)
    asked: list[int] = []
    client.get(GRID)  # whatever is read once
    for _time in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(GRID).status_code == 200
        asked.append(len(captured))
        for code in ("works", "city"):
            if not asked[1:]:
                open_series(by=None, kpi=city.complaints, department=city[code])
    assert asked[0] == asked[1]


def make(city: City, how: str, **fields: Any) -> Any:
    """Ask what would change, then have it set; returns the preview."""
    client, path = browser(city.staff), f"/performance/make-targets/{how}/complaints/"
    shown = client.get(path, {**fields, "go": "1"})
    if shown.context["proposals"]:
        assert client.post(path, fields).status_code == 302
    return shown


def test_last_years_targets_are_copied_with_their_lines(city: City) -> None:
    of_year(city, "roads", YEAR - 1, 9.0, 8.0, red_line=12.0)
    of_year(city, "parks", YEAR - 1, 5.0)
    shown = make(city, "copy", source_year=YEAR - 1, year=YEAR, departments=["roads"])
    assert [(row.department, row.lines) for row in shown.context["proposals"]] == [
        ("Roads", [("Target", "–", "9.0"), ("Red line", "–", "12.0")]),
        ("Roads", [("Target", "–", "8.0"), ("Red line", "–", "12.0")]),
    ]
    copied = {(code, period): value for code, period, value, _red in targets("complaints")}
    assert copied == {
        ("roads", month(YEAR - 1, 1)): 9.0,
        ("roads", month(YEAR - 1, 2)): 8.0,
        ("parks", month(YEAR - 1, 1)): 5.0,
        ("roads", month(YEAR, 1)): 9.0,
        ("roads", month(YEAR, 2)): 8.0,
    }


def test_one_departments_targets_are_copied_to_others(city: City) -> None:
    of_year(city, "roads", YEAR, 9.0)
    make(city, "copy", source_year=YEAR, year=YEAR, source="roads", departments=["parks", "health"])
    assert targets("complaints") == {
        (code, month(YEAR, 1), 9.0, None) for code in ("roads", "parks", "health")
    }


def test_targets_grow_by_a_percentage_rounded_to_the_decimals(city: City) -> None:
    of_year(city, "roads", YEAR - 1, 9.0, 8.5, red_line=12.0)
    make(city, "grow", source_year=YEAR - 1, year=YEAR, percent="-5")
    grown = {row for row in targets("complaints") if row[1] >= month(YEAR, 1)}
    assert grown == {("roads", month(YEAR, 1), 8.6, 11.4), ("roads", month(YEAR, 2), 8.1, 11.4)}


def test_a_figure_is_spread_as_last_year_went(city: City) -> None:
    actuals = [10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40]
    key = (city.complaints.pk, city["roads"].pk)
    rows = [Entry(*key, month(YEAR - 1, place), float(each)) for place, each in enumerate(actuals, start=1)]
    record_measurements(by=None, rows=rows)
    shown = make(city, "spread", department="roads", year=YEAR, target="150", red_line="300")
    assert shown.context["form"].remark == ""
    spread = [(row[2], row[3]) for row in sorted(targets("complaints"), key=lambda row: row[1])]
    assert spread == [(each / 2, float(each)) for each in actuals]


def test_without_actuals_a_figure_is_spread_evenly_and_says_so(city: City) -> None:
    shown = make(city, "spread", department="roads", year=YEAR, target="120")
    assert shown.context["form"].remark.startswith("No actuals of the year before")
    assert {row[2] for row in targets("complaints")} == {10.0}


def test_a_band_is_not_spread(city: City) -> None:
    change_kpi(by=None, kpi=city.complaints, direction="band", target=None, red_line=None, low=5.0, high=9.0)
    path = "/performance/make-targets/spread/complaints/"
    asked: dict[str, Any] = {"department": "roads", "year": YEAR, "target": "9", "go": "1"}
    shown = browser(city.staff).get(path, asked)
    assert list(shown.context["form"].errors) == ["target"]


def test_nothing_is_made_of_nothing(city: City) -> None:
    shown = make(city, "copy", source_year=YEAR - 1, year=YEAR)
    assert "Nothing would change" in shown.content.decode()


def test_targets_of_a_daily_kpi_are_made_from_its_grid_of_months(city: City) -> None:
    counted = {"frequency": "day", "direction": "up", "time_rollup": "sum", "department_rollup": "sum"}
    kpi = create_kpi(by=None, code="visits", name="Visits", **counted)
    open_series(by=None, kpi=kpi, department=city["roads"], since=dt.date(2020, 1, 1))
    page = browser(city.staff).get("/performance/targets/visits/?year=2026")
    assert [each.text for each in page.context["kinds"]] == ["Months", "Quarters", "Half-years", "Year"]
    assert "/performance/make-targets/spread/visits/?year=2026" in page.content.decode()


def test_a_weekly_kpi_has_a_grid_of_weeks_and_of_cells(city: City) -> None:
    counted = {"frequency": "week", "direction": "up", "time_rollup": "sum", "department_rollup": "sum"}
    kpi = create_kpi(by=None, code="visits", name="Visits", **counted)
    open_series(by=None, kpi=kpi, department=city["roads"], since=dt.date(2020, 1, 1))
    page = browser(city.staff).get("/performance/targets/visits/?year=2026")
    assert len(page.context["heads"]) == 52
    assert [each.text for each in page.context["kinds"]] == [
        "As reported",
        "Months",
        "Quarters",
        "Half-years",
        "Year",
    ]
