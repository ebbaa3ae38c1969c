"""Reading plans: which of them a user may see, and what they are made of."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from kpis.near import within
from org.enums import Role
from org.models import Placement
from org.roles import held_by
from strategy.consultation.asking import open_to
from strategy.enums import PUBLISHED, PlanKind, PlanState
from strategy.models import (
    Objective,
    ObjectiveKPI,
    ObjectivePlacement,
    Perspective,
    PerspectiveWeight,
    Plan,
    Priority,
)

READS_DRAFTS = (Role.SMO_STAFF, Role.ADMINISTRATOR, Role.EXECUTIVE)
READS_CONSULTATIONS = (*READS_DRAFTS, Role.DEPARTMENT_HEAD)


def visible_plans(user: Any) -> QuerySet[Plan]:
    """Plans the user may know of: published ones for everyone, others as the permission table says.

    Whoever is asked in an open consultation round reads what it is about.

    The branch of a revision is never published: what it changed, the plan itself says once it is in force.
    """
    held = held_by(user)
    if held.anywhere(*READS_DRAFTS):
        return Plan.objects.all()
    states = Q(state__in=PUBLISHED, revises__isnull=True)
    if held.anywhere(*READS_CONSULTATIONS):
        states |= Q(state=PlanState.CONSULTATION) | _of_departments_headed(user)
    states |= Q(pk__in=open_to(user).values("consultation__plan"))
    return Plan.objects.filter(states)


def _of_departments_headed(user: Any) -> Q:
    """Departmental and functional plans, drafts too, of the departments that the user heads."""
    here = Placement.objects.current().filter(within(user, Role.DEPARTMENT_HEAD))
    headed = here.filter(valid__contains=timezone.localdate()).values("department")
    return ~Q(kind=PlanKind.ORGANISATION) & Q(department__in=headed)


def standing_plans(user: Any) -> QuerySet[Plan]:
    """Plans the user may know of that stand for themselves: a revision's branch repeats what its plan has."""
    return visible_plans(user).filter(revises__isnull=True)


def organisation_plans(user: Any) -> QuerySet[Plan]:
    """Of the plans the user may know of, the organisation's strategies: no part of one, no branch."""
    return standing_plans(user).filter(kind=PlanKind.ORGANISATION)


def visible_objectives(user: Any) -> QuerySet[Objective]:
    """Objectives of the plans the user may know of."""
    return Objective.objects.filter(plan__in=visible_plans(user))


def standing_objectives(user: Any) -> QuerySet[Objective]:
    """Objectives of the plans the user may know of, without the copies of them in revisions."""
    return Objective.objects.filter(plan__in=standing_plans(user))


def plans_with_counts(user: Any) -> QuerySet[Plan]:
    """The organisation's plans the user may know of, with `objective_count` and `kpi_count`."""
    linked = Q(objectives__kpi_links__known_to__isnull=True)
    return organisation_plans(user).annotate(
        objective_count=Count("objectives", distinct=True),
        kpi_count=Count("objectives__kpi_links__kpi", filter=linked, distinct=True),
    )


def current_plan(user: Any) -> Plan | None:
    """The organisation's plan: the latest active one, else the latest published, else the latest visible."""
    plans = organisation_plans(user)
    for states in ([PlanState.ACTIVE], list(PUBLISHED), list(PlanState.values)):
        plan = plans.filter(state__in=states).order_by("-created_at").first()
        if plan is not None:
            return plan
    return None


def next_code(codes: Sequence[str]) -> str:
    """What follows the last of some codes: O13 after O12, 1.4 after 1.3; empty where it holds no number."""
    last = re.fullmatch(r"(.*?)(\d+)", codes[-1]) if codes else None
    if last is None:
        return ""
    stem, number = last[1], int(last[2]) + 1
    taken = {code.lower() for code in codes}
    while f"{stem}{number}".lower() in taken:
        number += 1
    return f"{stem}{number}"


