"""Goals and objectives of a StratML file as priorities and objectives, with everybody who has a stake."""

from collections.abc import Sequence
from typing import NamedTuple

from org.actions import FAR_PAST
from org.models import User
from strategy.actions.stratml.codes import Named, codes_for
from strategy.actions.stratml.kept import part_extra
from strategy.enums import StakeholderKind
from strategy.models import Objective, ObjectivePlacement, Plan, Priority, Stakeholder, Value
from strategy.stratml import document as said

_KINDS = {
    "Person": StakeholderKind.PERSON,
    "Organization": StakeholderKind.ORGANISATION,
    "Generic_Group": StakeholderKind.GROUP,
}
NAME_LIMIT = 500


class Stored(NamedTuple):
    """What was stored, in the order of the file; `objectives` as `Document.objectives` has them."""

    priorities: list[Priority]
    objectives: list[Objective]
    stakeholders: int


def store_structure(plan: Plan, document: said.Document, by: User | None) -> Stored:
    """Store values, priorities, objectives (unplaced in perspectives) and stakeholders of a plan."""
    _store_values(plan, document.plan.values)
    priorities = _store_priorities(plan, document.plan.goals)
    objectives = _store_objectives(plan, document, priorities, by)
    stakeholders = _stakeholders(plan, document, priorities, objectives)
    Stakeholder.objects.bulk_create(stakeholders)
    return Stored(priorities, objectives, len(stakeholders))


def _store_values(plan: Plan, values: Sequence[said.Value]) -> None:
    Value.objects.bulk_create(
        Value(
            plan=plan,
            name=(one.name or said.shortened(one.description))[:300],
            description=one.description,
            position=position,
        )
        for position, one in enumerate(values)
    )


def _store_priorities(plan: Plan, goals: Sequence[said.Goal]) -> list[Priority]:
    codes = codes_for([Named(goal.sequence, "", number) for number, goal in enumerate(goals, start=1)])
    return Priority.objects.bulk_create(
        Priority(
            plan=plan,
            code=code,
            name=(name := _name(goal, code)),
            description=goal.description,
            position=position,
            extra=part_extra(goal, name),
        )
        for position, (code, goal) in enumerate(zip(codes, goals, strict=True))
    )


def _store_objectives(
    plan: Plan, document: said.Document, priorities: Sequence[Priority], by: User | None
) -> list[Objective]:
    """Objectives under the priorities of their goals; in no perspective until someone places them."""
    places = [
        (priority, number, one)
        for priority, goal in zip(priorities, document.plan.goals, strict=True)
        for number, one in enumerate(goal.objectives, start=1)
    ]
    codes = codes_for([Named(one.sequence, priority.code, number) for priority, number, one in places])
    objectives = Objective.objects.bulk_create(
        Objective(
            plan=plan,
            code=code,
            name=(name := _name(one, priority.name)),
            description=one.description,
            position=position,
            extra=part_extra(one, name),
        )
        for position, (code, (priority, _number, one)) in enumerate(zip(codes, places, strict=True))
    )
    ObjectivePlacement.objects.bulk_create(
        ObjectivePlacement(objective=objective, priority=priority, valid=(FAR_PAST, None), recorded_by=by)
        for objective, (priority, _number, _one) in zip(objectives, places, strict=True)
    )
    return objectives


def _name(part: said.Goal | said.Objective, otherwise: str) -> str:
    """The name, else the beginning of the description, else `otherwise`; cut to what fits."""
    return said.shortened(part.name, NAME_LIMIT) or said.shortened(part.description) or otherwise


def _stakeholders(
    plan: Plan, document: said.Document, priorities: Sequence[Priority], objectives: Sequence[Objective]
) -> list[Stakeholder]:
    """In the order of `Document.stakeholders`: the organisations', the goals', the objectives'."""
    holders: list[tuple[Sequence[said.Stakeholder], Priority | None, Objective | None]] = [
        *((one.stakeholders, None, None) for one in document.plan.organisations),
        *((one.stakeholders, priorities[index], None) for index, one in enumerate(document.plan.goals)),
        *((one.stakeholders, None, objectives[index]) for index, one in enumerate(document.objectives)),
    ]
    found = [(one, priority, objective) for several, priority, objective in holders for one in several]
    return [
        Stakeholder(
            plan=plan,
            priority=priority,
            objective=objective,
            name=said.shortened(one.name or one.description, NAME_LIMIT),
            description=one.description,
            kind=_KINDS.get(one.type, StakeholderKind.UNKNOWN),
            roles=[
                {"name": role.name, "description": role.description, "types": list(role.types)}
                for role in one.roles
            ],
            position=position,
        )
        for position, (one, priority, objective) in enumerate(found)
    ]
