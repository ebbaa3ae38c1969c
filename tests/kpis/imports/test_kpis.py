"""manage.py import_kpis."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from core.errors import Fault, Refused
from core.tabular import Column
from kpis.actions import FAR_PAST, close_series
from kpis.imports import registry
from kpis.models import KPI, Definition, Series, SeriesTerm
from org.models import User
from tests.kpis.city import City
from tests.kpis.imports.commands import run, write_csv

HEAD = ["code", "name", "unit", "direction", "frequency", "time_rollup", "department_rollup", "departments"]
RATE = ["rate", "Resolution rate", "%", "up", "month", "mean", "mean", "roads;parks"]

NO_NUMBER = "is no number: write it like 1234.5, without unit or separators."


def defined(code: str) -> dict[str, Any]:
    """What is stored of a KPI, with the departments that report it."""
    kpi = KPI.objects.get(code=code)
    now = Definition.objects.current().get(kpi=kpi)
    reporting = Series.objects.filter(kpi=kpi).values_list("department__code", flat=True)
    counted = (now.direction, now.frequency, now.time_rollup, now.department_rollup)
    return {
        "card": (kpi.name, kpi.unit),
        "counted": counted,
        "anchors": (now.target, now.red_line),
        "departments": sorted(reporting),
    }


def test_a_kpi_is_defined_with_a_series_for_each_department(city: City, tmp_path: Path) -> None:
    done = run("import_kpis", write_csv(tmp_path / "k.csv", [[*HEAD, "target", "red_line"], [*RATE, 90, 80]]))
    assert (done.code, done.out, done.err) == (0, ["Imported: 1 new KPIs, 2 new series"], [])
    assert defined("rate") == {
        "card": ("Resolution rate", "%"),
        "counted": ("up", "month", "mean", "mean"),
        "anchors": (90.0, 80.0),
        "departments": ["parks", "roads"],
    }


def test_without_departments_the_one_at_the_top_reports(city: City, tmp_path: Path) -> None:
    run("import_kpis", write_csv(tmp_path / "k.csv", [HEAD, [*RATE[:-1], ""]]))
    assert defined("rate")["departments"] == ["city"]


@pytest.mark.parametrize("cell", ["roads;parks", "roads|parks", "roads, parks", "Roads parks roads"])
def test_departments_are_separated_in_any_usual_way(city: City, tmp_path: Path, cell: str) -> None:
    run("import_kpis", write_csv(tmp_path / "k.csv", [HEAD, [*RATE[:-1], cell]]))
    assert defined("rate")["departments"] == ["parks", "roads"]


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        (["Higher is better", "Monthly", "Average", "weighted mean"], ("up", "month", "mean", "weighted")),
        (["LOWER", "annual", "latest", "none"], ("down", "year", "last", "none")),
        (["between", "Weekly", "total", "highest"], ("band", "week", "sum", "max")),
    ],
)
def test_usual_words_are_understood(
    city: City, tmp_path: Path, words: list[str], counted: tuple[str, ...]
) -> None:
    done = run("import_kpis", write_csv(tmp_path / "k.csv", [HEAD, [*RATE[:3], *words, ""]]))
    assert done.err == []
    assert defined("rate")["counted"] == counted


def test_a_known_code_is_changed_and_named(city: City, tmp_path: Path) -> None:
    head, row = [*HEAD, "target"], ["Complaints", "Complaints received", "", "", "", "", "", "works", "7"]
    done = run("import_kpis", write_csv(tmp_path / "k.csv", [head, row]))
    assert done.out == ["Imported: 1 changed KPIs, 1 new series", "Changed: complaints"]
    assert defined("complaints") == {
        "card": ("Complaints received", ""),
        "counted": ("down", "month", "sum", "sum"),
        "anchors": (7.0, 12.0),
        "departments": ["health", "parks", "roads", "works"],
    }


def test_a_kpi_of_a_file_asks_for_approval(city: City, tmp_path: Path) -> None:
    head = [*HEAD, "approval_needed"]
    run("import_kpis", write_csv(tmp_path / "k.csv", [head, [*RATE, "Yes"]]))
    assert KPI.objects.get(code="rate").approval_needed
    run("import_kpis", write_csv(tmp_path / "k.csv", [head, [*RATE, ""]]))
    assert KPI.objects.get(code="rate").approval_needed
    run("import_kpis", write_csv(tmp_path / "k.csv", [head, [*RATE, "no"]]))
    assert not KPI.objects.get(code="rate").approval_needed
    refused = run("import_kpis", write_csv(tmp_path / "k.csv", [head, [*RATE, "perhaps"]]))
    assert refused.code != 0
    assert "'perhaps' is not understood; accepted are: yes, no." in "".join(refused.err)


def test_the_same_file_again_changes_nothing(city: City, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "k.csv", [HEAD, RATE])
    run("import_kpis", path)
    assert run("import_kpis", path).out == ["Imported: 1 unchanged KPIs"]
    assert SeriesTerm.objects.filter(series__kpi__code="rate").count() == 2


def test_a_dry_run_stores_nothing(city: City, tmp_path: Path) -> None:
    done = run("import_kpis", write_csv(tmp_path / "k.csv", [HEAD, RATE]), "--dry-run")
    assert done.out == ["Would import: 1 new KPIs, 2 new series"]
    assert not KPI.objects.filter(code="rate").exists()


@pytest.mark.parametrize(
    ("cells", "faults"),
    [
        ({"direction": "x"}, ["direction: 'x' is not understood; accepted are: up, down, band."]),
        ({"direction": "", "frequency": ""}, [f"{name}: A new KPI needs this." for name in HEAD[3:5]]),
        ({"departments": "roads;port"}, ["departments: There is no department port."]),
        ({"code": "a b"}, ["code: 'a b' is no code: use letters, digits and . _ - : / without spaces."]),
        ({"code": "x" * 61}, ["code: Ensure this value has at most 60 characters (it has 61)."]),
        ({"target": "90 %"}, [f"target: '90 %' {NO_NUMBER}"]),
        ({"target": "0"}, ["target: a target of 0 needs a red line"]),
        ({"decimals": "1.5"}, ["decimals: A whole number from 0 to 6."]),
        ({"owner": "x@city.example"}, ["owner: There is nobody with the address 'x@city.example'."]),
        ({"direction": "x", "decimals": "y"}, [f"decimals: 'y' {NO_NUMBER}"]),
    ],
)  # fmt: skip
def test_a_bad_row_is_told_and_nothing_is_stored(
    city: City, tmp_path: Path, cells: dict[str, str], faults: list[str]
) -> None:
    row = dict(zip(HEAD, RATE, strict=True)) | cells
    path = write_csv(
        tmp_path / "k.csv", [list(row), ["fine", *RATE[1:], *[""] * (len(row) - len(RATE))], row.values()]
    )
    done = run("import_kpis", path)
    assert (done.code, done.err) == (2, [f"k.csv: line 3, {fault}" for fault in faults])
    assert not KPI.objects.filter(code="fine").exists()


def test_bad_rows_can_be_left_out_and_leave_nothing_behind(city: City, tmp_path: Path) -> None:
    rows = [HEAD, RATE, ["other", *RATE[1:-1], "port"], RATE]
    done = run("import_kpis", write_csv(tmp_path / "k.csv", rows), "--skip-bad")
    assert (done.code, done.err) == (
        0,
        [
            "k.csv: line 3, departments: There is no department port.",
            "k.csv: line 4, code: This code stands on line 2 already.",
        ],
    )
    assert set(KPI.objects.values_list("code", flat=True)) == {"complaints", "budget", "rate"}


def test_the_frequency_of_a_kpi_with_values_stays(city: City, tmp_path: Path, sam: Any) -> None:
    sam("PUT", "measurements/", [{"kpi": "budget", "period": "2026", "value": 1}])
    row = ["budget", "Budget", "", "", "month", "", "", ""]
    done = run("import_kpis", write_csv(tmp_path / "k.csv", [HEAD, row]))
    assert done.err == ["k.csv: line 2: budget has values or targets: its frequency stays. Define a new KPI."]


def test_without_any_department_it_says_what_to_do(db: None, tmp_path: Path) -> None:
    done = run("import_kpis", write_csv(tmp_path / "k.csv", [HEAD, [*RATE[:-1], ""]]))
    assert done.err == [
        "k.csv: line 2, departments: There is no department yet: add one first, or import departments."
    ]


def test_a_floor_above_takes_part_with_a_column_of_its_own(
    city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_handlers", {})
    seen = []

    def note(*, by: User | None, kpi: KPI, text: str) -> bool:
        if text == "O9":
            raise Refused([Fault("There is no objective O9.", field="goal")])
        seen.append((kpi.code, text))
        return True

    registry.register_column(Column("goal"), note)
    rows = [[*HEAD, "goal"], [*RATE, "O1"], ["other", *RATE[1:], "O9"], ["third", *RATE[1:], ""]]
    done = run("import_kpis", write_csv(tmp_path / "k.csv", rows))
    assert (done.code, done.err) == (2, ["k.csv: line 3, goal: There is no objective O9."])
    assert seen == [("rate", "O1")]
    assert set(KPI.objects.values_list("code", flat=True)) == {"complaints", "budget"}


@pytest.mark.parametrize("stopped", [dt.date(2026, 3, 1), FAR_PAST])
def test_a_department_that_stopped_reporting_begins_again(
    city: City, tmp_path: Path, stopped: dt.date
) -> None:
    series = Series.objects.get(kpi=city.complaints, department=city["roads"])
    close_series(by=None, series=series, on=stopped)
    row = ["complaints", "Complaints", "", "", "", "", "", "roads;health"]
    done = run("import_kpis", write_csv(tmp_path / "k.csv", [HEAD, row]))
    assert done.out == ["Imported: 1 changed KPIs, 1 new series", "Changed: complaints"]
    terms = SeriesTerm.objects.current().filter(series=series).order_by("valid")
    before = [(FAR_PAST, stopped)] if stopped > FAR_PAST else []
    assert [(term.valid.lower, term.valid.upper) for term in terms] == [*before, (stopped, None)]


def test_many_departments_take_as_many_queries_as_two(
    city: City, tmp_path: Path, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(35):
        run("import_kpis", write_csv(tmp_path / "k.csv", [HEAD, [*RATE[:-1], "roads;parks"]]))
    with django_assert_max_num_queries(35):
        every = ";".join(city.departments)
        run("import_kpis", write_csv(tmp_path / "k.csv", [HEAD, ["other", *RATE[1:-1], every]]))
