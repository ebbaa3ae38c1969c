"""Resources by objective and priority beside their weight in the plan and their score.

The weight of an objective is its share of the plan: that of its perspective among perspectives times its own
among the objectives of that perspective, as the score counts them (`kpi-semantics`).
"""

import datetime as dt
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from initiatives.enums import UNDER_WAY
from initiatives.means.following.flags import Facts, Flag, ObjectiveFlag, flags_of
from initiatives.means.following.shares import Got, Taken, share_out
from initiatives.means.money import money_of
from initiatives.means.people import fte_by_year
from initiatives.means.queries import counted_initiatives
from initiatives.models import Contribution, Initiative
from kpis.engine.nodes import NodeScore
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text
from org.queries import root_department
from strategy.default_period import default_period
from strategy.models import Objective, Plan, Priority
from strategy.scoring import Scorecard, read_scorecard


@dataclass(frozen=True)
class Shares:
    """Shares of the plan's weight, of the money and of the people, 0 to 1; and as per cent."""

    weight_share: float
    budget: Decimal
    budget_share: float
    fte: float
    fte_share: float

    @property
    def weight_percent(self) -> float:
        """Per cent of the plan's weight."""
        return 100 * self.weight_share

    @property
    def budget_percent(self) -> float:
        """Per cent of the money."""
        return 100 * self.budget_share

    @property
    def fte_percent(self) -> float:
        """Per cent of the people."""
        return 100 * self.fte_share


@dataclass(frozen=True)
class ObjectiveLine(Shares):
    """An objective with what it gets, how it does and what is wrong with that."""

    objective: Objective
    priority_id: int | None
    score: NodeScore
    kpis: int
    initiatives: tuple[Initiative, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True)
class PriorityLine(Shares):
    """A priority (None: objectives that serve none) with the sums of its objectives."""

    priority: Priority | None
    score: NodeScore | None


@dataclass(frozen=True)
class Following:
    """A plan's objectives and priorities with what they get. `period`: of the scores, in words.

    `unserved_budget`, `unserved_fte`: of the initiatives that serve no objective of the plan.
    """

    plan: Plan
    period: str
    objectives: tuple[ObjectiveLine, ...]
    priorities: tuple[PriorityLine, ...]
    budget: Decimal
    fte: float
    unserved_budget: Decimal
    unserved_fte: float
    flagged: tuple[tuple[Initiative, Flag], ...]


def read_following(
    user: Any, plan: Plan, year: int | None, today: dt.date, proposals: bool = False
) -> Following | None:
    """What each objective of a plan gets in a fiscal year (None: in all), of what the user may know of.

    None where there is no department yet. FTE are years of one person's full work.
    """
    top = root_department(today)
    if top is None:
        return None
    calendar = fiscal_calendar()
    period = default_period(plan, calendar, today)
    card = read_scorecard(plan, top, period, today, signals=False)
    initiatives = {each.pk: each for each in counted_initiatives(user, proposals)}
    keys = {line.objective.pk for line in card.objectives}
    serves = _served(initiatives, keys)
    taken = _taken(initiatives, serves, year)
    got = share_out(list(taken.values()))
    lines = _lines(card, got, {pk: tuple(initiatives[each] for each in serves_it(serves, pk)) for pk in keys})
    return Following(
        plan,
        period_text(period, calendar),
        lines,
        tuple(_priorities(card, lines)),
        got.whole_budget,
        got.whole_fte,
        got.unserved_budget,
        got.unserved_fte,
        tuple(_flagged(initiatives, taken)),
    )


def serves_it(serves: Mapping[int, Mapping[Hashable, int]], objective: int) -> list[int]:
    """The ids of the initiatives that serve an objective."""
    return [initiative for initiative, strengths in serves.items() if objective in strengths]


def _served(initiatives: Mapping[int, Initiative], keys: set[int]) -> dict[int, dict[Hashable, int]]:
    """By initiative the objectives of the plan that it serves, with the strength; one query."""
    found: dict[int, dict[Hashable, int]] = {pk: {} for pk in initiatives}
    rows = Contribution.objects.filter(objective__in=keys, initiative__in=list(initiatives))
    for initiative, objective, strength in rows.values_list("initiative", "objective", "strength"):
        found[initiative][objective] = strength
    return found


def _taken(
    initiatives: Mapping[int, Initiative], serves: Mapping[int, Mapping[Hashable, int]], year: int | None
) -> dict[int, Taken]:
    """What each initiative takes; two queries."""
    money = money_of(list(initiatives), year)
    people = fte_by_year(list(initiatives), fiscal_calendar())
    return {
        pk: Taken(
            money[pk].budget if pk in money else None,
            sum(fte for (_skill, of), fte in people.get(pk, {}).items() if year in (None, of)),
            dict(serves[pk]),
        )
        for pk in initiatives
    }


def _lines(
    card: Scorecard, got: Got[Any], serving: Mapping[int, tuple[Initiative, ...]]
) -> tuple[ObjectiveLine, ...]:
    weights = weight_shares(card)
    average = 1 / len(weights) if weights else 0.0
    lines = []
    for line in card.objectives:
        pk = line.objective.pk
        budget, fte = got.budget.get(pk, Decimal(0)), got.fte.get(pk, 0.0)
        share = _share(budget, got.whole_budget)
        kpis = len(line.kpis)
        facts = Facts(weights[pk], average, budget, share, kpis, line.node.score.status)
        lines.append(
            ObjectiveLine(
                weights[pk],
                budget,
                share,
                fte,
                fte / got.whole_fte if got.whole_fte else 0.0,
                line.objective,
                line.priority_id,
                line.node.score,
                kpis,
                serving[pk],
                tuple(flags_of(facts)),
            )
        )
    return tuple(lines)


def weight_shares(card: Scorecard) -> dict[int, float]:
    """The share of each objective in its plan, by id; they add up to 1, or are 0 where nothing weighs."""
    used = [each for each in card.perspectives if each.objectives]
    whole = sum(each.weight for each in used)
    found = {}
    for each in used:
        inside = sum(line.weight for line in each.objectives)
        for line in each.objectives:
            own = line.weight / inside if inside else 0.0
            found[line.objective.pk] = own * each.weight / whole if whole else 0.0
    return found


def _share(part: Decimal, whole: Decimal) -> float:
    return float(part / whole) if whole else 0.0


def _priorities(card: Scorecard, lines: tuple[ObjectiveLine, ...]) -> list[PriorityLine]:
    named: list[tuple[Priority | None, NodeScore | None]] = [
        (priority, node.score) for priority, node in card.priorities
    ]
    found = []
    for priority, score in [*named, (None, None)]:
        own = [line for line in lines if line.priority_id == (priority.pk if priority else None)]
        if own or priority:
            found.append(
                PriorityLine(
                    sum(line.weight_share for line in own),
                    sum((line.budget for line in own), Decimal(0)),
                    sum(line.budget_share for line in own),
                    sum(line.fte for line in own),
                    sum(line.fte_share for line in own),
                    priority,
                    score,
                )
            )
    return found


def _flagged(
    initiatives: Mapping[int, Initiative], taken: Mapping[int, Taken]
) -> list[tuple[Initiative, Flag]]:
    found = []
    for pk, each in initiatives.items():
        if not taken[pk].serves:
            found.append((each, Flag(ObjectiveFlag.NO_OBJECTIVE)))
        if taken[pk].budget is None and each.stage in UNDER_WAY:
            found.append((each, Flag(ObjectiveFlag.NO_BUDGET)))
    return found
