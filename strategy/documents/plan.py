"""A plan as one reads it from the first page to the last, with its numbers in a period."""

from collections import defaultdict
from dataclasses import dataclass

from kpis.engine.frequency import Period
from org.models import Department
from strategy.models import (
    Agreement,
    Goal,
    OperationalActivity,
    Plan,
    PlanSection,
    PlanVersion,
    Priority,
    StatementPart,
    Value,
)
from strategy.presenters import Row, rows_of
from strategy.queries import PlacedObjective, plan_structure
from strategy.scoring import read_scorecard
from strategy.views.context import PageContext


@dataclass(frozen=True)
class Chapter:
    """An objective with its lines of the scorecard, its goals with their steps, and who takes part."""

    placed: PlacedObjective
    line: Row | None
    kpis: tuple[Row, ...]
    goals: tuple[Goal, ...]
    supporting: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A strategic priority (None: of no priority) with its objectives."""

    priority: Priority | None
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class PlanDocument:
    """Everything that a printed plan says. Nineteen queries at most, whatever its size."""

    plan: Plan
    period: Period | None
    values: tuple[Value, ...]
    statement_parts: tuple[StatementPart, ...]
    sections: tuple[PlanSection, ...]
    activities: tuple[OperationalActivity, ...]
    parts: tuple[Part, ...]
    agreements: tuple[Agreement, ...]
    version: PlanVersion | None


def plan_document(plan: Plan, context: PageContext | None) -> PlanDocument:
    """Read the plan as it stands on the page's day; without a context (no departments) without numbers."""
    structure = plan_structure(
        plan, context.as_of if context else None, context.known_at if context else None
    )
    lines, kpis = _lines(plan, context)
    goals = _goals(plan)
    supporting = _supporting(plan)

    def chapter(placed: PlacedObjective) -> Chapter:
        pk = placed.objective.pk
        line = lines.get(pk)
        own = tuple(kpis[line.code]) if line else ()
        return Chapter(placed, line, own, tuple(goals[pk]), tuple(supporting[pk]))

    parts = [
        Part(priority, tuple(chapter(one) for one in structure.of_priority(priority)))
        for priority in (*structure.priorities, None)
    ]
    return PlanDocument(
        plan=plan,
        period=context.period if context else None,
        values=tuple(plan.standing_values),
        statement_parts=tuple(plan.statement_parts.all()),
        sections=tuple(plan.sections.all()),
        activities=tuple(plan.activities.select_related("who", "objective")),
        parts=tuple(part for part in parts if part.priority or part.chapters),
        agreements=tuple(plan.agreements.filter(stands=True).select_related("by", "department")),
        version=plan.versions.first(),
    )


def _lines(plan: Plan, context: PageContext | None) -> tuple[dict[int, Row], dict[str, list[Row]]]:
    """The scorecard's lines of objectives by key, and those of KPIs by their objective's code."""
    kpis: dict[str, list[Row]] = defaultdict(list)
    if context is None:
        return {}, kpis
    department = Department.objects.get(pk=context.department.id)
    card = read_scorecard(plan, department, context.period, context.as_of, context.known_at)
    rows = rows_of(card)
    for row in rows:
        if row.kind == "kpi":
            kpis[row.parent].append(row)
    return {row.key: row for row in rows if row.key is not None}, kpis


def _goals(plan: Plan) -> dict[int, list[Goal]]:
    """The goals of each objective, with their KPIs, owners and steps."""
    found: dict[int, list[Goal]] = defaultdict(list)
    goals = Goal.objects.filter(objective__plan=plan, archived_on__isnull=True)
    for goal in goals.select_related("kpi", "owner").prefetch_related("steps__who"):
        found[goal.objective_id].append(goal)
    return found


def _supporting(plan: Plan) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = plan.objectives.filter(supporting__isnull=False).order_by("supporting__pk")
    for pk, name in rows.values_list("pk", "supporting__department__name"):
        found[pk].append(name)
    return found
