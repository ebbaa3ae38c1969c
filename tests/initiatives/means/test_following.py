"""Money follows strategy: sums that equal their totals, weights as the score counts them, and flags."""

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client

from initiatives.actions.means import add_allocation, add_money_line
from initiatives.enums import Stage
from initiatives.means.following import read_following
from initiatives.models import Initiative
from strategy.actions import add_objective, add_perspective, create_plan
from strategy.enums import PlanState
from strategy.models import Plan
from tests.initiatives.means.conftest import Means

D = Decimal
TODAY = dt.date(2027, 3, 1)


@pytest.fixture
def plan(means: Means) -> Plan:
    """Two perspectives of weight 3 and 1; the first has two objectives of weight 2 and 1, the second one."""
    plan = create_plan(by=None, name="Harbour 2030", code="h30")
    first = add_perspective(by=None, plan=plan, code="A", name="First", weight=3)
    second = add_perspective(by=None, plan=plan, code="B", name="Second", weight=1)
    for code, perspective, weight in (("O1", first, 2), ("O2", first, 1), ("O3", second, 1)):
        add_objective(by=None, plan=plan, code=code, name=code, perspective=perspective, weight=weight)
    plan.state = PlanState.ACTIVE
    plan.save()
    return plan


def serve(initiative: Initiative, plan: Plan, **strengths: int) -> None:
    for code, strength in strengths.items():
        initiative.contributions.create(objective=plan.objectives.get(code=code), strength=strength)


def test_budgets_are_split_over_objectives_and_add_up(means: Means, plan: Plan) -> None:
    serve(means.lamps, plan, O1=1, O2=2)
    serve(means.talks, plan, O1=3)
    idle = Initiative.objects.create(code="IDLE", name="Idle", stage=Stage.APPROVED)
    for initiative, year, budget in (
        (means.lamps, 2027, D("100.00")),
        (means.lamps, 2028, D(7)),
        (means.talks, 2027, D(50)),
        (idle, 2027, D(10)),
    ):
        add_money_line(by=None, initiative=initiative, year=year, budget=budget)
    add_allocation(
        by=None,
        initiative=means.lamps,
        department=means.city["roads"],
        skill=means.digging,
        first_month=dt.date(2027, 1, 1),
        last_month=dt.date(2027, 6, 1),
        fte=3.0,
    )
    read = read_following(means.city.staff, plan, 2027, TODAY)
    assert read is not None
    shares = {
        line.objective.code: (round(line.weight_share, 3), line.budget, round(line.fte, 3))
        for line in read.objectives
    }
    assert shares == {
        "O1": (0.5, D("83.33"), 0.5),
        "O2": (0.25, D("66.67"), 1.0),
        "O3": (0.25, D(0), 0.0),
    }
    assert (read.budget, read.unserved_budget, read.fte) == (D("160.00"), D(10), pytest.approx(1.5))
    assert sum(line.budget for line in read.objectives) + read.unserved_budget == read.budget
    assert sum(line.weight_share for line in read.priorities) == pytest.approx(1.0)
    kinds = {line.objective.code: [flag.kind.value for flag in line.flags] for line in read.objectives}
    assert kinds == {"O1": ["unmeasured"], "O2": ["unmeasured"], "O3": []}
    assert [(each.code, flag.kind.value) for each, flag in read.flagged] == [("IDLE", "no_objective")]


def test_all_years_and_what_a_reader_may_not_see(means: Means, plan: Plan) -> None:
    serve(means.lamps, plan, O1=1)
    serve(means.talks, plan, O1=1)
    for initiative in (means.lamps, means.talks):
        for year in (2027, 2028):
            add_money_line(by=None, initiative=initiative, year=year, budget=D(1))
    sums = {}
    for user in (means.city.staff, means.city.viewer):
        read = read_following(user, plan, None, TODAY)
        assert read is not None
        sums[user.name] = read.budget
    assert sums == {"Sam Staff": D(4), "Vera Viewer": D(2)}
    client = Client()
    client.force_login(means.city.viewer)
    answer = client.get("/api/v1/money-follows-strategy/h30/?year=all").json()
    assert (answer["budget"], answer["objectives"][0]["initiatives"]) == ("2.00", ["LAMPS"])
    assert "Quiet talks" not in client.get("/portfolio/money/?year=all").content.decode()