@dataclass(frozen=True)
class PlacedObjective:
    """An objective on one day: where it stands, its weight, and the links to its KPIs."""

    objective: Objective
    perspective: Perspective | None
    priority: Priority | None
    weight: float
    kpi_links: tuple[ObjectiveKPI, ...]


@dataclass(frozen=True)
class PlanStructure:
    """A plan on one day, as it was known at a moment."""

    plan: Plan
    perspectives: tuple[Perspective, ...]
    weights: dict[int, float]  # of perspectives, by id; without a row: 1
    priorities: tuple[Priority, ...]
    objectives: tuple[PlacedObjective, ...]

    def in_perspective(self, perspective: Perspective | None) -> list[PlacedObjective]:
        """Objectives of a perspective; None: those that stand in none."""
        wanted = perspective.pk if perspective else None
        return [one for one in self.objectives if (one.perspective.pk if one.perspective else None) == wanted]

    def of_priority(self, priority: Priority | None) -> list[PlacedObjective]:
        """Objectives that serve a priority; None: those that serve none."""
        wanted = priority.pk if priority else None
        return [one for one in self.objectives if (one.priority.pk if one.priority else None) == wanted]


def plan_structure(
    plan: Plan, on: dt.date | None = None, known_at: dt.datetime | None = None
) -> PlanStructure:
    """The plan with what holds on a day (None: today), as known at a moment (None: now).

    What was archived by that day is left out.

    Six queries, whatever the size of the plan.
    """
    day = on or timezone.localdate()
    standing = Q(archived_on__isnull=True) | Q(archived_on__gt=day)
    perspectives = tuple(plan.perspectives.filter(standing))
    priorities = tuple(plan.priorities.filter(standing))
    weights = PerspectiveWeight.objects.known_at(known_at).valid_on(day).filter(perspective__plan=plan)
    objectives = _as_of(plan.objectives.filter(standing), day, known_at)
    return PlanStructure(
        plan=plan,
        perspectives=perspectives,
        weights={row.perspective_id: row.weight for row in weights},
        priorities=priorities,
        objectives=tuple(_placed(objectives, perspectives, priorities)),
    )


def objective_placed(objective: Objective, on: dt.date | None = None) -> PlacedObjective:
    """One objective with what holds on a day (None: today), as known now."""
    day = on or timezone.localdate()
    found = _as_of(Objective.objects.filter(pk=objective.pk), day, None)
    plan = objective.plan
    return next(iter(_placed(found, tuple(plan.perspectives.all()), tuple(plan.priorities.all()))))


def _as_of(objectives: Any, day: dt.date, known_at: dt.datetime | None) -> Any:
    """Objectives with `links_then` and `placements_then`: what held on a day as known at a moment."""
    links = ObjectiveKPI.objects.known_at(known_at).valid_on(day).order_by("position", "pk")
    placements = ObjectivePlacement.objects.known_at(known_at).valid_on(day)
    return objectives.select_related("owner", "lead").prefetch_related(
        Prefetch("kpi_links", links.select_related("kpi"), to_attr="links_then"),
        Prefetch("placements", placements, to_attr="placements_then"),
    )


def _placed(
    objectives: Iterable[Any], perspectives: tuple[Perspective, ...], priorities: tuple[Priority, ...]
) -> Iterable[PlacedObjective]:
    """Objectives with the perspective and priority of their placement; without one they stand nowhere."""
    by_perspective = {each.pk: each for each in perspectives}
    by_priority = {each.pk: each for each in priorities}
    for objective in objectives:
        placement = next(iter(objective.placements_then), None)
        yield PlacedObjective(
            objective=objective,
            perspective=by_perspective.get(placement.perspective_id) if placement else None,
            priority=by_priority.get(placement.priority_id) if placement else None,
            weight=placement.weight if placement else 1.0,
            kpi_links=tuple(objective.links_then),
        )
