"""A plan's structure over time: what weighs how much in what, on any day of a stretch."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from strategy.models import (
    Objective,
    ObjectiveKPI,
    ObjectivePlacement,
    Perspective,
    PerspectiveWeight,
    Plan,
    Priority,
)
from strategy.scoring.dated import AnyRow, Linked, Placed, Weighed, holds, rows_of


def _on(rows: list[AnyRow], day: dt.date) -> AnyRow | None:
    """The row that holds on a day; rows of one thing never overlap."""
    return next((row for row in rows if holds(row, day)), None)


@dataclass(frozen=True)
class PlanOverTime:
    """A plan with every placement, link and weight known at a moment, whatever day they hold on."""

    plan: Plan
    perspectives: list[Perspective]
    priorities: list[Priority]
    objectives: list[Objective]
    placements: dict[int, list[Placed]]  # by objective
    links: dict[int, dict[int, list[Linked]]]  # by objective and KPI
    weights: dict[int, list[Weighed]] = field(default_factory=dict)  # by perspective

    @property
    def kpi_ids(self) -> list[int]:
        """Every KPI that was ever linked, in ascending order."""
        return sorted({kpi for links in self.links.values() for kpi in links})

    def measured_by(self, kpi_ids: Collection[int]) -> "PlanOverTime":
        """The same without links to other KPIs: one that was not defined yet measures nothing."""
        if all(kpi in kpi_ids for links in self.links.values() for kpi in links):
            return self
        links = {
            objective: {kpi: rows for kpi, rows in links.items() if kpi in kpi_ids}
            for objective, links in self.links.items()
        }
        return replace(self, links=links)

    def placement(self, objective_id: int, day: dt.date) -> Placed | None:
        """Where an objective stands on a day."""
        return _on(self.placements.get(objective_id, []), day)

    def kpis_of(self, objective_id: int, day: dt.date) -> list[Linked]:
        """The KPI links of an objective that hold on a day, in their order."""
        found = (_on(rows, day) for rows in self.links.get(objective_id, {}).values())
        return sorted((link for link in found if link is not None), key=lambda link: (link.position, link.pk))

    def perspective_weight(self, perspective_id: int, day: dt.date) -> float:
        """A perspective's weight on a day; 1 where none is set."""
        row = _on(self.weights.get(perspective_id, []), day)
        return 1.0 if row is None else row.weight


def read_plan_over_time(plan: Plan, known_at: dt.datetime | None = None) -> PlanOverTime:
    """The plan's structure as known at a moment (None: now); six queries whatever its size."""
    placements: dict[int, list[Placed]] = defaultdict(list)
    for placed in rows_of(ObjectivePlacement.objects.known_at(known_at).filter(objective__plan=plan), Placed):
        placements[placed.objective_id].append(placed)
    links: dict[int, dict[int, list[Linked]]] = defaultdict(lambda: defaultdict(list))
    for link in rows_of(ObjectiveKPI.objects.known_at(known_at).filter(objective__plan=plan), Linked):
        links[link.objective_id][link.kpi_id].append(link)
    weights: dict[int, list[Weighed]] = defaultdict(list)
    found = PerspectiveWeight.objects.known_at(known_at).filter(perspective__plan=plan)
    for weighed in rows_of(found, Weighed):
        weights[weighed.perspective_id].append(weighed)
    return PlanOverTime(
        plan=plan,
        perspectives=list(plan.perspectives.all()),
        priorities=list(plan.priorities.all()),
        objectives=_known_objectives(plan, placements, known_at),
        placements=placements,
        links=links,
        weights=weights,
    )


def _known_objectives(
    plan: Plan, placements: dict[int, list[Placed]], known_at: dt.datetime | None
) -> list[Objective]:
    """The plan's objectives; in the past those whose place was known, for each has one from its beginning."""
    found = plan.objectives.select_related("lead", "owner")
    return [each for each in found if known_at is None or each.pk in placements]
