"""What a plan says, as plain data."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from strategy.models import (
    CauseEffect,
    Contribution,
    ObjectiveKPI,
    ObjectivePlacement,
    PerspectiveWeight,
    Plan,
    Priority,
    PriorityAnswer,
    SupportingDepartment,
    TeamMember,
)
from strategy.revisions.elements import CAUSE, CAUSE_WORDS, KINDS, PLAN, PLAN_WORDS, Elements, Facts
from strategy.revisions.keys import Keys, elements_of, stands

FORMAT = 1
# A fact of an element beside its columns: the element's id, the fact's name, its value.
Beside = tuple[int, str, Any]


def snapshot_of(plan: Plan) -> dict[str, Any]:
    """Everything the plan says from now on: JSON, see `strategy.revisions`. Some fifteen queries.

    Of what holds from one day to another it is the latest word: a weight that changes next year is the new
    one already. What is archived the plan says no longer.
    """
    keys = Keys(plan)
    elements: Elements = {PLAN: _columns(plan, PLAN_WORDS)}
    for kind in KINDS:
        for element in elements_of(plan, kind):
            if stands(kind, element, keys):
                facts = _columns(element, kind.words)
                for column, named in kind.inside.items():
                    facts[column] = keys.key(named, getattr(element, column))
                elements[keys.add(kind, element)] = facts
    for kind_name, found in _beside(plan, keys):
        for pk, name, value in found:
            key = keys.key(kind_name, pk)
            if key is not None:
                elements[key][name] = value
    elements |= dict(_causes(plan, keys))
    return {"format": FORMAT, "elements": elements}


def _columns(row: Any, names: tuple[str, ...]) -> Facts:
    return {name: plain(getattr(row, name)) for name in names}


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _beside(plan: Plan, keys: Keys) -> Iterator[tuple[str, Iterator[Beside]]]:
    yield "perspective", _weights(plan)
    yield "priority", _priorities(plan, keys)
    yield "objective", _objectives(plan, keys)


def _weights(plan: Plan) -> Iterator[Beside]:
    for row in latest(PerspectiveWeight.objects.filter(perspective__plan=plan)):
        yield row.perspective_id, "weight", row.weight


def _priorities(plan: Plan, keys: Keys) -> Iterator[Beside]:
    served = Priority.serves.through.objects.filter(priority__plan=plan)
    for priority, part in served.values_list("priority_id", "statementpart_id"):
        if key := keys.key("part", part):
            yield priority, f"serves:{key}", True
    for row in PriorityAnswer.objects.filter(priority__plan=plan):
        yield row.priority_id, f"answers:{row.item_id}", True


def _objectives(plan: Plan, keys: Keys) -> Iterator[Beside]:
    for row in latest(ObjectivePlacement.objects.filter(objective__plan=plan)):
        yield row.objective_id, "perspective", keys.key("perspective", row.perspective_id)
        yield row.objective_id, "priority", keys.key("priority", row.priority_id)
        yield row.objective_id, "weight", row.weight
    for link in latest(ObjectiveKPI.objects.filter(objective__plan=plan)):
        yield link.objective_id, f"kpi:{link.kpi_id}", link.weight
    for each in SupportingDepartment.objects.filter(objective__plan=plan):
        yield each.objective_id, f"supporting:{each.department_id}", each.note
    for member in TeamMember.objects.filter(objective__plan=plan):
        yield member.objective_id, f"team:{member.person_id}", member.part
    for above in Contribution.objects.filter(objective__plan=plan):
        yield above.objective_id, f"contributes:{above.above_id}", f"{above.kind}: {above.note}"


def latest(rows: Any) -> Any:
    """Of dated rows those that hold for good, as known now."""
    return rows.current().filter(valid__endswith__isnull=True)


def _causes(plan: Plan, keys: Keys) -> Iterator[tuple[str, Facts]]:
    links = CauseEffect.objects.current().filter(cause__plan=plan, effect__plan=plan)
    for link in links.order_by("pk"):
        cause, effect = keys.key("objective", link.cause_id), keys.key("objective", link.effect_id)
        if cause and effect:
            yield f"{CAUSE}:{cause}>{effect}", _columns(link, CAUSE_WORDS)
