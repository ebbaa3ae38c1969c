"""/api/v1/targets/ and /cell-targets/: made of what is there, and set for single cells."""

from typing import Any

import pytest
from django.utils import timezone

from kpis.models import CellTarget, SeriesTarget
from tests.core.api.conftest import Caller
from tests.kpis.api.test_measurements import faults
from tests.kpis.city import City, month
from tests.kpis.test_import_pages import browser
from tests.kpis.test_kpi_editing import stored, targets
from tests.kpis.test_targeting import of_year

YEAR = timezone.localdate().year


def test_targets_are_copied_grown_and_spread(city: City, sam: Caller) -> None:
    of_year(city, "roads", 2025, 9.0, red_line=12.0)
    years = {"kpi": "complaints", "source_year": "2025", "year": "2026"}
    copied = sam("POST", "targets/copy/", years)
    assert copied.json() == {
        "new": 1,
        "corrected": 0,
        "unchanged": 0,
        "rows": [
            {"department": "roads", "period": "2026-01", "old": {}, "new": {"target": 9.0, "red_line": 12.0}}
        ],
    }
    grown = sam("POST", "targets/grow/", years | {"percent": 10, "departments": ["roads"]}).json()
    assert (grown["corrected"], grown["rows"][0]["new"]) == (1, {"target": 9.9, "red_line": 13.2})
    spread = sam(
        "POST", "targets/spread/", {"kpi": "complaints", "department": "parks", "year": "2026", "target": 100}
    ).json()
    parts = [row["new"]["target"] for row in spread["rows"]]
    assert (spread["even"], spread["new"], round(sum(parts), 9)) == (True, 12, 100.0)
    assert set(parts) == {8.3, 8.4}


def test_a_dry_run_shows_what_would_change_and_stores_nothing(city: City, sam: Caller) -> None:
    of_year(city, "roads", 2025, 9.0)
    years = {"kpi": "complaints", "source_year": "2025", "year": "2026"}
    tried = sam("POST", "targets/copy/?dry_run=true", years).json()
    assert (tried["new"], len(tried["rows"]), SeriesTarget.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("way", "body", "fault"),
    [
        ("copy", {"source_year": "2025-03"}, (None, "source_year", "period")),
        ("copy", {"departments": ["works"]}, (None, "departments", "unknown")),
        ("copy", {"source_department": "nowhere"}, (None, "source_department", "unknown")),
        ("grow", {}, (None, "percent", "required")),
        ("grow", {"percent": 5, "faster": True}, (None, "faster", "unknown_field")),
    ],
)
def test_what_cannot_be_made_is_refused(
    city: City, sam: Caller, way: str, body: dict[str, Any], fault: tuple[None, str, str]
) -> None:
    years = {"kpi": "complaints", "source_year": "2025", "year": "2026"}
    answer = sam("POST", f"targets/{way}/", years | body)
    assert (answer.status_code, faults(answer)) == (400, [fault])


def test_growth_beyond_all_numbers_is_refused(city: City, sam: Caller) -> None:
    of_year(city, "roads", 2025, 900.0)
    years = {"kpi": "complaints", "source_year": "2025", "year": "2026"}
    answer = sam("POST", "targets/grow/", years | {"percent": 1.7e308})
    assert (answer.status_code, faults(answer)) == (400, [(0, "target", "invalid")])


def test_form_and_api_leave_identical_targets_of_cells(city: City, sam: Caller) -> None:
    path = f"/performance/targets/complaints/?year={YEAR}&by=quarter"
    browser(city.staff).post(path, {f"{city['works'].pk}_{YEAR * 4 + 1}": "30"})
    row = {"kpi": "complaints", "department": "roads", "period": f"{YEAR}-Q2", "target": 30}
    assert sam("PUT", "cell-targets/", [row]).json() == {"new": 1, "corrected": 0, "unchanged": 0}
    by_form, by_api = (stored(CellTarget.objects.get(department=city[each])) for each in ("works", "roads"))
    assert by_form == by_api


def test_targets_of_cells_are_listed_by_their_period(city: City, sam: Caller) -> None:
    row = {"kpi": "complaints", "department": "works", "target": 30.0}
    sam("PUT", "cell-targets/", [row | {"period": "2026-Q2"}, row | {"period": "2026"}])
    found = sam("GET", "cell-targets/?period__gte=2026-07&fields=period,target").json()["results"]
    assert found == [{"period": "2026", "target": 30.0}]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"period": "2026-W09"}, (0, "period", "period")),
        ({"period": "2026-03-01"}, (0, "period", "period")),
        ({"period": "2026", "red_line": 5}, (0, "target", "invalid")),
        ({"period": "2026", "low": 5}, (0, "low", "invalid")),
        ({"period": "2026", "department": "mars"}, (0, "department", "unknown")),
    ],
)
def test_a_target_of_a_cell_that_is_none_is_refused(
    city: City, sam: Caller, row: dict[str, Any], fault: tuple[int, str, str]
) -> None:
    answer = sam("PUT", "cell-targets/", [{"kpi": "complaints", "department": "works", "target": 6} | row])
    assert (answer.status_code, faults(answer)) == (400, [fault])


def test_the_same_cell_twice_is_the_later_rows_fault(city: City, sam: Caller) -> None:
    row = {"kpi": "complaints", "department": "works", "target": 6}
    quarter, year = row | {"period": "2026-Q4"}, row | {"period": "2026"}
    assert sam("PUT", "cell-targets/", [quarter, year]).status_code == 200
    assert faults(sam("PUT", "cell-targets/", [quarter, year, year])) == [(2, "period", "duplicate")]


def test_a_head_copies_what_lies_within_reach(city: City, token_of: Any) -> None:
    for code in ("roads", "health"):
        of_year(city, code, 2025, 9.0)
    head = token_of(city.head_of_works, "read", "write")
    years = {"kpi": "complaints", "source_year": "2025", "year": "2026"}
    assert head("POST", "targets/copy/", years | {"departments": ["health"]}).status_code == 403
    assert head("POST", "targets/copy/", years).json()["new"] == 1
    assert ("roads", month(2026, 1), 9.0, None) in targets("complaints")
