"""Why a node's score is what it is: the same numbers as the scorecard's, which add up."""

import datetime as dt

import pytest
from django.utils import timezone

from kpis.actions import change_kpi, create_kpi
from kpis.actions.rollup import roll_up_dirty
from kpis.as_of import AsOf
from kpis.engine.explain import Effect
from kpis.engine.scoring import State, Status
from kpis.models import KPI, Definition, Measurement, SeriesTerm
from kpis.queries import calendar
from org.models import Department, Placement
from strategy.actions import link_kpi, place_objective
from strategy.explaining import Explanation, UnknownNode, explain_node
from strategy.models import Objective, ObjectiveKPI, ObjectivePlacement, PerspectiveWeight, Plan
from strategy.scoring import read_scorecard
from tests.strategy.explaining.conftest import FEBRUARY, NEW_YEAR, YEAR, report

STRUCTURE = (Placement, ObjectiveKPI, ObjectivePlacement, PerspectiveWeight)
BACKDATED = (*STRUCTURE, Definition, Measurement, SeriesTerm)


def explained(plan: Plan, kind: str, code: str, period: str = FEBRUARY, **more: AsOf) -> Explanation:
    """The explanation at the city."""
    city = Department.objects.get(code="city")
    return explain_node(plan, city, calendar().parse(period), kind, code, **more)


def close(effects: dict[Effect, float], **expected: float) -> bool:
    """Whether these are the effects, all others being nothing."""
    wanted = {effect: expected.get(effect.value, 0.0) for effect in Effect}
    assert effects == {effect: pytest.approx(points, abs=1e-9) for effect, points in wanted.items()}
    return True


def test_an_objective_is_made_of_its_kpis(plan: Plan) -> None:
    found = explained(plan, "objective", "O1")

    assert [(each.code, each.weight, each.share, each.score, each.points) for each in found.children] == [
        ("rate", 1.0, 0.25, pytest.approx(50), pytest.approx(12.5)),
        ("injuries", 3.0, 0.75, pytest.approx(50), pytest.approx(37.5)),
    ]
    assert found.score.score == pytest.approx(50)
    assert sum(each.points or 0 for each in found.children) == pytest.approx(found.score.score, abs=1e-9)


def test_its_change_is_split_and_told_by_kpi(plan: Plan) -> None:
    found = explained(plan, "objective", "O1")

    assert close(found.change.effects, actuals=0.25 * (50 - 100 / 3) + 0.75 * (50 - 200 / 3))
    assert {each.code: each.moved for each in found.children} == {
        "rate": pytest.approx(0.25 * (50 - 100 / 3)),
        "injuries": pytest.approx(0.75 * (50 - 200 / 3)),
    }
    assert [each.kpi.code for each in found.movers] == ["injuries", "rate"]


@pytest.mark.parametrize("period", ["01", "02", "03", "Q1", "Q2"])
def test_every_score_is_the_scorecards_and_its_effects_add_up(plan: Plan, period: str) -> None:
    city = Department.objects.get(code="city")
    card = read_scorecard(plan, city, calendar().parse(f"{YEAR}-{period}"))
    nodes = {("plan", ""): card.node}
    nodes |= {
        ("perspective", each.perspective.code): each.node for each in card.perspectives if each.perspective
    }
    nodes |= {("objective", each.objective.code): each.node for each in card.objectives}
    for (kind, code), line in nodes.items():
        found = explained(plan, kind, code, f"{YEAR}-{period}")

        assert found.score == line.score
        assert found.moved == line.change
        if line.change is not None:
            assert sum(found.change.effects.values()) == pytest.approx(line.change, abs=1e-9)
            assert sum(each.moved for each in found.children) == pytest.approx(line.change, abs=1e-9)
            assert sum(each.moved for each in found.movers) == pytest.approx(line.change, abs=1e-9)


def test_weights_and_membership_have_their_own_effects(plan: Plan) -> None:
    streets = Objective.objects.get(code="O1")
    first_of_february = dt.date(YEAR, 2, 1)
    link_kpi(
        by=None, objective=streets, kpi=KPI.objects.get(code="budget"), weight=4.0, since=first_of_february
    )

    found = explained(plan, "objective", "O1")

    before = 0.25 * 100 / 3 + 0.75 * 200 / 3
    assert found.change.before == pytest.approx(before)
    assert close(found.change.effects, actuals=50 - before, membership=(50 + 200 / 3) / 2 - 50)


