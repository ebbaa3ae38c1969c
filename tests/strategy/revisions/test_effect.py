"""What a revision does to the scores."""

import datetime as dt

from kpis.actions import TargetEntry, set_targets
from kpis.actions.rollup import roll_up_all
from kpis.engine.frequency import Frequency, Period
from strategy.actions import add_objective, change_link_weight, create_plan, link_kpi, set_plan_state
from strategy.actions.revisions import begin_revision
from strategy.revisions.effect import effects_of
from strategy.scoring import read_scorecard
from tests.kpis.city import make_city, month
from tests.kpis.known import Clock
from tests.kpis.worked_case import COMPLAINTS, report

QUARTER = Period(Frequency.QUARTER, 2026 * 4)
APRIL, MAY = dt.date(2026, 4, 30), dt.date(2026, 5, 10)


def test_it_says_the_scores_of_both_and_only_the_change_makes_the_difference(db: None) -> None:
    clock, city = Clock(), make_city()
    plan = create_plan(by=city.staff, name="Harbour 2030", code="h30")
    perspective = plan.perspectives.get(code="process")
    listen = add_objective(by=city.staff, plan=plan, code="O1", name="Listen", perspective=perspective)
    link_kpi(by=city.staff, objective=listen, kpi=city.complaints, weight=1.0)
    add_objective(by=city.staff, plan=plan, code="O2", name="Nothing yet", perspective=perspective)
    set_plan_state(by=None, plan=plan, state="active")
    report(city.complaints, city, COMPLAINTS)
    set_targets(
        by=city.staff,
        rows=[TargetEntry(city.complaints.pk, city["roads"].pk, month(2026, 3), 10.0, 14.0)],
    )
    clock.on(APRIL)
    roll_up_all(as_of=APRIL)
    branch = begin_revision(by=city.staff, plan=plan, title="Listen less", reason="Money").branch
    copy = branch.objectives.get(code="O1")
    change_link_weight(by=city.staff, objective=copy, kpi=city.complaints, weight=0.0, since=MAY)
    third = add_objective(by=city.staff, plan=branch, code="O3", name="Third", perspective=None)

    found = effects_of(plan, branch, city["works"], QUARTER, APRIL)

    card = read_scorecard(plan, city["works"], QUARTER, APRIL)
    by_name = {each.name: each for each in found}
    before = card.node.score.score
    assert before is not None
    assert by_name["Harbour 2030"].before is not None
    assert by_name["Harbour 2030"].before.score == before
    assert [each.name for each in found if each.differs] == [
        "Harbour 2030",
        "Internal processes",
        "Listen",
        "Third",
    ]
    assert (by_name["Listen"].after.score, by_name["Listen"].change) == (None, None)  # type: ignore[union-attr]
    assert (by_name["Third"].before, by_name["Third"].code) == (None, third.code)
