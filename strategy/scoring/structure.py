"""A plan's structure over time: what weighs how much in what, on any day of a stretch."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from strategy.models import (
    Objective,
    ObjectiveKPI,
    ObjectivePlacement,
    Perspective,
    PerspectiveWeight,
    Plan,
    Priority,
)


def _on(rows: list[Any], day: dt.date) -> Any | None:
    """The row valid on a day; rows of one thing never overlap."""
    return next(
        (
            row
            for row in rows
            if row.valid.lower <= day and (row.valid.upper is None or day < row.valid.upper)
        ),
        None,
    )


@dataclass(frozen=True)
class PlanOverTime:
    """A plan with every placement, link and weight known at a moment, whatever day they hold on."""

    plan: Plan
    perspectives: list[Perspective]
    priorities: list[Priority]
    objectives: list[Objective]
    placements: dict[int, list[ObjectivePlacement]]  # by objective
    links: dict[int, dict[int, list[ObjectiveKPI]]]  # by objective and KPI
    weights: dict[int, list[PerspectiveWeight]] = field(default_factory=dict)  # by perspective

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

    def placement(self, objective_id: int, day: dt.date) -> ObjectivePlacement | None:
        """Where an objective stands on a day."""
        found: ObjectivePlacement | None = _on(self.placements.get(objective_id, []), day)
        return found

    def kpis_of(self, objective_id: int, day: dt.date) -> list[ObjectiveKPI]:
        """The KPI links of an objective that hold on a day, in their order."""
        found = (_on(rows, day) for rows in self.links.get(objective_id, {}).values())
        return sorted((link for link in found if link is not None), key=lambda link: (link.position, link.pk))

    def perspective_weight(self, perspective_id: int, day: dt.date) -> float:
        """A perspective's weight on a day; 1 where none is set."""
        row = _on(self.weights.get(perspective_id, []), day)
        return 1.0 if row is None else row.weight


def read_plan_over_time(plan: Plan, known_at: dt.datetime | None = None) -> PlanOverTime:
    """The plan's structure as known at a moment (None: now); six queries whatever its size."""
    placements: dict[int, list[ObjectivePlacement]] = defaultdict(list)
    for row in ObjectivePlacement.objects.known_at(known_at).filter(objective__plan=plan):
        placements[row.objective_id].append(row)
    links: dict[int, dict[int, list[ObjectiveKPI]]] = defaultdict(lambda: defaultdict(list))
    for link in ObjectiveKPI.objects.known_at(known_at).filter(objective__plan=plan):
        links[link.objective_id][link.kpi_id].append(link)
    weights: dict[int, list[PerspectiveWeight]] = defaultdict(list)
    for weight in PerspectiveWeight.objects.known_at(known_at).filter(perspective__plan=plan):
        weights[weight.perspective_id].append(weight)
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
    plan: Plan, placements: dict[int, list[ObjectivePlacement]], known_at: dt.datetime | None
) -> list[Objective]:
    """The plan's objectives; in the past those whose place was known, for each has one from its beginning."""
    found = plan.objectives.select_related("lead", "owner")
    return [each for each in found if known_at is None or each.pk in placements]
