"""Beginning a plan from a template."""

import pytest

from core.errors import Refused
from org.models import User
from strategy.actions.starting import begin_plan
from strategy.models import CauseEffect, Goal, Plan
from strategy.queries import plan_structure
from strategy.starting import TEMPLATES, PlanTemplate


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.code)
def test_a_template_becomes_a_draft_with_all_it_holds(staff: User, template: PlanTemplate) -> None:
    plan = begin_plan(by=staff, template=template.code, name="Harbour 2035", vision="Calm water")

    structure = plan_structure(plan)
    assert (plan.state, plan.vision, plan.mission) == ("draft", "Calm water", "")
    assert [each.code for each in structure.perspectives] == [code for code, *_words in template.perspectives]
    assert [
        (
            each.objective.code,
            each.perspective.code if each.perspective else "",
            each.priority.code if each.priority else "",
        )
        for each in structure.objectives
    ] == [(each.code, each.perspective, each.priority) for each in template.objectives]
    links = CauseEffect.objects.filter(cause__plan=plan).values_list("cause__code", "effect__code")
    assert set(links) == {(claim.cause, claim.effect) for claim in template.claims}
    goals = Goal.objects.filter(objective__plan=plan).count()
    assert goals == sum(len(each.goals) for each in template.objectives)


def test_an_unknown_template_is_named_and_nothing_is_begun(staff: User) -> None:
    with pytest.raises(Refused, match="There is no template 'agile'"):
        begin_plan(by=staff, template="agile", name="Harbour 2035")
    assert not Plan.objects.exists()
