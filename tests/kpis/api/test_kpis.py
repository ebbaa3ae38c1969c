"""/api/v1/kpis/, /series/ and /targets/."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from kpis.models import KPI, Definition, SeriesTarget, SeriesTerm
from org.models import Placement
from tests.core.api.conftest import Caller
from tests.kpis.api.test_measurements import faults
from tests.kpis.city import City, month

RATE = {
    "code": "rate",
    "name": "Resolution rate",
    "frequency": "month",
    "direction": "up",
    "time_rollup": "mean",
    "department_rollup": "mean",
}
BASE = {"kpi": "complaints", "department": "roads", "period": "2026-03"}


def test_a_kpi_is_defined_read_and_changed_by_its_code(city: City, sam: Caller) -> None:
    made = sam("POST", "kpis/", RATE | {"target": 90, "owner": "sam@city.example"})
    assert made.status_code == 201
    changed = sam("PATCH", "kpis/rate/", {"red_line": 85, "unit": "%"}, **{"If-Match": made["ETag"]})
    assert changed.status_code == 200
    shown = sam(
        "GET", "kpis/rate/?fields=code,name,unit,owner,frequency,target,red_line,tolerance,due_days"
    ).json()
    assert shown == {
        "code": "rate",
        "name": "Resolution rate",
        "unit": "%",
        "owner": "sam@city.example",
        "frequency": "month",
        "target": 90.0,
        "red_line": 85.0,
        "tolerance": 0.1,
        "due_days": 15,
    }
    assert Definition.objects.filter(kpi__code="rate").count() == 2


def test_a_stale_change_of_a_kpi_is_refused(city: City, sam: Caller) -> None:
    tag = sam("GET", "kpis/budget/")["ETag"]
    assert sam("PATCH", "kpis/budget/", {"name": "Spent"}).status_code == 200
    assert sam("PATCH", "kpis/budget/", {"name": "Planned"}, **{"If-Match": tag}).status_code == 412


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"target": 0}, (None, "target", "invalid")),
        ({"target": "90"}, (None, "target", "invalid")),
        ({"frequency": "fortnight"}, (None, "frequency", "invalid_choice")),
        ({"code": "a b"}, (None, "code", "invalid")),
        ({"code": "Budget"}, (None, "code", "invalid")),
        ({"min_coverage": 2}, (None, "min_coverage", "max_value")),
        ({"colour": "red"}, (None, "colour", "unknown_field")),
        ({"low": 40}, (None, "low", "invalid")),
        ({"direction": "band", "target": 45}, (None, "target", "invalid")),
        ({"missing_policy": "carry"}, (None, "carry_limit", "required")),
    ],
)
def test_a_kpi_that_cannot_be_is_refused(
    city: City, sam: Caller, fields: dict[str, Any], fault: tuple[None, str, str]
) -> None:
    response = sam("POST", "kpis/", RATE | fields)
    assert (response.status_code, faults(response)) == (400, [fault])
    assert KPI.objects.count() == 2


def test_the_frequency_of_a_kpi_with_values_stays(city: City, sam: Caller) -> None:
    sam("PUT", "measurements/", [BASE | {"value": 1}])
    assert sam("PATCH", "kpis/complaints/", {"frequency": "week"}).status_code == 409


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("frequency=year", ["budget"]),
        ("department=roads", ["complaints"]),
        ("q=compl", ["complaints"]),
        ("code__in=budget,complaints", ["budget", "complaints"]),
        ("direction=band", []),
    ],
)
def test_kpis_are_found(city: City, sam: Caller, query: str, found: list[str]) -> None:
    assert [row["code"] for row in sam("GET", f"kpis/?{query}").json()["results"]] == found


def test_contributors_define_no_kpis(city: City, token_of: Callable[..., Caller]) -> None:
    steward = token_of(city.steward_of_health, "read", "write")
    assert steward("GET", "kpis/complaints/").status_code == 200
    assert steward("POST", "kpis/", RATE).status_code == 403
    assert steward("PATCH", "kpis/complaints/", {"name": "x"}).status_code == 403


def test_kpis_are_listed_with_a_constant_number_of_queries(
    city: City, sam: Caller, django_assert_max_num_queries: Any
) -> None:
    sam("POST", "kpis/", [RATE | {"code": f"rate{number}"} for number in range(20)])
    with django_assert_max_num_queries(4):
        assert len(sam("GET", "kpis/").json()["results"]) == 22


def test_a_series_is_opened_handed_over_and_ended(city: City, sam: Caller) -> None:
    opened = sam("POST", "series/", {"kpi": "budget", "department": "works", "since": "2026-01-01"}).json()
    fields = {"kpi": "budget", "department": "works", "since": "2026-01-01", "weight": 1.0}
    assert opened == {"id": opened["id"], "steward": None, "until": None} | fields
    changed = sam(
        "PATCH", f"series/{opened['id']}/", {"steward": "stella@city.example", "until": "2026-07-01"}
    )
    assert changed.json() == opened | {"steward": "stella@city.example", "until": "2026-07-01"}
    again = sam("POST", "series/", {"kpi": "budget", "department": "works", "since": "2026-03-01"})
    assert again.status_code == 400


def test_a_removed_series_keeps_its_past(city: City, sam: Caller) -> None:
    series = sam("GET", "series/?kpi=complaints&department=roads").json()["results"][0]
    assert series["since"] is None
    assert sam("DELETE", f"series/{series['id']}/").status_code == 204
    assert SeriesTerm.objects.current().filter(series=series["id"]).get().valid.upper is not None


def test_targets_are_set_by_natural_keys(city: City, sam: Caller) -> None:
    rows = [
        BASE | {"target": 25},
        BASE | {"period": "2026-04", "target": 20, "red_line": 22, "note": "spring"},
    ]
    assert sam("PUT", "targets/", rows).json() == {"new": 2, "corrected": 0, "unchanged": 0}
    assert sam("PUT", "targets/", rows).json() == {"new": 0, "corrected": 0, "unchanged": 2}
    assert sam("PUT", "targets/?dry_run=true", [BASE | {"target": 24}]).json()["corrected"] == 1
    shown = sam("GET", "targets/?fields=kpi,department,period,target,red_line,note&ordering=period").json()
    nothing = {"red_line": None, "note": ""}
    assert shown["results"] == [
        BASE | {"target": 25.0} | nothing,
        {**rows[1], "target": 20.0, "red_line": 22.0},
    ]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"kpi": "complaint", "target": 1}, (0, "kpi", "unknown")),
        ({"department": "works", "target": 1}, (0, "department", "no_series")),
        ({"period": "2026", "target": 1}, (0, "period", "period")),
        ({"target": 25, "red_line": 20}, (0, "target", "invalid")),
        ({"red_line": 20}, (0, "target", "invalid")),
        ({"low": 1, "high": 2}, (0, "low", "invalid")),
        ({"target": "25"}, (0, "target", "invalid")),
    ],
)
def test_a_target_that_cannot_be_is_refused(
    city: City, sam: Caller, row: dict[str, Any], fault: tuple[int, str, str]
) -> None:
    response = sam("PUT", "targets/", [BASE | row])
    assert (response.status_code, faults(response)[0]) == (400, fault)
    assert not SeriesTarget.objects.exists()


def test_targets_are_found_by_period(city: City, sam: Caller) -> None:
    sam("PUT", "targets/", [BASE | {"target": 25}, BASE | {"target": 24, "period": "2026-04"}])
    assert SeriesTarget.objects.filter(period=month(2026, 4)).count() == 1
    rows = sam("GET", "targets/?period__gte=2026-Q2&kpi=complaints").json()["results"]
    assert [row["period"] for row in rows] == ["2026-04"]


def test_a_past_day_has_the_definition_of_that_day(city: City, sam: Caller) -> None:
    ago = timezone.now() - dt.timedelta(days=10)
    for model in (Placement, Definition):
        model._default_manager.filter(known_to=None).update(known_from=ago)
    sam("POST", "kpis/", RATE)
    before = sam("GET", "kpis/complaints/").json()
    sam("PATCH", "kpis/complaints/", {"red_line": 99})
    day = (timezone.localdate() - dt.timedelta(days=2)).isoformat()

    then = sam("GET", f"kpis/complaints/?as_of={day}").json()
    listed = sam("GET", f"kpis/?as_of={day}&fields=code").json()["results"]

    assert (then, before["red_line"] == 99) == (before, False)
    assert sam("GET", "kpis/complaints/").json()["red_line"] == 99
    assert [each for each in ("rate", "complaints") if {"code": each} in listed] == ["complaints"]
    assert sam("GET", f"kpis/rate/?as_of={day}").status_code == 404
    assert sam("PATCH", f"kpis/complaints/?as_of={day}", {"red_line": 98}).status_code == 400
    assert sam("GET", "kpis/complaints/?as_of=1999-01-01").status_code == 400