def test_an_objective_that_weighs_more_is_a_weight_effect_on_its_perspective(plan: Plan) -> None:
    money = Objective.objects.get(code="O2")
    first = Objective.objects.get(code="O1").placements.get().perspective
    place_objective(by=None, objective=money, perspective=first, priority=None, weight=1.0, since=NEW_YEAR)
    place_objective(
        by=None, objective=money, perspective=first, priority=None, weight=3.0, since=dt.date(YEAR, 2, 1)
    )

    found = explained(plan, "perspective", first.code)

    before = (0.25 * 100 / 3 + 0.75 * 200 / 3 + 200 / 3) / 2
    after_actuals = (50 + 200 / 3) / 2
    assert close(
        found.change.effects,
        actuals=after_actuals - before,
        weights=(50 + 3 * 200 / 3) / 4 - after_actuals,
    )


def test_what_is_missing_names_department_and_steward(plan: Plan) -> None:
    found = explained(plan, "objective", "O1", f"{YEAR}-03")

    assert found.score.status == State.INSUFFICIENT_DATA
    assert found.moved is None
    assert found.change.effects == {}
    gaps = [
        (gap.kpi.code, gap.cell.status, [(each.department, each.steward) for each in gap.values])
        for gap in found.gaps
    ]
    assert gaps == [
        ("injuries", State.LATE, [("Works", "Stella Steward")]),
        ("rate", State.LATE, [("Works", "Stella Steward")]),
    ]


def test_what_has_all_its_values_misses_nothing(plan: Plan) -> None:
    assert explained(plan, "objective", "O1").gaps == ()


def test_it_says_what_would_turn_the_objective(plan: Plan) -> None:
    found = explained(plan, "objective", "O1")

    assert [(each.kpi.code, each.now, each.value, each.status) for each in found.lifts] == [
        ("injuries", 10.0, 7.3, Status.GREEN),  # 72.2 of 100 asks for 7.333
    ]


def test_the_suggested_value_turns_it(plan: Plan, city: dict[str, Department]) -> None:
    suggestion = explained(plan, "objective", "O1").lifts[0]

    report(suggestion.kpi, city["works"], 8, suggestion.value)
    roll_up_dirty()

    assert explained(plan, "objective", "O1").score.status == Status.GREEN


def test_a_kpi_that_moves_another_of_the_objective_is_not_said_to_turn_it_alone(plan: Plan) -> None:
    share = create_kpi(
        by=None, code="per-rate", name="Injuries by rate", formula="injuries / rate", direction="down",
        target=0.01, red_line=0.2,
    )  # fmt: skip
    streets = Objective.objects.get(code="O1")
    link_kpi(by=None, objective=streets, kpi=share, weight=0.001, since=NEW_YEAR)
    roll_up_dirty()

    found = explained(plan, "objective", "O1")

    assert found.score.status == Status.AMBER
    assert {each.kpi.code for each in found.lifts} & {"injuries", "rate"} == set()


def test_against_an_earlier_day_a_new_definition_has_its_own_effect(plan: Plan) -> None:
    yesterday = timezone.now() - dt.timedelta(days=1)
    for model in BACKDATED:
        model.objects.filter(known_to__isnull=True).update(known_from=yesterday - dt.timedelta(hours=30))
    then = AsOf(timezone.localdate(yesterday), yesterday)
    rate = KPI.objects.get(code="rate")
    works = Department.objects.get(code="works")
    change_kpi(by=None, kpi=rate, target=150.0)
    report(rate, works, 100, 140)
    roll_up_dirty()

    found = explained(plan, "objective", "O1", against=then)

    assert found.against == then.day
    assert found.change.before == pytest.approx(50)
    assert close(
        found.change.effects,
        actuals=0.25 * (100 / 3 * 1.4 - 50),
        definitions=0.25 * (100 / 3 * 1.8 - 100 / 3 * 1.4),
    )


@pytest.mark.parametrize(("kind", "code"), [("objective", "O9"), ("perspective", "nowhere"), ("goal", "O1")])
def test_it_refuses_what_the_plan_does_not_have(plan: Plan, kind: str, code: str) -> None:
    with pytest.raises(UnknownNode):
        explained(plan, kind, code)


def test_a_formula_misses_what_its_inputs_miss(plan: Plan) -> None:
    share = create_kpi(
        by=None,
        code="share",
        name="Share",
        kind="formula",
        formula="100 * injuries / budget",
        direction="down",
        target=4.0,
        red_line=6.0,
    )
    money = Objective.objects.get(code="O2")
    link_kpi(by=None, objective=money, kpi=share, weight=1.0, since=NEW_YEAR)
    roll_up_dirty()

    full, empty = explained(plan, "objective", "O2"), explained(plan, "objective", "O2", f"{YEAR}-03")

    assert [(each.code, each.score) for each in full.children] == [
        ("budget", pytest.approx(200 / 3)),
        ("share", pytest.approx(50)),
    ]
    assert full.gaps == ()
    assert [(gap.kpi.code, [each.kpi_code for each in gap.values]) for gap in empty.gaps] == [
        ("budget", ["budget"]),
        ("share", ["injuries", "budget"]),
    ]
