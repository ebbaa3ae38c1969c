"""What is known of how a plan is measured, as the rules see it."""

from dataclasses import dataclass
from functools import cached_property

from kpis.engine.periods import Calendar
from kpis.enums import Direction, Kind
from kpis.models import KPI, Definition
from strategy.models import Objective
from strategy.queries import PlanStructure


@dataclass(frozen=True)
class Reporter:
    """A department that reports a KPI today, and whether somebody is named who does it."""

    department: str
    has_steward: bool


@dataclass(frozen=True)
class YearCompared:
    """A year's target at the top and what was reached the year before, both of whole years."""

    target: float
    reached: float
    year: str
    before: str


@dataclass(frozen=True)
class Measure:
    """A KPI of the plan. `targets`: series and cell targets that hold; `disordered`: those out of order."""

    kpi: KPI
    definition: Definition
    objectives: tuple[Objective, ...]
    reporters: tuple[Reporter, ...]
    targets: int
    disordered: int
    has_values: bool
    compared: YearCompared | None

    @property
    def is_formula(self) -> bool:
        """Whether it is computed."""
        return self.definition.kind == Kind.FORMULA

    @property
    def has_target(self) -> bool:
        """Whether anything says what is to be reached."""
        own = self.definition.low if self.definition.direction == Direction.BAND else self.definition.target
        return own is not None or self.targets > 0


@dataclass(frozen=True)
class PlanFacts:
    """A plan as it stands today. `units`: of every KPI, by code, for formulas."""

    structure: PlanStructure
    measures: dict[int, Measure]
    units: dict[str, str]
    calendar: Calendar

    @cached_property
    def of_objective(self) -> dict[int, list[Measure]]:
        """The measures of each objective, by its key."""
        return {
            placed.objective.pk: [self.measures[link.kpi_id] for link in placed.kpi_links]
            for placed in self.structure.objectives
        }
