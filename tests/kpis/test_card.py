"""A KPI's card: data quality and its date, limits of use, stretch target, what peers reach."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from core.changes.reading import changes_of
from core.errors import Refused
from kpis.actions import add_benchmark, change_kpi
from kpis.models import KPI, PeerBenchmark
from kpis.presenters import rating_text
from tests.core.api.conftest import Caller
from tests.kpis.api.test_measurements import faults
from tests.kpis.city import City
from tests.kpis.imports.commands import run, write_csv
from tests.kpis.test_import_pages import browser
from tests.kpis.test_kpi_editing import NEW, posted, stored

TODAY = dt.date(2026, 4, 30)
BENCHMARK: dict[str, Any] = {
    "peer": "Harbour City",
    "period": "2025-Q3",
    "value": 29.5,
    "source": "Yearbook, table 14",
}


def test_a_rating_without_a_day_is_todays(city: City) -> None:
    kpi = change_kpi(by=city.staff, kpi=city.complaints, quality="medium")
    assert (kpi.quality, kpi.quality_rated_on) == ("medium", timezone.localdate())


def test_another_rating_gets_another_day_and_none_loses_it(city: City) -> None:
    long_ago = dt.date(2020, 5, 1)
    rated = change_kpi(by=city.staff, kpi=city.complaints, quality="medium", quality_rated_on=long_ago)
    same = {"quality": "medium", "quality_rated_on": long_ago}
    assert change_kpi(by=city.staff, kpi=rated, **same).quality_rated_on == long_ago
    changed = change_kpi(by=city.staff, kpi=rated, quality="low", quality_rated_on=long_ago)
    assert changed.quality_rated_on == timezone.localdate()
    assert change_kpi(by=city.staff, kpi=rated, quality="").quality_rated_on is None


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"quality": "high", "quality_rated_on": dt.date(2999, 1, 1)}, "quality_rated_on"),
        ({"quality_rated_on": dt.date(2026, 1, 1)}, "quality"),
        ({"stretch_target": 9.0}, "stretch_target"),
        ({"stretch_target": 8.0}, "stretch_target"),
        ({"direction": "up", "target": 8.0, "red_line": 5.0, "stretch_target": 7.0}, "stretch_target"),
        (
            {"direction": "band", "target": None, "red_line": None, "low": 5.0, "high": 9.0}
            | {"stretch_target": 7.0},
            "stretch_target",
        ),
    ],
)
def test_a_card_that_cannot_be_is_refused(city: City, fields: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refusal:
        change_kpi(by=city.staff, kpi=city.complaints, **fields)
    assert [fault.field for fault in refusal.value.faults] == [field]
    assert KPI.objects.get(code="complaints").stretch_target is None


def test_form_and_api_leave_identical_cards(city: City, sam: Caller) -> None:
    card = {"quality": "high", "quality_rated_on": "2026-01-12", "limits_of_use": "Not for ranking"}
    browser(city.staff).post("/performance/new-kpi/", NEW | card | {"stretch_target": "6.5"})
    names = (
        "name",
        "unit",
        "purpose",
        "source",
        "frequency",
        "time_rollup",
        "department_rollup",
        "direction",
    )
    numbers = {"target": 8, "red_line": 12.5, "stretch_target": 6.5}
    made = sam("POST", "kpis/", {"code": "leaks", **{name: NEW[name] for name in names}, **card, **numbers})
    assert made.json()["quality_rated_on"] == "2026-01-12"
    by_form, by_api = (stored(KPI.objects.get(code=code), "code") for code in ("losses", "leaks"))
    assert by_form == by_api


def test_a_stretch_target_left_over_from_another_direction_goes(city: City) -> None:
    change_kpi(by=city.staff, kpi=city.complaints, stretch_target=5.0)
    client = browser(city.staff)
    form = client.get("/performance/define/complaints/").context["form"]
    band = {"direction": "band", "low": "5", "high": "9"}
    assert client.post("/performance/define/complaints/", posted(form) | band).status_code == 302
    assert KPI.objects.get(code="complaints").stretch_target is None


def test_a_file_brings_the_card(city: City, tmp_path: Path) -> None:
    head = ["code", "name", "quality", "rated_on", "limits_of_use", "stretch_target", "missing_policy"]
    rows = [["complaints", "Complaints", "Medium", "2026-02-01", "Not for ranking", 4, "leave"]]
    assert run("import_kpis", write_csv(tmp_path / "k.csv", [head, *rows])).code == 0
    kpi = KPI.objects.get(code="complaints")
    assert (kpi.quality, kpi.quality_rated_on, kpi.limits_of_use, kpi.stretch_target) == (
        "medium",
        dt.date(2026, 2, 1),
        "Not for ranking",
        4.0,
    )


def test_an_old_rating_says_so() -> None:
    kpi = KPI(quality="low", quality_rated_on=dt.date(2025, 4, 29))
    assert rating_text(kpi, TODAY).endswith("rated on 29 April 2025, more than a year ago: rate it again)")
    kpi.quality_rated_on = dt.date(2025, 4, 30)
    assert rating_text(kpi, TODAY) == "Low: an estimate (rated on 30 April 2025)"


def test_a_benchmark_is_added_changed_and_removed(city: City, sam: Caller) -> None:
    made = sam("POST", "kpi-benchmarks/", {"kpi": "complaints", **BENCHMARK})
    row = {"id": made.json()["id"], "kpi": "complaints", "source_url": "", **BENCHMARK}
    assert (made.status_code, made.json()) == (201, row)
    changed = sam("PATCH", f"kpi-benchmarks/{row['id']}/", {"period": "2025", "value": 31})
    assert changed.json() == row | {"period": "2025", "value": 31.0}
    assert sam("GET", "kpi-benchmarks/?kpi=complaints").json()["results"] == [changed.json()]
    assert sam("DELETE", f"kpi-benchmarks/{row['id']}/").status_code == 204
    told = [(each.deed, each.action) for each in changes_of("kpis.peerbenchmark", row["id"])]
    assert told == [
        ("delete", "kpis.remove_benchmark"),
        ("update", "kpis.change_benchmark"),
        ("insert", "kpis.add_benchmark"),
    ]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"period": "soon"}, (None, "period", "period")),
        ({"source": " "}, (None, "source", "blank")),
        ({"peer": "harbour city"}, (None, "period", "unique")),
    ],
)
def test_a_benchmark_that_cannot_be_is_refused(
    city: City, sam: Caller, fields: dict[str, Any], fault: tuple[None, str, str]
) -> None:
    sam("POST", "kpi-benchmarks/", {"kpi": "complaints", **BENCHMARK})
    response = sam("POST", "kpi-benchmarks/", {"kpi": "complaints", **BENCHMARK, **fields})
    assert (response.status_code, faults(response)) == (400, [fault])


def test_form_and_api_leave_identical_benchmarks(city: City, sam: Caller) -> None:
    typed = {**BENCHMARK, "value": "29.5", "source_url": "https://harbour.example/yearbook"}
    response = browser(city.staff).post("/performance/benchmark/complaints/", typed)
    assert response["Location"] == "/performance/kpis/complaints/#benchmarks"
    sam(
        "POST",
        "kpi-benchmarks/",
        {"kpi": "budget", **BENCHMARK, "source_url": "https://harbour.example/yearbook"},
    )
    by_form, by_api = (
        stored(PeerBenchmark.objects.get(kpi=kpi), "kpi_id") for kpi in (city.complaints, city.budget)
    )
    assert by_form == by_api


def test_the_kpi_page_shows_benchmarks_the_latest_first(city: City) -> None:
    for period in ("2024", "2025-Q4", "2025-09"):
        add_benchmark(by=city.staff, kpi=city.complaints, **{**BENCHMARK, "period": period})
    page = browser(city.staff).get("/performance/kpis/complaints/")
    assert [row.period for row in page.context["benchmarks"]] == ["Q4 2025", "September 2025", "2024"]
    assert "Yearbook, table 14" in page.content.decode()


def test_a_benchmark_is_changed_and_removed_in_the_browser(city: City) -> None:
    benchmark = add_benchmark(by=city.staff, kpi=city.complaints, **BENCHMARK)
    client, path = browser(city.staff), f"/performance/benchmarks/{benchmark.pk}/"
    client.post(path, posted(client.get(path).context["form"]) | {"value": "30"})
    assert PeerBenchmark.objects.get().value == 30.0
    assert client.post(f"{path}remove/").status_code == 302
    assert not PeerBenchmark.objects.exists()
