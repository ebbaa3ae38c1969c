"""A plan's score at many departments: one reading of cells for all of them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kpis.cells import Cell, CellRow, read_many
from kpis.engine.frequency import Period
from kpis.engine.nodes import NodeScore
from kpis.engine.periods import Calendar
from kpis.engine.scoring import State
from kpis.store.rules import read_rules
from org.queries import TreeNode
from strategy.models import Plan
from strategy.scoring.structure import PlanOverTime, read_plan_over_time
from strategy.scoring.tree import plan_on
from strategy.scoring.trends import plan_trends

_LATE = {State.LATE, State.MISSING}


@dataclass(frozen=True)
class DepartmentScore:
    """The plan's score at a department, its change since the period before, and what it is made of.

    `kpis`: how many of the plan's KPIs are measured there; `late`: how many have no value though overdue.
    """

    department: TreeNode
    score: NodeScore
    change: float | None
    kpis: int
    late: int


def score_departments(
    plan: Plan,
    departments: Sequence[TreeNode],
    period: Period,
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> list[DepartmentScore]:
    """The plan's score at each of the departments; ten queries, however many there are.

    `known_at`: as it was known at that moment; None: as it is known now.
    """
    over_time = read_plan_over_time(plan, known_at)
    rules = read_rules(over_time.kpi_ids, known_at)
    over_time = over_time.measured_by({each.kpi_id for each in rules})
    periods = [calendar.previous(period), period]
    days = [min(calendar.end(each), max(as_of, calendar.start(each))) for each in periods]
    wanted = [(node.id, known) for node in departments for known in rules]
    rows = read_many(wanted, periods, calendar, as_of, known_at=known_at, numbers_only=True)
    many = len(rules)
    by_department = [rows[i * many : (i + 1) * many] for i in range(len(departments))]
    before = _plan_scores(over_time, [each.kpi_id for each in rules], by_department, days[0])
    plan_now = plan_on(over_time, days[1])
    scored = []
    for node, here, earlier in zip(departments, by_department, before, strict=True):
        cells = {known.kpi_id: row[1] for known, row in zip(rules, here, strict=True)}
        scored.append(_department_score(node, earlier, plan_now.scores(cells).plan, cells))
    return scored


def _plan_scores(
    over_time: PlanOverTime, kpi_ids: Sequence[int], rows: Sequence[Sequence[CellRow]], day: dt.date
) -> list[float | None]:
    """The plan's score at each department in the first of the periods; `rows`: [department][KPI]."""
    scores = np.array([[row.scores[0] for row in here] for here in rows]).reshape(len(rows), len(kpi_ids))
    trends = plan_trends(over_time, dict(zip(kpi_ids, scores.T, strict=True)), [day] * len(rows))
    return [None if np.isnan(score) else float(score) for score in trends.plan]


def _department_score(
    node: TreeNode, before: float | None, now: NodeScore, cells: Mapping[int, Cell]
) -> DepartmentScore:
    change = None if now.score is None or before is None else now.score - before
    return DepartmentScore(
        department=node,
        score=now,
        change=change,
        kpis=sum(cell.applicable for cell in cells.values()),
        late=sum(cell.status in _LATE for cell in cells.values()),
    )
