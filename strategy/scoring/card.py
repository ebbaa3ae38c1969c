"""The scorecard's read model: a plan at a department and period, with every number the page and REST show.

The number of queries does not depend on how many objectives and KPIs there are.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from kpis.cells import Cell, CellGrid, read_cells
from kpis.engine.frequency import Period
from kpis.engine.nodes import NodeScore
from kpis.engine.periods import Calendar
from kpis.engine.signals import Reading
from kpis.models import KPI
from kpis.queries import Computation, computation
from kpis.queries import calendar as fiscal_calendar
from kpis.signal_readings import NOTHING, Said, read_readings
from kpis.store.rules import KnownRules, read_rules
from org.models import Department
from strategy.models import Objective, Perspective, Plan, Priority
from strategy.scoring.structure import PlanOverTime, read_plan_over_time
from strategy.scoring.tree import UNPLACED, PlanScores, score_plan
from strategy.scoring.trends import FloatArray, PlanTrends, plan_trends

TREND_PERIODS = 13


@dataclass(frozen=True)
class NodeLine:
    """A node's score in the period, its change since the one before, and its scores over thirteen periods."""

    score: NodeScore
    change: float | None
    trend: tuple[float | None, ...]


@dataclass(frozen=True)
class KpiLine:
    """A KPI under an objective: its cell and that of the period before, its values and targets over time.

    `signal`: +1 too high for chance, -1 too low, 0 none; `reading`: what that says with the status.
    """

    kpi: KPI
    rules: KnownRules
    weight: float
    cell: Cell
    before: Cell
    change: float | None
    value_trend: tuple[float | None, ...]
    target_trend: tuple[float | None, ...]
    signal: int = 0
    reading: Reading | None = None


@dataclass(frozen=True)
class ObjectiveLine:
    """An objective with its KPIs."""

    objective: Objective
    weight: float
    priority_id: int | None
    node: NodeLine
    kpis: tuple[KpiLine, ...]


@dataclass(frozen=True)
class PerspectiveLine:
    """A perspective (None: the objectives that stand in none) with its objectives."""

    perspective: Perspective | None
    weight: float
    node: NodeLine
    objectives: tuple[ObjectiveLine, ...]


@dataclass(frozen=True)
class Scorecard:
    """A plan at a department and period, as of a day."""

    plan: Plan
    department: Department
    period: Period
    periods: tuple[Period, ...]
    as_of: dt.date
    calendar: Calendar
    computation: Computation
    node: NodeLine
    perspectives: tuple[PerspectiveLine, ...]
    priorities: tuple[tuple[Priority, NodeLine], ...]

    @property
    def objectives(self) -> list[ObjectiveLine]:
        """All objectives, in the order of the page."""
        return [line for perspective in self.perspectives for line in perspective.objectives]

    @property
    def kpis(self) -> list[KpiLine]:
        """All KPI lines, in the order of the page; a KPI of two objectives comes twice."""
        return [line for objective in self.objectives for line in objective.kpis]


def read_scorecard(
    plan: Plan,
    department: Department,
    period: Period,
    as_of: dt.date | None = None,
    known_at: dt.datetime | None = None,
    *,
    signals: bool = True,
) -> Scorecard:
    """The scorecard of a plan at the end of a day (None: today). A dozen queries, whatever its size.

    `known_at`: as it was known at that moment, computed in memory; None: as it is known now. `signals`:
    whether its KPIs' natural variation is read as well.
    """
    day = as_of or timezone.localdate()
    calendar = fiscal_calendar()
    freshness = computation()
    over_time = read_plan_over_time(plan, known_at)
    rules = {each.kpi_id: each for each in read_rules(over_time.kpi_ids, known_at)}
    over_time = over_time.measured_by(rules)
    periods = tuple(calendar.shift(period, n) for n in range(1 - TREND_PERIODS, 1))
    grid = read_cells(department.pk, list(rules.values()), periods, calendar, day, known_at=known_at)
    days = [min(calendar.end(each), max(day, calendar.start(each))) for each in periods]
    scores = score_plan(over_time, {kpi_id: row[-1] for kpi_id, row in grid.cells.items()}, days[-1])
    trends = plan_trends(over_time, {kpi_id: row.scores for kpi_id, row in grid.cells.items()}, days)
    said = _said(department, rules, grid, day, known_at, calendar) if signals else {}
    builder = _Builder(
        over_time, rules, KPI.objects.in_bulk(list(rules)), grid, scores, trends, days[-1], said
    )
    return Scorecard(
        plan=plan,
        department=department,
        period=period,
        periods=periods,
        as_of=day,
        calendar=calendar,
        computation=freshness,
        node=_node_line(scores.plan, trends.plan),
        perspectives=builder.perspectives(),
        priorities=builder.priorities(),
    )


