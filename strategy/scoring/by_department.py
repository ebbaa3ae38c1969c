"""A plan's score at many departments: one reading of cells for all of them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kpis.cells import Cell, read_many
from kpis.engine.frequency import Period
from kpis.engine.nodes import NodeScore
from kpis.engine.periods import Calendar
from kpis.engine.scoring import State
from kpis.store.rules import read_rules
from org.queries import TreeNode
from strategy.models import Plan
from strategy.scoring.structure import read_plan_over_time
from strategy.scoring.tree import score_plan

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
    rows = iter(read_many(wanted, periods, calendar, as_of, known_at=known_at, numbers_only=True))
    scored = []
    for node in departments:
        cells = {known.kpi_id: next(rows) for known in rules}
        before, now = (
            score_plan(over_time, {key: row[i] for key, row in cells.items()}, day).plan
            for i, day in enumerate(days)
        )
        here = {key: row[1] for key, row in cells.items()}
        scored.append(_department_score(node, before, now, here))
    return scored


def _department_score(
    node: TreeNode, before: NodeScore, now: NodeScore, cells: Mapping[int, Cell]
) -> DepartmentScore:
    change = None if now.score is None or before.score is None else now.score - before.score
    return DepartmentScore(
        department=node,
        score=now,
        change=change,
        kpis=sum(cell.applicable for cell in cells.values()),
        late=sum(cell.status in _LATE for cell in cells.values()),
    )
