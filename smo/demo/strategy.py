"""Storing the plan of the demonstration."""

import datetime as dt

from kpis.models import KPI
from org.models import User
from smo.demo import plan as content
from smo.demo.kpis import KPIS
from smo.demo.kpis_formulas import FORMULA_KPIS
from smo.demo.people import Departments, People
from strategy import actions
from strategy.enums import PlanState
from strategy.models import Objective, Plan
from strategy.validators import applying_to


def store_plan(
    departments: Departments, people: People, kpis: dict[str, KPI], by: User, loaded_on: dt.date
) -> Plan:
    """The active plan with its objectives, links and claims, as it was at the start."""
    horizon = content.HORIZON if loaded_on.year < content.HORIZON else (loaded_on.year // 5 + 1) * 5
    plan = actions.create_plan(
        by=by,
        code=content.CODE,
        name=content.NAME % {"year": horizon},
        description=content.DESCRIPTION,
        vision=content.VISION,
        mission=content.MISSION,
        starts_on=dt.date(loaded_on.year - 3, 1, 1),
        ends_on=dt.date(horizon, 12, 31),
        default_perspectives=False,
        extra={"demo": {"loaded_on": loaded_on.isoformat()}},
    )
    for name, description in content.VALUES:
        actions.add_value(by=by, plan=plan, name=name, description=description)
    objectives = _store_objectives(plan, departments, people, by)
    for spec in (*KPIS, *FORMULA_KPIS):
        actions.link_kpi(by=by, objective=objectives[spec.objective], kpi=kpis[spec.code], weight=spec.weight)
    for cause, effect, note in content.CAUSES:
        actions.link_cause(by=by, cause=objectives[cause], effect=objectives[effect], note=note)
    actions.set_plan_state(by=people["executive"], plan=plan, state=PlanState.APPROVED)
    return actions.set_plan_state(by=by, plan=plan, state=PlanState.ACTIVE)


def _store_objectives(plan: Plan, departments: Departments, people: People, by: User) -> dict[str, Objective]:
    perspectives = {
        spec.code: actions.add_perspective(
            by=by, plan=plan, code=spec.code, name=spec.name, question=spec.question, weight=spec.weight
        )
        for spec in content.PERSPECTIVES
    }
    priorities = {
        code: actions.add_priority(by=by, plan=plan, code=code, name=name, description=description)
        for code, name, description in content.PRIORITIES
    }
    return {
        spec.code: actions.add_objective(
            by=by,
            plan=plan,
            code=spec.code,
            name=spec.name,
            description=spec.description,
            perspective=perspectives[spec.perspective],
            priority=priorities[spec.priority],
            weight=spec.weight,
            owner=people[spec.owner],
            lead=departments[spec.lead],
        )
        for spec in content.OBJECTIVES
    }


def weigh_perspectives_anew(plan: Plan, by: User, since: dt.date) -> None:
    """From a New Year on some perspectives count more, others less."""
    with applying_to(plan):
        for spec in content.PERSPECTIVES:
            actions.change_perspective_weight(
                by=by, perspective=plan.perspectives.get(code=spec.code), weight=spec.weight_now, since=since
            )
