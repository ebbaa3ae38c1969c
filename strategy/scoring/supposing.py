"""What the scores of a plan would be if one of its KPIs scored otherwise."""

import datetime as dt
from dataclasses import dataclass, replace

from kpis.cells import Cell, read_cells
from kpis.engine.frequency import Period
from kpis.engine.scoring import State, status_code
from kpis.queries import calendar as fiscal_calendar
from kpis.store.rules import read_rules
from org.models import Department
from strategy.models import Objective, Plan
from strategy.scoring.structure import read_plan_over_time
from strategy.scoring.tree import score_plan


@dataclass(frozen=True)
class Supposed:
    """A KPI's score as it is and as it would be, None for none."""

    kpi_id: int
    before: float | None
    after: float | None


@dataclass(frozen=True)
class Moved:
    """A node's score as it is and as it would be; `objective` None: the plan's own."""

    objective: Objective | None
    before: float | None
    after: float | None


def moved_by(
    supposed: Supposed, plan: Plan, department: Department, period: Period, as_of: dt.date
) -> list[Moved]:
    """The objectives of a plan, and last the plan, whose scores would be others; a dozen queries.

    Only the KPI itself is supposed to score otherwise, not those that are computed from it.
    """
    calendar = fiscal_calendar()
    over_time = read_plan_over_time(plan)
    rules = {each.kpi_id: each for each in read_rules(over_time.kpi_ids, None)}
    if supposed.kpi_id not in rules:
        return []
    over_time = over_time.measured_by(rules)
    grid = read_cells(department.pk, list(rules.values()), (period,), calendar, as_of)
    cells = {kpi_id: row[-1] for kpi_id, row in grid.cells.items()}
    day = min(calendar.end(period), max(as_of, calendar.start(period)))
    cell = cells[supposed.kpi_id]
    before, after = (
        score_plan(over_time, {**cells, supposed.kpi_id: _scoring(cell, score)}, day)
        for score in (supposed.before, supposed.after)
    )
    nodes = [
        Moved(each, before.objectives[each.pk].score, after.objectives[each.pk].score)
        for each in over_time.objectives
        if each.archived_on is None or each.archived_on > day
    ]
    nodes.append(Moved(None, before.plan.score, after.plan.score))
    return [each for each in nodes if each.before != each.after]


def _scoring(cell: Cell, score: float | None) -> Cell:
    """The cell with another score."""
    return replace(cell, score=score, status=State.UNSCORED if score is None else status_code(score))
