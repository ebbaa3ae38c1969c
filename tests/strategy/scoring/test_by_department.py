"""The plan's score at many departments at once, against the scorecard of each department by itself."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pytest

from kpis.actions import Entry, create_kpi, open_series, record_measurements
from kpis.actions.rollup import roll_up_all
from kpis.as_of import end_of
from kpis.engine.frequency import Frequency, Period
from kpis.engine.nodes import NodeScore
from kpis.engine.scoring import State
from kpis.models import KPI
from kpis.queries import calendar as fiscal_calendar
from org.queries import department_tree
from strategy.actions import (
    add_objective,
    add_perspective,
    add_priority,
    change_link_weight,
    change_perspective_weight,
    create_plan,
    link_kpi,
    place_objective,
    unlink_kpi,
)
from strategy.models import Objective, Plan
from strategy.scoring import Scorecard, read_scorecard
from strategy.scoring.by_department import DepartmentScore, score_departments
from tests.kpis.city import City, make_city, month
from tests.kpis.known import Clock

DAY = dt.date(2026, 8, 20)
FREQUENCIES = {
    "month": month(2025, 7),
    "quarter": 2025 * 4 + 1,
    "half": 2025 * 2,
    "year": 2024,
}
PERIODS = [
    Period(Frequency.MONTH, month(2026, 7)),
    Period(Frequency.MONTH, month(2026, 8)),
    Period(Frequency.MONTH, month(2026, 1)),
    Period(Frequency.QUARTER, 2026 * 4 + 1),
    Period(Frequency.QUARTER, 2026 * 4 + 2),
    Period(Frequency.YEAR, 2026),
    Period(Frequency.YEAR, 2023),
]


@dataclass(frozen=True)
class House:
    """A city with KPIs of all kinds, with gaps, under a plan whose links and weights change in time."""

    city: City
    plan: Plan


@pytest.fixture
def house(db: None) -> House:
    chance, clock, city = np.random.default_rng(7), Clock(), make_city()
    plan = create_plan(by=None, name="Harbour 2030", code="h30", default_perspectives=False)
    kpis = [_kpi(city, chance, number, frequency) for number, frequency in enumerate([*FREQUENCIES] * 3)]
    objectives = _objectives(plan)
    for number, kpi in enumerate(kpis):
        link_kpi(by=None, objective=objectives[number % 3], kpi=kpi, weight=float(number % 4))
    link_kpi(by=None, objective=objectives[0], kpi=kpis[1], weight=0.5)
    link_kpi(by=None, objective=objectives[1], kpi=_starting_in_june(city))
    clock.on(dt.date(2026, 8, 10))
    _change(plan, objectives, kpis)
    clock.on(DAY)
    roll_up_all(DAY)
    return House(city, plan)


def _kpi(city: City, chance: np.random.Generator, number: int, frequency: str) -> KPI:
    """Reported by some departments, with holes, to the present or for a while only."""
    kpi = create_kpi(
        by=None,
        code=f"k{number}",
        name=f"K{number}",
        frequency=frequency,
        direction="up",
        time_rollup=["sum", "mean", "last"][number % 3],
        department_rollup=["sum", "mean"][number % 2],
        own_value="adds",
        target=50.0,
        red_line=30.0,
        due_days=int(chance.integers(0, 40)),
        min_coverage=0.5,
    )
    rows = []
    for code in chance.choice(["roads", "parks", "health", "works", "city"], 3, replace=False):
        open_series(by=None, kpi=kpi, department=city[code], since=dt.date(2024 + number % 2, 1, 1))
        for step in np.flatnonzero(chance.random(14) < 0.6):
            value = float(chance.integers(0, 90))
            rows.append(Entry(kpi.pk, city[code].pk, FREQUENCIES[frequency] + int(step), value))
    record_measurements(by=None, rows=[row for row in rows if not _is_future(row, frequency)])
    return kpi


def _starting_in_june(city: City) -> KPI:
    """Nothing was reported yet; that of June is not late in August, of the quarter neither."""
    rollups = {"time_rollup": "sum", "department_rollup": "sum"}
    kpi = create_kpi(
        by=None, code="june", name="June", frequency="month", direction="up", due_days=60, **rollups
    )
    open_series(by=None, kpi=kpi, department=city["parks"], since=dt.date(2026, 6, 1))
    return kpi


def _is_future(row: Entry, frequency: str) -> bool:
    return fiscal_calendar().start(Period(Frequency(frequency), row.period)) > DAY


def _objectives(plan: Plan) -> list[Objective]:
    first, second = (
        add_perspective(by=None, plan=plan, code=code, name=code.title()) for code in ("people", "money")
    )
    priority = add_priority(by=None, plan=plan, code="p", name="Priority")
    return [
        add_objective(by=None, plan=plan, code="O1", name="One", perspective=second, priority=priority),
        add_objective(by=None, plan=plan, code="O2", name="Two", perspective=first, weight=2.0),
        add_objective(by=None, plan=plan, code="O3", name="Three"),
        add_objective(by=None, plan=plan, code="O4", name="Four", perspective=second),
    ]


def _change(plan: Plan, objectives: list[Objective], kpis: list[KPI]) -> None:
    """Other weights and links from July on."""
    july = dt.date(2026, 7, 1)
    change_perspective_weight(by=None, perspective=plan.perspectives.all()[1], weight=3.0, since=july)
    people = plan.perspectives.all()[0]
    place_objective(by=None, objective=objectives[2], perspective=people, priority=None, since=july)
    change_link_weight(by=None, objective=objectives[0], kpi=kpis[0], weight=4.0, since=july)
    unlink_kpi(by=None, objective=objectives[1], kpi=kpis[4], since=july)


def _of_card(card: Scorecard) -> tuple[object, ...]:
    cells = {line.kpi.pk: line.cell for line in card.kpis}.values()
    late = [cell.status in (State.LATE, State.MISSING) for cell in cells]
    return _read(card.node.score, card.node.change, sum(cell.applicable for cell in cells), sum(late))


def _of_department(found: DepartmentScore) -> tuple[object, ...]:
    return _read(found.score, found.change, found.kpis, found.late)


def _read(node: NodeScore, change: float | None, kpis: int, late: int) -> tuple[object, ...]:
    """Everything that is said, its numbers to nine digits: they are added up in another order."""
    parts = [(each.key, *map(_nine, (each.effective_weight, each.score))) for each in node.contributions]
    numbers = map(_nine, (node.score, node.coverage, change))
    return (*numbers, node.status, node.red_child, parts, kpis, late)


def _nine(number: float | None) -> float | None:
    return None if number is None else round(number, 9)


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_every_department_has_the_score_of_its_scorecard(house: House, period: Period) -> None:
    tree, calendar = department_tree(), fiscal_calendar()
    found = score_departments(house.plan, tree, period, calendar, DAY)
    cards = [read_scorecard(house.plan, house.city[node.code], period, DAY, signals=False) for node in tree]
    assert [_of_department(each) for each in found] == [_of_card(card) for card in cards]


@pytest.mark.parametrize("period", PERIODS[2:6:3], ids=str)
def test_so_it_was_on_a_past_day(house: House, period: Period) -> None:
    then = dt.date(2026, 8, 1)
    tree, calendar = department_tree(), fiscal_calendar()
    found = score_departments(house.plan, tree, period, calendar, then, end_of(DAY))
    cards = [
        read_scorecard(house.plan, house.city[node.code], period, then, end_of(DAY), signals=False)
        for node in tree
    ]
    assert [_of_department(each) for each in found] == [_of_card(card) for card in cards]


def test_a_plan_without_anything_scores_nothing(db: None) -> None:
    plan = create_plan(by=None, name="Empty", code="empty")
    make_city()
    found = score_departments(plan, department_tree(), PERIODS[0], fiscal_calendar(), DAY)
    assert {(each.score.score, str(each.score.status), each.kpis) for each in found} == {
        (None, "not_applicable", 0)
    }
