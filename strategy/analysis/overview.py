"""Everything that was found about a plan's surroundings and its organisation, read at once."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from strategy.analysis.readings import Reading, latest_readings
from strategy.analysis.tripwires import watched
from strategy.collecting import board_items
from strategy.enums import CATEGORIES, INTERNAL, AssumptionState, Category, Quadrant
from strategy.models import (
    AnalysisItem,
    Assumption,
    Capability,
    Competitor,
    Plan,
    Priority,
    Scenario,
    ScenarioEffect,
)


@dataclass(frozen=True)
class Field:
    """A quadrant of the board or a field of a lens, with its items."""

    code: str
    name: str
    items: tuple[AnalysisItem, ...]

    @property
    def is_internal(self) -> bool:
        """Whether it lies within the organisation's own reach."""
        return self.code in INTERNAL

    @property
    def helps(self) -> bool:
        """Whether it is on the organisation's side."""
        return self.code in (Quadrant.STRENGTH, Quadrant.OPPORTUNITY)


@dataclass(frozen=True)
class Judged:
    """A priority with each scenario and what it would mean for it (None: nobody has said)."""

    priority: Priority
    effects: tuple[tuple[Scenario, ScenarioEffect | None], ...]


@dataclass(frozen=True)
class Overview:
    """The analysis of a plan. `readings`: what the KPIs of tripwires say now, by assumption."""

    plan: Plan
    items: tuple[AnalysisItem, ...]
    capabilities: tuple[Capability, ...]
    competitors: tuple[Competitor, ...]
    scenarios: tuple[Scenario, ...]
    judged: tuple[Judged, ...]
    assumptions: tuple[Assumption, ...]
    readings: dict[int, Reading]

    @property
    def board(self) -> list[Field]:
        """The four quadrants, each with its items in their order."""
        return [
            Field(code, str(name), tuple(each for each in self.items if each.quadrant == code))
            for code, name in Quadrant.choices
        ]

    def lens(self, lens: str) -> list[Field]:
        """The fields of a lens, each with its items, the weightiest first."""
        names = dict(Category.choices)
        return [
            Field(code, str(names[Category(code)]), tuple(by_weight(self._seen(lens, code))))
            for code in CATEGORIES[lens]
        ]

    def _seen(self, lens: str, category: str) -> Iterable[AnalysisItem]:
        return (each for each in self.items if each.lens == lens and each.category == category)

    @property
    def tripped(self) -> list[Assumption]:
        """Assumptions whose wire tripped and that wait for an answer."""
        return [each for each in self.assumptions if each.tripped_at is not None]

    @property
    def shaky(self) -> list[Assumption]:
        """What much depends on and few are sure of: impact 4 or more, confidence 2 or less, or in doubt."""
        return [each for each in self.assumptions if is_shaky(each)]

    @property
    def is_empty(self) -> bool:
        """Whether nobody has looked around yet."""
        found = (self.items, self.capabilities, self.competitors, self.scenarios, self.assumptions)
        return not any(found)


def is_shaky(assumption: Assumption) -> bool:
    """Whether an assumption should be looked at before others."""
    if assumption.state != AssumptionState.HOLDS:
        return bool(assumption.state == AssumptionState.DOUBTFUL)
    return (assumption.impact or 0) >= 4 and (assumption.confidence or 5) <= 2


def weight_of(item: AnalysisItem) -> int:
    """Impact × likelihood, 1 to 25; what lies within is there already (5), the unrated comes last (0)."""
    if item.impact is None:
        return 0
    certain = 5 if item.quadrant in INTERNAL else 3
    return int(item.impact) * int(item.likelihood or certain)


def by_weight(items: Iterable[AnalysisItem]) -> list[AnalysisItem]:
    """The weightiest first, else as they stand."""
    return sorted(items, key=lambda each: -weight_of(each))


def read_overview(plan: Plan, today: dt.date) -> Overview:
    """The analysis of a plan; a dozen queries, however much was found."""
    scenarios = tuple(plan.scenarios.select_related("owner"))
    assumptions = tuple(
        plan.assumptions.select_related("owner", "kpi", "department", "priority", "objective", "answered_by")
    )
    return Overview(
        plan=plan,
        items=tuple(board_items(plan).select_related("owner", "kpi").order_by("position", "pk")),
        capabilities=tuple(plan.capabilities.select_related("owner")),
        competitors=tuple(plan.competitors.select_related("owner")),
        scenarios=scenarios,
        judged=tuple(_judged(plan, scenarios)),
        assumptions=assumptions,
        readings=latest_readings(watched(assumptions), today),
    )


def _judged(plan: Plan, scenarios: Sequence[Scenario]) -> Iterable[Judged]:
    """The plan's priorities × the scenarios."""
    said: dict[Any, ScenarioEffect] = {
        (each.priority_id, each.scenario_id): each
        for each in ScenarioEffect.objects.filter(scenario__in=scenarios)
    }
    for priority in plan.priorities.filter(archived_on__isnull=True):
        yield Judged(priority, tuple((each, said.get((priority.pk, each.pk))) for each in scenarios))
