"""Explanations by REST."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from org.actions import create_api_token, grant_role
from org.enums import Role
from org.models import User
from strategy.actions import set_plan_state
from strategy.enums import PlanState
from strategy.models import Plan
from tests.strategy.explaining.conftest import FEBRUARY, YEAR

WHERE = f"department=city&period={FEBRUARY}"
OF_STREETS = f"/api/v1/scorecards/h30/explain/?{WHERE}&kind=objective&key=O1"
NOTHING = {"weights": 0.0, "membership": 0.0, "definitions": 0.0}


@pytest.fixture
def get(plan: Plan, steward: User) -> Callable[..., Any]:
    """Ask as a program of an ordinary employee."""
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    grant_role(by=None, user=steward, role=Role.VIEWER)
    _token, secret = create_api_token(by=steward, user=steward, scopes=["read"])
    return Client(headers={"Authorization": f"Bearer {secret}"}).get


def close(number: float) -> Any:
    """Within 1e-9."""
    return pytest.approx(number, abs=1e-9)


def test_an_objective_says_why(get: Callable[..., Any]) -> None:
    answer = get(OF_STREETS).json()

    assert {key: answer[key] for key in ("plan", "kind", "code", "department", "period", "against")} == {
        "plan": "h30",
        "kind": "objective",
        "code": "O1",
        "department": "city",
        "period": FEBRUARY,
        "against": f"{YEAR}-01",
    }
    assert (answer["score"], answer["before"]) == (close(50), close(175 / 3))
    assert answer["effects"] == {"actuals": close(-25 / 3), "anchors": close(0), **NOTHING}
    assert [(each["code"], each["points"], each["change"]) for each in answer["children"]] == [
        ("rate", close(12.5), close(25 / 6)),
        ("injuries", close(37.5), close(-12.5)),
    ]
    assert [(each["kpi"], each["value_before"], each["value"]) for each in answer["movers"]] == [
        ("injuries", 8.0, 10.0),
        ("rate", 100.0, 150.0),
    ]
    assert [(each["kpi"], each["value"], each["status"]) for each in answer["lifts"]] == [
        ("injuries", 7.3, "green")
    ]
    assert answer["missing"] == []


def test_it_names_what_is_missing(get: Callable[..., Any]) -> None:
    answer = get(OF_STREETS.replace(FEBRUARY, f"{YEAR}-03")).json()

    assert (answer["score"], answer["change"], answer["effects"]) == (None, None, None)
    assert answer["missing"][0] == {
        "kpi": "injuries",
        "name": "Injuries",
        "status": "late",
        "reported": 0,
        "expected": 1,
        "values": [
            {
                "kpi": "injuries",
                "department": "works",
                "period": f"{YEAR}-03",
                "due_on": f"{YEAR}-04-15",
                "steward": "stella@city.example",
                "awaiting_approval": False,
            }
        ],
    }


def test_a_kpi_says_why(get: Callable[..., Any]) -> None:
    answer = get(f"/api/v1/kpis/injuries/explain/?{WHERE}").json()

    assert (answer["value"], answer["value_before"], answer["target_to_date"]) == (10.0, 8.0, 8.0)
    assert answer["effects"] == {"actuals": close(-50 / 3), "anchors": close(0), **NOTHING}
    assert answer["departments"] == [
        {
            "department": "works",
            "own": False,
            "value": 10.0,
            "share": 1.0,
            "change": 2.0,
            "status": "amber",
            "coverage": 1.0,
        }
    ]


@pytest.mark.parametrize(
    ("url", "status"),
    [
        (OF_STREETS + "&of=whom", 400),
        (OF_STREETS + "&against=never", 400),
        (OF_STREETS.replace("city", "nowhere"), 400),
        (OF_STREETS.replace("O1", "O9"), 404),
        (OF_STREETS.replace("h30", "h31"), 404),
        ("/api/v1/kpis/nothing/explain/", 404),
        ("/api/v1/kpis/rate/explain/?kind=kpi", 400),
        ("/api/v1/kpis/rate/explain/?department=nowhere", 400),
    ],
)
def test_it_refuses_what_it_does_not_know(get: Callable[..., Any], url: str, status: int) -> None:
    assert get(url).status_code == status


def test_it_compares_with_the_same_period_a_year_before(get: Callable[..., Any]) -> None:
    answer = get(f"{OF_STREETS}&against=year").json()

    assert (answer["against"], answer["before"], answer["change"]) == (f"{YEAR - 1}-02", None, None)
    assert answer["score"] == close(50)


def test_what_is_no_day_is_refused_by_name(get: Callable[..., Any]) -> None:
    answer = get(f"{OF_STREETS}&against=yesterday")

    assert (answer.status_code, [each["field"] for each in answer.json()["errors"]]) == (400, ["against"])
