"""What a StratML file says that has no field here, as JSON values for an export to give back."""

from dataclasses import asdict
from datetime import date
from typing import Any

from strategy.stratml.document import Document, Goal, Objective, Organisation, Statement, Value

Extra = dict[str, Any]


def plan_extra(document: Document, stored_name: str) -> Extra:
    """What the file says of the plan beyond name, description, vision, mission, values and dates."""
    plan = document.plan
    return _filled(
        {
            "format": "stratml",
            "root": document.root,
            "namespace": document.namespace,
            "name": _if_other(plan.name, stored_name),
            "type": plan.type,
            "identifier": plan.identifier,
            "published": plan.published.isoformat() if plan.published else "",
            "source": plan.source,
            "other_information": plan.other_information,
            "organisations": [_organisation(one) for one in plan.organisations],
            "vision": _statement(plan.vision),
            "mission": _statement(plan.mission),
            "values": [_value(one) for one in plan.values] if any(one.extra for one in plan.values) else [],
            "submitter": _filled(_plain(asdict(plan.submitter))) if plan.submitter else {},
            "stakeholders": {
                str(position): one.extra for position, one in enumerate(document.stakeholders()) if one.extra
            },
            "left_over": plan.extra,
        }
    )


def part_extra(part: Goal | Objective, stored_name: str) -> Extra:
    """What the file says of a goal or objective beyond name and description."""
    return _filled(
        {
            "name": _if_other(part.name, stored_name),
            "identifier": part.identifier,
            "sequence": part.sequence,
            "other_information": part.other_information,
            "left_over": part.extra,
        }
    )


def _organisation(one: Organisation) -> Extra:
    return _filled(
        {
            "name": one.name,
            "acronym": one.acronym,
            "identifier": one.identifier,
            "description": one.description,
            "left_over": one.extra,
        }
    )


def _statement(one: Statement | None) -> Extra:
    return _filled({"identifier": one.identifier, "left_over": one.extra}) if one else {}


def _value(one: Value) -> Extra:
    return _filled({"name": one.name, "left_over": one.extra})


def _if_other(name: str, stored: str) -> str | None:
    """The file's own name where another is stored; also where the file says none."""
    return None if name == stored else name


def _filled(values: Extra) -> Extra:
    """Without what is empty; an empty `name` says that the stored one is ours, so it stays."""
    return {key: what for key, what in values.items() if what or (key == "name" and what is not None)}


def _plain(values: Extra) -> Extra:
    return {key: what.isoformat() if isinstance(what, date) else what for key, what in values.items()}
