"""The trends of nodes, computed for all periods at once, against the score of each period by itself."""

import datetime as dt
from typing import Any

import numpy as np
import pytest

from kpis.cells import Cell
from kpis.engine.frequency import Frequency, Period
from kpis.engine.scoring import State, status_code
from strategy.models import Objective, Perspective, Plan, Priority
from strategy.scoring.dated import Linked, Placed, Weighed
from strategy.scoring.structure import PlanOverTime
from strategy.scoring.tree import PlanScores, score_plan
from strategy.scoring.trends import plan_trends

DAYS = [dt.date(2026, month, 28) for month in range(1, 13)]
KPIS, OBJECTIVES, PERSPECTIVES, PRIORITIES = 12, 5, 3, 2


def stretches(chance: np.random.Generator) -> list[tuple[dt.date, dt.date | None]]:
    """When one row after the other holds: with gaps, from before the first day or after it, or for ever."""
    edges = sorted({dt.date(2025, 12, 1) + dt.timedelta(int(n)) for n in chance.integers(0, 400, 4)})
    return [(edges[0], edges[1]), (edges[-1], None)]


def weight_of(chance: np.random.Generator) -> float:
    return float(chance.choice([0.0, 0.5, 1.0, 3.0]))


def placements(chance: np.random.Generator, objective: int) -> list[Placed]:
    return [
        Placed(
            objective_id=objective,
            perspective_id=int(chance.integers(0, PERSPECTIVES + 1)) or None,
            priority_id=int(chance.integers(0, PRIORITIES + 1)) or None,
            weight=weight_of(chance),
            start=start,
            stop=stop,
        )
        for start, stop in stretches(chance)
    ]


def links(chance: np.random.Generator, objective: int) -> dict[int, list[Linked]]:
    kpis = sorted({int(n) for n in chance.integers(1, KPIS + 1, 4)})
    return {
        kpi: [
            Linked(objective, kpi, place, weight_of(chance), start, stop) for start, stop in stretches(chance)
        ]
        for place, kpi in enumerate(kpis)
    }


def a_plan(chance: np.random.Generator) -> PlanOverTime:
    objectives = range(1, OBJECTIVES + 1)
    return PlanOverTime(
        plan=Plan(min_coverage=0.5),
        perspectives=[Perspective(pk=n) for n in range(1, PERSPECTIVES + 1)],
        priorities=[Priority(pk=n) for n in range(1, PRIORITIES + 1)],
        objectives=[Objective(pk=n) for n in objectives],
        placements={n: placements(chance, n) for n in objectives if n > 1},
        links={n: links(chance, n) for n in objectives},
        weights={
            1: [Weighed(1, weight_of(chance), start, stop) for start, stop in stretches(chance)],
        },
    )


def cell(score: float) -> Cell:
    """A cell with this score, NaN for none."""
    missing = score != score
    return Cell(
        value=None if missing else score,
        score=None if missing else score,
        anchors=(None,) * 4,
        anchors_to_date=(None,) * 4,
        status=State.LATE if missing else status_code(score),
        reported=0 if missing else 1,
        expected=1,
        coverage=0.0 if missing else 1.0,
        shown=Period(Frequency.MONTH, 0),
        held=False,
        to_date=False,
        carried=False,
        as_at=None,
    )


def one_by_one(scored: list[PlanScores], kind: str, key: int) -> list[float | None]:
    """A node's score in each period; None where it has none or is not in the plan then."""
    nodes: list[Any] = [getattr(each, kind).get(key) for each in scored]
    return [None if node is None else node.score for node in nodes]


def as_numbers(trend: Any) -> list[float | None]:
    return [None if score != score else score for score in trend.tolist()]


@pytest.mark.parametrize("seed", range(40))
def test_a_trend_is_the_score_of_each_period_with_what_holds_then(seed: int) -> None:
    chance = np.random.default_rng(seed)
    plan = a_plan(chance)
    scores = {kpi: chance.uniform(0, 100, len(DAYS)) for kpi in range(1, KPIS + 1)}
    for row in scores.values():
        row[chance.uniform(0, 1, len(DAYS)) < 0.3] = np.nan
    scored = [
        score_plan(plan, {kpi: cell(float(row[i])) for kpi, row in scores.items()}, day)
        for i, day in enumerate(DAYS)
    ]
    trends = plan_trends(plan, scores, DAYS)
    found = {
        (kind, key): as_numbers(trend)
        for kind in ("perspectives", "priorities", "objectives")
        for key, trend in getattr(trends, kind).items()
    }
    expected = {(kind, key): one_by_one(scored, kind, key) for kind, key in found}
    assert found == {name: pytest.approx(trend, abs=1e-12) for name, trend in expected.items()}
    assert as_numbers(trends.plan) == pytest.approx([each.plan.score for each in scored], abs=1e-12)


def test_a_plan_without_objectives_has_no_score_in_any_period() -> None:
    plan = PlanOverTime(Plan(min_coverage=0.5), [Perspective(pk=1)], [], [], {}, {})
    trends = plan_trends(plan, {}, DAYS)
    assert [as_numbers(trends.plan), as_numbers(trends.perspectives[1])] == [[None] * 12, [None] * 12]