def _said(
    department: Department,
    rules: dict[int, KnownRules],
    grid: CellGrid,
    day: dt.date,
    known_at: dt.datetime | None,
    calendar: Calendar,
) -> dict[int, Said]:
    """What signal and status say together of each KPI in the period shown; a query a frequency and one."""
    wanted = [(department.pk, known, grid.cells[kpi_id][-1]) for kpi_id, known in rules.items()]
    return dict(zip(rules, read_readings(wanted, calendar, day, known_at), strict=True))


def _difference(now: float | None, before: float | None) -> float | None:
    return None if now is None or before is None else now - before


def _node_line(node: NodeScore, trend: FloatArray) -> NodeLine:
    """From a node in the period shown and its scores over the periods, of which that is the last."""
    numbers = _numbers(trend)
    return NodeLine(node, _difference(node.score, numbers[-2]), (*numbers[:-1], node.score))


def _numbers(row: FloatArray) -> tuple[float | None, ...]:
    return tuple(None if number != number else number for number in row.tolist())  # NaN differs from itself


@dataclass(frozen=True)
class _Builder:
    """Puts the lines together from what was read."""

    over_time: PlanOverTime
    rules: dict[int, KnownRules]
    kpis: dict[int, KPI]
    grid: CellGrid
    scores: PlanScores
    trends: PlanTrends
    day: dt.date
    said: Mapping[int, Said]

    def perspectives(self) -> tuple[PerspectiveLine, ...]:
        named: dict[int, Perspective] = {each.pk: each for each in self.over_time.perspectives}
        return tuple(
            PerspectiveLine(
                perspective=named.get(key),
                weight=self.over_time.perspective_weight(key, self.day) if key else 1.0,
                node=_node_line(node, self.trends.perspectives[key]),
                objectives=self._objectives(key),
            )
            for key, node in self.scores.perspectives.items()
            if self._stands(named.get(key)) and (key or self._objectives(key))
        )

    def _stands(self, element: Perspective | Priority | Objective | None) -> bool:
        """Whether it is not archived by the day; what is has no place and no KPIs, and counts nowhere."""
        return element is None or element.archived_on is None or element.archived_on > self.day

    def priorities(self) -> tuple[tuple[Priority, NodeLine], ...]:
        return tuple(
            (each, _node_line(self.scores.priorities[each.pk], self.trends.priorities[each.pk]))
            for each in self.over_time.priorities
            if self._stands(each)
        )

    def _objectives(self, perspective: int) -> tuple[ObjectiveLine, ...]:
        lines = []
        for objective in self.over_time.objectives:
            placement = self.over_time.placement(objective.pk, self.day)
            lane = (placement.perspective_id if placement else None) or UNPLACED
            if lane != perspective or not self._stands(objective):
                continue
            lines.append(
                ObjectiveLine(
                    objective=objective,
                    weight=placement.weight if placement else 1.0,
                    priority_id=placement.priority_id if placement else None,
                    node=_node_line(
                        self.scores.objectives[objective.pk], self.trends.objectives[objective.pk]
                    ),
                    kpis=self._kpis(objective),
                )
            )
        return tuple(lines)

    def _kpis(self, objective: Objective) -> tuple[KpiLine, ...]:
        return tuple(
            self._kpi(link.kpi_id, link.weight) for link in self.over_time.kpis_of(objective.pk, self.day)
        )

    def _kpi(self, kpi_id: int, weight: float) -> KpiLine:
        row = self.grid.cells[kpi_id]
        before, cell = row[-2:]
        said = self.said.get(kpi_id, NOTHING)
        return KpiLine(
            kpi=self.kpis[kpi_id],
            rules=self.rules[kpi_id],
            weight=weight,
            cell=cell,
            before=before,
            change=_difference(cell.score, before.score),
            value_trend=_numbers(row.values),
            target_trend=_numbers(row.targets),
            signal=said.signal,
            reading=said.reading,
        )
