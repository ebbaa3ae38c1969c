"""My part in the strategy: what a department, or a person, does in it, and whom to ask."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from kpis.engine.frequency import Period
from kpis.models import KPI
from org.enums import AccountKind, Role
from org.models import Department, Membership, User
from strategy.cascade.bonds import Bond, bonds_of
from strategy.cascade.parts import ListedPart, listed_parts
from strategy.cascade.reach import heads_of, measured_within, within_department
from strategy.enums import ActivityState, GoalState, SupportKind
from strategy.enums.cascade import Tie
from strategy.models import Contribution, Goal, GoalStep, Objective, OperationalActivity, Plan
from strategy.queries import standing_plans
from strategy.scoring import KpiLine, ObjectiveLine, Scorecard, read_scorecard

_DONE = (ActivityState.DONE, ActivityState.DROPPED)


@dataclass(frozen=True)
class Supported:
    """An objective of the strategy that a department helps, and by what."""

    line: ObjectiveLine
    bonds: tuple[Bond, ...]


@dataclass(frozen=True)
class OwnObjective:
    """An objective of a department's plan, and those that it contributes to."""

    line: ObjectiveLine
    above: tuple[Objective, ...]


@dataclass(frozen=True)
class DepartmentPart:
    """A department's part: `owned` and `supported` are objectives of the strategy, `own` those of its own."""

    plan: Plan
    department: Department
    card: Scorecard
    owned: tuple[ObjectiveLine, ...]
    supported: tuple[Supported, ...]
    parts: tuple[ListedPart, ...]
    own: tuple[OwnObjective, ...]
    kpis: tuple[KpiLine, ...]
    goals: tuple[Goal, ...]
    activities: tuple[OperationalActivity, ...]
    heads: tuple[User, ...]
    office: tuple[User, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the strategy has to do with the department yet."""
        return not (self.owned or self.supported or self.own or self.kpis or self.parts)


def department_part(
    plan: Plan, department: Department, user: Any, period: Period, as_of: dt.date
) -> DepartmentPart:
    """What a department and all below it do for a strategy, as far as the user may know of it.

    Three dozen queries and a dozen more for each plan that it writes.
    """
    card = read_scorecard(plan, department, period, as_of, signals=False)
    here = set(within_department(department).values_list("department", flat=True))
    bonds = [bond for bond in bonds_of(plan, user) if bond.department_id in here]
    parts = tuple(each for each in listed_parts(plan, user) if each.plan.department_id == department.pk)
    cards = [read_scorecard(each.plan, department, period, as_of, signals=False) for each in parts]
    lines = [line for line in card.objectives if line.objective.archived_on is None]
    owned = {bond.above_id for bond in bonds if bond.tie == Tie.OWNS}
    within = within_department(department).values("department")
    goals = _open_goals(user).filter(
        Q(department__in=within) | Q(objective__lead__in=within) | Q(objective__plan__department__in=within)
    )
    return DepartmentPart(
        plan=plan,
        department=department,
        card=card,
        owned=tuple(line for line in lines if line.objective.pk in owned),
        supported=_supported(lines, [each for each in bonds if each.above_id not in owned]),
        parts=parts,
        own=_own(cards),
        kpis=_measured(department, card, *cards),
        goals=tuple(goals),
        activities=tuple(_open_activities(user).filter(plan__department=department)),
        heads=tuple(heads_of(department)),
        office=office(),
    )


def _supported(lines: Iterable[ObjectiveLine], bonds: list[Bond]) -> tuple[Supported, ...]:
    found = (
        Supported(line, tuple(each for each in bonds if each.above_id == line.objective.pk)) for line in lines
    )
    return tuple(each for each in found if each.bonds)


def _own(cards: Iterable[Scorecard]) -> tuple[OwnObjective, ...]:
    """The objectives of a department's plans with those above each."""
    cards = list(cards)
    links = Contribution.objects.filter(objective__plan__in=[card.plan.pk for card in cards])
    above: dict[int, list[Objective]] = {}
    for link in links.select_related("above__plan"):
        above.setdefault(link.objective_id, []).append(link.above)
    return tuple(
        OwnObjective(line, tuple(above.get(line.objective.pk, ())))
        for card in cards
        for line in card.objectives
        if line.objective.archived_on is None
    )


def _measured(department: Department, *cards: Scorecard) -> tuple[KpiLine, ...]:
    """The KPIs of the scorecards that the department or one below it reports, or that are computed there."""
    reported = set(measured_within(KPI.objects.all(), department).values_list("pk", flat=True))
    found: dict[int, KpiLine] = {}
    for card in cards:
        for line in card.kpis:
            if line.cell.applicable or line.kpi.pk in reported:
                found.setdefault(line.kpi.pk, line)
    return tuple(found.values())


@dataclass(frozen=True)
class PersonPart:
    """What is a person's own in the strategy."""

    person: User
    departments: tuple[Department, ...]
    objectives: tuple[Objective, ...]
    teams: tuple[Objective, ...]
    goals: tuple[Goal, ...]
    steps: tuple[GoalStep, ...]
    activities: tuple[OperationalActivity, ...]
    kpis: tuple[KPI, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is the person's own yet."""
        return not (self.objectives or self.teams or self.goals or self.steps or self.activities or self.kpis)


def person_part(person: User) -> PersonPart:
    """What is somebody's own in the plans that they may know of; eight queries."""
    objectives = Objective.objects.filter(
        plan__in=standing_plans(person), archived_on__isnull=True
    ).select_related("plan")
    held = Membership.objects.filter(user=person, department__isnull=False).values("department")
    steps = GoalStep.objects.filter(who=person, goal__objective__plan__in=standing_plans(person))
    return PersonPart(
        person=person,
        departments=tuple(Department.objects.filter(pk__in=held)),
        objectives=tuple(_answered_for(person, objectives)),
        teams=tuple(objectives.filter(team__person=person).order_by("position")),
        goals=tuple(_open_goals(person).filter(owner=person)),
        steps=tuple(
            steps.exclude(state__in=_DONE)
            .filter(goal__archived_on__isnull=True)
            .select_related("goal__objective")
            .order_by("due_on", "pk")
        ),
        activities=tuple(_open_activities(person).filter(who=person)),
        kpis=tuple(_stewarded(person)),
    )


def _answered_for(person: User, objectives: QuerySet[Objective]) -> QuerySet[Objective]:
    """Those that the person owns; one that was adopted from an own one above is not said twice."""
    twice = Contribution.objects.filter(kind=SupportKind.ADOPTS, above__owner=person).values("objective")
    return objectives.filter(owner=person).exclude(pk__in=twice).order_by("-plan__kind", "position")


def office() -> tuple[User, ...]:
    """The strategy office: whom anybody may ask."""
    staff = Membership.objects.filter(role=Role.SMO_STAFF).values("user")
    return tuple(User.objects.filter(pk__in=staff, is_active=True, kind=AccountKind.PERSON).order_by("name"))


def _open_goals(user: Any) -> QuerySet[Goal]:
    found = Goal.objects.filter(
        objective__plan__in=standing_plans(user),
        objective__archived_on__isnull=True,
        archived_on__isnull=True,
        state=GoalState.OPEN,
    )
    return found.select_related("objective", "kpi", "owner").order_by("due_on", "pk")


def _open_activities(user: Any) -> QuerySet[OperationalActivity]:
    found = OperationalActivity.objects.filter(plan__in=standing_plans(user)).exclude(state__in=_DONE)
    return found.select_related("who", "objective", "plan").order_by("due_on", "position", "pk")


def _stewarded(person: User) -> QuerySet[KPI]:
    return KPI.objects.filter(series__steward=person).distinct().order_by("name")
