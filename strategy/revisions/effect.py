"""What a revision does to the scores: the plan's beside the branch's, from the same values."""

import datetime as dt
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from kpis.cells import read_cells
from kpis.engine.frequency import Period
from kpis.engine.nodes import NodeScore
from kpis.queries import calendar as fiscal_calendar
from kpis.store.rules import read_rules
from org.models import Department
from strategy.models import Plan
from strategy.scoring.dated import AnyRow
from strategy.scoring.structure import PlanOverTime, read_plan_over_time
from strategy.scoring.tree import PlanScores, score_plan


@dataclass(frozen=True)
class Effect:
    """A node with its score before and after; None: it is not there. `kind`: plan, perspective, objective."""

    kind: str
    name: str
    code: str
    before: NodeScore | None
    after: NodeScore | None

    @property
    def kind_word(self) -> str:
        """The kind, for people."""
        return {"plan": _("Plan"), "perspective": _("Perspective"), "objective": _("Objective")}[self.kind]

    @property
    def change(self) -> float | None:
        """Points that it gains (or, below zero, loses)."""
        if self.before is None or self.after is None:
            return None
        if self.before.score is None or self.after.score is None:
            return None
        return self.after.score - self.before.score

    @property
    def differs(self) -> bool:
        """Whether anything that is shown of it differs."""
        return self.before != self.after and (
            self.before is None
            or self.after is None
            or (self.before.score, self.before.status) != (self.after.score, self.after.status)
        )


def effects_of(
    plan: Plan, branch: Plan, department: Department, period: Period, as_of: dt.date
) -> list[Effect]:
    """The scores of the plan and all that is in it, as it is now and as the branch has it, in one period.

    Both are scored as though their latest weights, places and links had held in the period, so that nothing
    but the revision makes the difference. Some sixteen queries.
    """
    calendar = fiscal_calendar()
    sides = [_for_good(read_plan_over_time(each)) for each in (plan, branch)]
    rules = {each.kpi_id: each for each in read_rules(sorted({*sides[0].kpi_ids, *sides[1].kpi_ids}), None)}
    grid = read_cells(department.pk, list(rules.values()), (period,), calendar, as_of)
    cells = {kpi_id: row[-1] for kpi_id, row in grid.cells.items()}
    day = min(calendar.end(period), max(as_of, calendar.start(period)))
    before, after = (_keyed(side, score_plan(side.measured_by(rules), cells, day)) for side in sides)
    named = {key: name for each in (after, before) for key, (name, _score) in each.items()}
    return [
        Effect(
            kind=key[0],
            name=named[key][0],
            code=named[key][1],
            before=before[key][1] if key in before else None,
            after=after[key][1] if key in after else None,
        )
        for key in dict.fromkeys((*before, *after))
    ]


_Key = tuple[str, int]  # kind, and the id in the plan; of what is new on the branch its own, below zero


def _keyed(side: PlanOverTime, scores: PlanScores) -> dict[_Key, tuple[tuple[str, str], NodeScore]]:
    """Each node's name, code and score."""
    found = {("plan", 0): ((side.plan.name, side.plan.code), scores.plan)}
    for kind, elements, of_kind in (
        ("perspective", side.perspectives, scores.perspectives),
        ("objective", side.objectives, scores.objectives),
    ):
        for each in elements:
            key = each.pk if side.plan.revises_id is None else each.origin_id or -each.pk
            if each.pk in of_kind and each.archived_on is None:
                found[kind, key] = ((each.name, each.code), of_kind[each.pk])
    return found


def _for_good(plan: PlanOverTime) -> PlanOverTime:
    """The plan with only what holds for good, as though it always had."""
    return replace(
        plan,
        placements={key: _lasting(rows) for key, rows in plan.placements.items()},
        links={
            key: {kpi: _lasting(rows) for kpi, rows in links.items()} for key, links in plan.links.items()
        },
        weights={key: _lasting(rows) for key, rows in plan.weights.items()},
    )


def _lasting(rows: list[AnyRow]) -> list[AnyRow]:
    return [row._replace(start=None) for row in rows if row.stop is None]
