"""Commentaries beside the scores that were computed for the same objective and period."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone

from kpis.engine.frequency import Frequency, Period
from kpis.engine.scoring import State, Status, status_code
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import last_ended, period_text
from org.queries import root_department
from strategy.goals.assessing import differs
from strategy.models import Commentary, Plan
from strategy.scoring import read_scorecard

USUAL = Frequency.QUARTER
"""How often owners are asked."""


@dataclass(frozen=True)
class Computed:
    """The whole organisation's score of an objective in a period; without a score only a state."""

    score: float | None
    status: Status | State


@dataclass(frozen=True)
class Said:
    """A commentary with its period in words and as `code`, and what was computed (None: nothing)."""

    commentary: Commentary
    period: str
    code: str
    computed: Computed | None

    @property
    def differs(self) -> bool:
        """Whether its writer sees the objective otherwise than the score, where that says a colour."""
        return differs(self.commentary.assessment, self.computed.status if self.computed else None)


def beside_scores(commentaries: Iterable[Commentary], today: dt.date | None = None) -> list[Said]:
    """Each commentary beside its score; one reading of a scorecard for thirteen periods of a plan."""
    written, calendar = list(commentaries), fiscal_calendar()
    computed = _computed(written, today or timezone.localdate())
    return [
        Said(each, period_text(period_of(each), calendar), calendar.format(period_of(each)), found)
        for each in written
        for found in [computed.get((each.objective_id, period_of(each)))]
    ]


def period_of(commentary: Commentary) -> Period:
    """The period that a commentary is of."""
    return Period(Frequency(commentary.frequency), commentary.period)


def usual_period(today: dt.date) -> Period:
    """The latest ended period of which owners are asked to say something."""
    return last_ended(fiscal_calendar(), USUAL, today)


_Scores = dict[tuple[int, Period], Computed]


def _computed(commentaries: Sequence[Commentary], today: dt.date) -> _Scores:
    wanted: dict[tuple[int, Frequency], set[Period]] = defaultdict(set)
    plans: dict[int, Plan] = {}
    for each in commentaries:
        plan = each.objective.plan
        plans[plan.pk] = plan
        wanted[plan.pk, Frequency(each.frequency)].add(period_of(each))
    found: _Scores = {}
    for (plan_pk, _frequency), periods in wanted.items():
        left = periods
        while left:
            found |= (read := _read(plans[plan_pk], max(left, key=lambda each: each.ordinal), today))
            left = left - {period for _objective, period in read} if read else set()
    return found


def _read(plan: Plan, period: Period, today: dt.date) -> _Scores:
    """The scores of all objectives over the thirteen periods up to one; empty in an empty house."""
    root = root_department(today)
    if root is None:
        return {}
    card = read_scorecard(plan, root, period, today, signals=False)
    found = {}
    for line in card.objectives:
        for each, score in zip(card.periods[:-1], line.node.trend[:-1], strict=True):
            status = State.NOT_APPLICABLE if score is None else status_code(score)
            found[line.objective.pk, each] = Computed(score, status)
        found[line.objective.pk, period] = Computed(line.node.score.score, line.node.score.status)
    return found
