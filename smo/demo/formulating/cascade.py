"""The demonstration's alignment, departmental and functional plans."""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from smo.demo.formulating.cascade_content import PARTS, ActivitySpec, OwnSpec, PartSpec
from smo.demo.formulating.scene import Scene
from strategy.actions import cascade, change_plan, link_kpi
from strategy.models import Objective, Plan


def store(scene: Scene) -> None:
    """Transport's plan is in force, Housing's proposed, Works' being written; the people plan is agreed."""
    for spec in PARTS:
        plan = _written(scene, spec)
        for place, (login, step, comment) in enumerate(spec.steps):
            cascade.take_step(by=scene.people[login], plan=plan, step=step, comment=comment)
            _spoken(plan, days_ago=6 * (len(spec.steps) - place) - 3)


def _spoken(plan: Plan, days_ago: int) -> None:
    """The last thing that was said of a plan, was said some days ago."""
    at = timezone.now() - dt.timedelta(days=days_ago)
    last = plan.agreements.order_by("-pk").first()
    if last is not None and last.at.date() == timezone.now().date():
        plan.agreements.filter(pk=last.pk).update(at=at)


def _written(scene: Scene, spec: PartSpec) -> Plan:
    """The draft with everything that it says."""
    by = scene.people[spec.writer]
    plan = cascade.begin_part(
        by=by,
        part_of=scene.plan,
        department=scene.departments[spec.department],
        function=spec.function,
        name=spec.name,
        code=spec.code,
    )
    change_plan(by=by, plan=plan, description=spec.description)
    for title, text in spec.sections:
        cascade.add_section(by=by, plan=plan, title=title, text=text)
    above = {each.code: each for each in scene.plan.objectives.all()}
    named: dict[str, Objective] = {
        code: cascade.adopt_objective(by=by, plan=plan, above=above[code]) for code in spec.adopts
    }
    for own in spec.own:
        named[own.name] = _supporting(scene, plan, own, above[own.above])
    for activity in spec.activities:
        _add(scene, plan, activity, named)
    return plan


def _supporting(scene: Scene, plan: Plan, own: OwnSpec, above: Objective) -> Objective:
    by = scene.people["smo"]
    objective = cascade.support_objective(
        by=by,
        plan=plan,
        above=above,
        name=own.name,
        note=own.note,
        perspective=plan.perspectives.get(code=own.perspective),
        owner=scene.people[own.owner],
    )
    for code in own.kpis:
        link_kpi(by=by, objective=objective, kpi=scene.kpis[code])
    return objective


def _add(scene: Scene, plan: Plan, spec: ActivitySpec, named: dict[str, Objective]) -> None:
    cascade.add_activity(
        by=scene.people["smo"],
        plan=plan,
        name=spec.name,
        description=spec.description,
        objective=named.get(spec.objective),
        who=scene.people[spec.who],
        starts_on=scene.today - dt.timedelta(days=60) if spec.state == "under_way" else None,
        due_on=scene.today + dt.timedelta(days=30 * spec.until),
        budget=None if spec.budget is None else Decimal(spec.budget),
        state=spec.state,
    )
