"""Beginning a plan from a template: everything it holds, through the actions that people use."""

from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from org.models import User
from strategy.actions.goals import add_goal
from strategy.actions.links import link_cause
from strategy.actions.objectives import add_objective
from strategy.actions.plans import add_value, create_plan
from strategy.actions.structure import add_perspective, add_priority
from strategy.models import Objective, Plan, PlanSection
from strategy.starting import PlanTemplate, template_named


@action
def begin_plan(*, by: User | None, template: str = "", **said: Any) -> Plan:
    """Begin a draft, from the template of this code where one is named; `said` as `create_plan` takes it.

    Vision and mission stay what people say: no template knows them. Raises Refused.
    """
    if not template:
        return create_plan(by=by, **said)
    chosen = template_named(template)
    if chosen is None:
        message = _("There is no template %(code)s.") % {"code": repr(template)}
        raise Refused([Fault(message, field="template", code="unknown")])
    return _from_template(chosen, by, said)


def _from_template(template: PlanTemplate, by: User | None, said: dict[str, Any]) -> Plan:
    plan = create_plan(by=by, **{**said, "default_perspectives": False})
    for name, meaning in template.values:
        add_value(by=by, plan=plan, name=str(name), description=str(meaning))
    PlanSection.objects.bulk_create(
        PlanSection(plan=plan, title=str(title), text=str(text), position=position)
        for position, (title, text) in enumerate(template.sections)
    )
    objectives = _add_objectives(plan, template, by)
    for claim in template.claims:
        link_cause(
            by=by,
            cause=objectives[claim.cause],
            effect=objectives[claim.effect],
            note=str(claim.note),
            lag_months=claim.lag_months,
        )
    return plan


def _add_objectives(plan: Plan, template: PlanTemplate, by: User | None) -> dict[str, Objective]:
    """The objectives by code, in their perspectives and under their priorities, with their goals."""
    perspectives = {
        code: add_perspective(by=by, plan=plan, code=code, name=str(name), question=str(question))
        for code, name, question in template.perspectives
    }
    priorities = {
        code: add_priority(by=by, plan=plan, code=code, name=str(name), description=str(text))
        for code, name, text in template.priorities
    }
    objectives = {}
    for draft in template.objectives:
        objectives[draft.code] = add_objective(
            by=by,
            plan=plan,
            code=draft.code,
            name=str(draft.name),
            description=str(draft.description),
            perspective=perspectives[draft.perspective],
            priority=priorities[draft.priority],
        )
        for statement in draft.goals:
            add_goal(by=by, objective=objectives[draft.code], statement=str(statement))
    return objectives
