"""Signals, projections and splits by REST: the numbers of the pages, the same rows as the form leaves."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kpis.actions import Entry, TargetEntry, record_measurements, set_targets
from kpis.actions.rollup import roll_up_dirty
from kpis.models import BaselineSplit
from tests.core.api.conftest import Caller
from tests.kpis.city import City

SPLITS = "baseline-splits/"
SIGNALS = "kpis/complaints/signals/?department=health"
PROJECTION = "kpis/complaints/projection/?department=health"


def this_month() -> int:
    """The ordinal of the running month."""
    today = timezone.localdate()
    return today.year * 12 + today.month - 1


def text(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02}"


@pytest.fixture
def reported(city: City) -> int:
    """Health reported 10 and 14 in turn for two years, 60 last month; the ordinal of that month."""
    last = this_month() - 1
    values = [*[10.0, 14.0] * 12, 60.0]
    rows = [Entry(city.complaints.pk, city["health"].pk, last - 24 + n, v) for n, v in enumerate(values)]
    record_measurements(by=city.staff, rows=rows)
    roll_up_dirty()
    return last


def test_signals_come_with_their_limits(sam: Caller, reported: int) -> None:
    data = sam("GET", SIGNALS).json()
    centre = (12 * 24 + 60) / 25
    reach = 2.66 * (23 * 4 + 46) / 24
    assert data["baselines"] == [
        {
            "since": text(reported - 24),
            "until": text(reported),
            "centre": pytest.approx(centre),
            "lower": pytest.approx(centre - reach),
            "upper": pytest.approx(centre + reach),
        }
    ]
    assert data["signals"][-1] == {
        "since": text(reported),
        "period": text(reported),
        "value": 60.0,
        "side": 1,
        "rule": "outside",
        "adverse": True,
    }
    assert (data["points"], data["frequency"], data["department"]) == (25, "month", "health")


def test_a_projection_says_what_the_page_says(sam: Caller, city: City, client: Client, reported: int) -> None:
    data = sam("GET", PROJECTION).json()
    client.force_login(city.staff)
    shown = client.get("/performance/kpis/complaints/?department=health").context["projection"]
    assert (data["value"], data["lower"], data["upper"], data["probability"], data["required"]) == (
        shown.point,
        shown.lower,
        shown.upper,
        shown.probability,
        shown.required[0],
    )
    assert data["target"] == 96.0
    assert data["method"] in ("run_rate", "seasonal_naive")
    assert [each["period"] for each in data["periods"]] == [
        text(month)
        for month in range(max(reported + 1, this_month() // 12 * 12), this_month() // 12 * 12 + 12)
    ]
    assert data["periods"][-1]["to_date"] == pytest.approx(data["value"])


def test_a_projection_is_declined_with_a_reason(sam: Caller, city: City) -> None:
    data = sam("GET", "kpis/budget/projection/").json()
    assert (data["declined"], data["points"], data["value"], data["periods"]) == ("no_target", 0, None, [])
    rows = [Entry(city.complaints.pk, city["health"].pk, this_month() - n, 5.0) for n in range(1, 6)]
    record_measurements(by=city.staff, rows=rows)
    set_targets(
        by=city.staff,
        rows=[TargetEntry(city.complaints.pk, city["health"].pk, this_month(), target=6.0)],
    )
    roll_up_dirty()
    data = sam("GET", PROJECTION).json()
    assert (data["declined"], data["points"]) == ("too_few", 5)


@pytest.mark.parametrize("url", [SIGNALS, PROJECTION])
def test_an_unknown_department_is_named(sam: Caller, url: str) -> None:
    answer = sam("GET", url.replace("health", "nowhere"))
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "department")


def rows() -> list[Any]:
    names = ("kpi__code", "department__code", "period", "reason", "recorded_by__email", "known_to")
    return list(BaselineSplit.objects.values_list(*names))


def test_form_and_rest_leave_the_same_split(sam: Caller, city: City, client: Client, reported: int) -> None:
    given = {"period": text(reported - 5), "reason": "A new register"}
    answer = sam("POST", SPLITS, {"kpi": "complaints", "department": "health", **given})
    assert (answer.status_code, answer.json()["period"]) == (201, text(reported - 5))
    by_rest = rows()
    BaselineSplit.objects.all().delete()
    client.force_login(city.staff)
    page = client.post("/performance/baseline/complaints/?department=health", given)
    assert (page.status_code, rows()) == (302, by_rest)
    assert by_rest == [("complaints", "health", reported - 5, "A new register", "sam@city.example", None)]


def test_a_split_is_joined_again(sam: Caller, city: City, client: Client, reported: int) -> None:
    given = {"kpi": "complaints", "department": "health", "period": text(reported - 5), "reason": "New"}
    pk = sam("POST", SPLITS, given).json()["id"]
    assert len(sam("GET", SIGNALS).json()["baselines"]) == 2
    client.force_login(city.staff)
    shown = client.get("/performance/kpis/complaints/?department=health").content.decode()
    assert "New baseline from" in shown
    assert client.post(f"/performance/baselines/{pk}/join/").status_code == 302
    assert len(sam("GET", SIGNALS).json()["baselines"]) == 1
    assert sam("GET", f"{SPLITS}{pk}/").status_code == 404


def test_a_head_splits_baselines_of_the_own_departments_only(client: Client, city: City) -> None:
    client.force_login(city.head_of_works)
    page = "/performance/baseline/complaints/?department="
    assert client.get(f"{page}roads").status_code == 200
    assert client.get(f"{page}health").status_code == 403
