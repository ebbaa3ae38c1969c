"""Scenarios: what is read, computed, cancelled, taken up again and adopted."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone

from core.errors import Conflict, Refused
from initiatives.actions.optimising import (
    adopt_scenario,
    cancel_scenario,
    change_scenario,
    compute_scenario,
    copy_scenario,
    create_scenario,
    remove_scenario,
    run_scenario,
    set_limits,
    sweep_scenarios,
)
from initiatives.enums import SolvingState, Stage
from initiatives.models import GateDecision, Initiative, Scenario
from initiatives.optimising.asked import Asked, asked_of
from initiatives.optimising.inputs import inputs_of
from tests.initiatives.optimising.conftest import MILLION, World

Solved = Callable[[Scenario], Scenario]


def test_the_best_portfolio_is_chosen_from_what_the_organisation_knows(world: World, solved: Solved) -> None:
    scenario = solved(world.scenario(money={"capital": [5 * MILLION, 2 * MILLION]}))

    read = {each.code: (each.value, each.committed, each.planned, each.money) for each in inputs_of(scenario)}
    assert read == {
        "BUS": (50.0, False, 2026, {"capital": [3.0 * MILLION, 0.0]}),
        "IDEA": (pytest.approx(50 / 3, abs=1e-3), False, 2027, {"capital": [1.0 * MILLION, 0.0]}),
        "LOOP": (pytest.approx(100 / 3, abs=1e-3), False, 2026, {"capital": [2.0 * MILLION, 0.0]}),
        "WALL": (pytest.approx(50 / 3, abs=1e-3), True, 2026, {"capital": [2.0 * MILLION, 0.0]}),
    }
    assert scenario.state == SolvingState.SOLVED
    assert scenario.result["starts"] == {"BUS": 0, "WALL": 0, "LOOP": 1}
    assert scenario.result["money"] == [5.0 * MILLION, 2.0 * MILLION]
    assert scenario.finished_at is not None


def test_people_are_limited_by_what_departments_have(world: World, solved: Solved) -> None:
    Initiative.objects.filter(code__in=("LOOP", "WALL")).update(must_do=True)
    fresh = create_scenario(by=None, name="Plain", first_year=2026, years=2, plan=world.plan)
    begun = asked_of(fresh.settings)
    assert (begun.people, begun.must) == ({"engineering": [1.5, 1.5]}, ["LOOP"])
    scenario = solved(world.scenario(people={"engineering": [0.5, 0.5]}))
    assert "BUS" not in scenario.result["starts"]


def test_a_contradiction_is_told_with_the_limits_that_make_it(world: World, solved: Solved) -> None:
    scenario = solved(world.scenario(money={"capital": [4 * MILLION, 2 * MILLION]}, must=["BUS"]))
    assert scenario.state == SolvingState.NO_SOLUTION
    limits = {
        each["limit"] + str(each.get("code", each.get("year")))
        for each in scenario.result["conflict"]["limits"]
    }
    assert limits == {"money0", "money1", "mustBUS", "mustWALL"}


def test_a_worker_claims_a_scenario_once(world: World) -> None:
    scenario = run_scenario(by=None, scenario=world.scenario())
    with pytest.raises(Conflict):
        run_scenario(by=None, scenario=scenario)
    compute_scenario(scenario.pk)
    first = Scenario.objects.get()
    compute_scenario(scenario.pk)
    assert Scenario.objects.get().finished_at == first.finished_at


def test_one_that_waits_is_cancelled_at_once_and_one_that_runs_by_its_worker(world: World) -> None:
    waiting = cancel_scenario(by=None, scenario=run_scenario(by=None, scenario=world.scenario()))
    assert waiting.state == SolvingState.CANCELLED
    with pytest.raises(Conflict):
        cancel_scenario(by=None, scenario=waiting)

    running = run_scenario(by=None, scenario=waiting)
    Scenario.objects.filter(pk=running.pk).update(cancel_wanted=True)  # wanted just before it is claimed
    compute_scenario(running.pk)
    running.refresh_from_db()
    assert (running.state, running.result) == (SolvingState.CANCELLED, {})


def test_what_a_dead_worker_left_is_taken_up_once_and_then_failed(world: World) -> None:
    scenario = run_scenario(by=None, scenario=world.scenario())
    long_ago = (timezone.now() - dt.timedelta(minutes=5)).isoformat()

    def die(attempts: int) -> str:
        progress = {"attempts": attempts, "told_at": long_ago}
        Scenario.objects.update(state=SolvingState.RUNNING, progress=progress)
        sweep_scenarios()
        return str(Scenario.objects.get(pk=scenario.pk).state)

    assert die(1) == SolvingState.WAITING
    assert die(2) == SolvingState.FAILED
    assert "worker ended" in Scenario.objects.get().progress["error"]
    assert run_scenario(by=None, scenario=scenario).state == SolvingState.WAITING


def test_a_worker_that_tells_how_far_it_is_is_left_alone(world: World) -> None:
    scenario = run_scenario(by=None, scenario=world.scenario())
    told = {"attempts": 1, "told_at": timezone.now().isoformat()}
    Scenario.objects.update(state=SolvingState.RUNNING, progress=told)
    assert sweep_scenarios() == 0
    scenario.refresh_from_db()
    assert scenario.state == SolvingState.RUNNING


def test_adopting_proposes_what_was_chosen_and_decides_nothing(world: World, solved: Solved) -> None:
    scenario = solved(world.scenario(money={"capital": [5 * MILLION, 3 * MILLION]}))
    adopt_scenario(by=world.staff, scenario=scenario)

    rows = GateDecision.objects.values_list("initiative__code", "to_stage", "outcome")
    assert set(rows) == {
        ("IDEA", Stage.PROPOSED, "passed"),
        ("IDEA", Stage.APPROVED, "waiting"),
        ("LOOP", Stage.APPROVED, "waiting"),
    }
    loop = GateDecision.objects.get(initiative=world.initiatives["LOOP"])
    assert "2027" in loop.request
    assert "Planned was 2026" in loop.request
    with pytest.raises(Conflict):
        adopt_scenario(by=world.staff, scenario=scenario)
    with pytest.raises(Conflict):
        remove_scenario(by=None, scenario=scenario)


def test_what_has_no_solution_is_not_adopted(world: World) -> None:
    with pytest.raises(Conflict):
        adopt_scenario(by=world.staff, scenario=world.scenario())


def test_another_question_forgets_the_answer(world: World, solved: Solved) -> None:
    scenario = solved(world.scenario())
    named = change_scenario(by=None, scenario=scenario, name="Better name")
    assert (named.state, named.name) == (SolvingState.SOLVED, "Better name")
    changed = change_scenario(by=None, scenario=scenario, years=3)
    assert (changed.state, changed.result) == (SolvingState.DRAFT, {})
    copy = copy_scenario(by=None, scenario=changed)
    assert (copy.name, copy.settings) == ("Better name (copy)", changed.settings)


@pytest.mark.parametrize(
    ("limits", "field"),
    [
        ({"must": ["NOPE"]}, "settings"),
        ({"must": ["BUS"], "never": ["BUS"]}, "must"),
        ({"money": {"capital": [1.0]}}, "money"),
        ({"money": {"gold": [1.0, 1.0]}}, "money"),
        ({"people": {"engineering": [-1.0, None]}}, "people"),
        ({"exclusions": [["BUS"]]}, "exclusions"),
        ({"prerequisites": [["BUS", "BUS"]]}, "prerequisites"),
        ({"shares": {"objective:O9": 0.2}}, "shares"),
        ({"shares": {"objective:O1": 1.2}}, "shares"),
    ],
)
def test_limits_that_mean_nothing_are_refused(world: World, limits: dict, field: str) -> None:
    with pytest.raises(Refused) as refused:
        set_limits(by=None, scenario=world.scenario(), limits=Asked(**limits))
    assert {fault.field for fault in refused.value.faults} == {field}
