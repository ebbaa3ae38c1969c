"""Departmental plans whose next version is being written, as those read them who do not see the draft.

They see the version that was approved last, from what was kept of it: its words, and no figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from kpis.models import KPI
from strategy.enums import PUBLISHED, PlanKind
from strategy.models import Plan, PlanVersion
from strategy.queries import organisation_plans, visible_plans
from strategy.revisions.elements import PLAN


def standing_versions(user: Any) -> QuerySet[PlanVersion]:
    """What stands of plans within strategies that the user may know of, where their drafts are hidden."""
    hidden = (
        Plan.objects.filter(part_of__in=organisation_plans(user), revises__isnull=True)
        .exclude(kind=PlanKind.ORGANISATION)
        .exclude(state__in=PUBLISHED)
        .exclude(pk__in=visible_plans(user).values("pk"))
    )
    latest = PlanVersion.objects.filter(plan=OuterRef("plan")).order_by("-number").values("pk")[:1]
    return PlanVersion.objects.filter(plan__in=hidden, pk=Subquery(latest))


def plan_as_kept(version: PlanVersion) -> Plan:
    """The plan under the name that it had; what it is called in the draft is nobody's to know."""
    plan = version.plan
    plan.name = version.snapshot["elements"][PLAN]["name"]
    return plan


@dataclass(frozen=True)
class KeptObjective:
    """An objective as it was agreed: what measures it, and the goals under it."""

    code: str
    name: str
    description: str
    kpis: tuple[str, ...]
    goals: tuple[str, ...]


@dataclass(frozen=True)
class KeptPlan:
    """What a kept version says."""

    name: str
    description: str
    passages: tuple[tuple[str, str], ...]
    objectives: tuple[KeptObjective, ...]
    activities: tuple[tuple[str, str], ...]


def read_kept(snapshot: Mapping[str, Any]) -> KeptPlan:
    """A version as text, in the order that it had; one query."""
    elements: Mapping[str, Mapping[str, Any]] = snapshot["elements"]
    plan = elements[PLAN]
    named = {name for facts in elements.values() for name in facts if name.startswith("kpi:")}
    names = dict(KPI.objects.filter(pk__in=[int(each[4:]) for each in named]).values_list("pk", "name"))
    return KeptPlan(
        name=plan["name"],
        description=plan["description"],
        passages=tuple((facts["title"], facts["text"]) for _key, facts in _of_kind(elements, "section")),
        objectives=tuple(
            _objective(key, facts, elements, names) for key, facts in _of_kind(elements, "objective")
        ),
        activities=tuple(
            (facts["name"], facts["description"]) for _key, facts in _of_kind(elements, "activity")
        ),
    )


def _of_kind(elements: Mapping[str, Any], kind: str) -> list[tuple[str, Mapping[str, Any]]]:
    found = [(key, facts) for key, facts in elements.items() if key.startswith(f"{kind}:")]
    return sorted(found, key=lambda each: each[1]["position"])


def _objective(
    key: str, facts: Mapping[str, Any], elements: Mapping[str, Any], kpis: Mapping[int, str]
) -> KeptObjective:
    measured = sorted(int(name[4:]) for name in facts if name.startswith("kpi:"))
    goals = [goal["statement"] for _key, goal in _of_kind(elements, "goal") if goal["objective_id"] == key]
    return KeptObjective(
        code=facts["code"],
        name=facts["name"],
        description=facts["description"],
        kpis=tuple(kpis[each] for each in measured if each in kpis),
        goals=tuple(goals),
    )
