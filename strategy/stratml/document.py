"""What a StratML file says, as plain frozen records; every record knows its line in the file.

Texts are stripped, `""` where the file says nothing. `extra` holds, as plain JSON values, what has no field
of its own here, so that an export can give it back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from strategy.stratml.errors import Remark
from strategy.stratml.extra import Extra
from strategy.stratml.people import Organisation, Role, Stakeholder, Submitter
from strategy.stratml.performance import Indicator, Relationship, Result, ResultKind

__all__ = [
    "Counts",
    "Document",
    "Extra",
    "Goal",
    "Indicator",
    "Objective",
    "Organisation",
    "Plan",
    "Relationship",
    "Remark",
    "Result",
    "ResultKind",
    "Role",
    "Stakeholder",
    "Statement",
    "Submitter",
    "Value",
]


@dataclass(frozen=True, slots=True)
class Statement:
    """The vision or the mission."""

    description: str
    identifier: str
    line: int
    extra: Extra


@dataclass(frozen=True, slots=True)
class Value:
    """A value that guides the organisation."""

    name: str
    description: str
    line: int
    extra: Extra


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective of a goal."""

    name: str
    description: str
    identifier: str
    sequence: str
    stakeholders: tuple[Stakeholder, ...]
    indicators: tuple[Indicator, ...]
    other_information: str
    line: int
    extra: Extra

    @property
    def title(self) -> str:
        """The name, or what comes nearest to one: many files leave it empty."""
        return self.name or shortened(self.description) or self.sequence or self.identifier


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal; a strategic priority in the product's words."""

    name: str
    description: str
    identifier: str
    sequence: str
    stakeholders: tuple[Stakeholder, ...]
    objectives: tuple[Objective, ...]
    other_information: str
    line: int
    extra: Extra

    @property
    def title(self) -> str:
        """The name, or what comes nearest to one."""
        return self.name or shortened(self.description) or self.sequence or self.identifier


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan or report; `type` is Strategic_Plan, Performance_Plan, Performance_Report or empty."""

    name: str
    description: str
    type: str
    identifier: str
    organisations: tuple[Organisation, ...]
    vision: Statement | None
    mission: Statement | None
    values: tuple[Value, ...]
    goals: tuple[Goal, ...]
    start: date | None
    end: date | None
    published: date | None
    source: str
    submitter: Submitter | None
    other_information: str
    line: int
    extra: Extra

    @property
    def title(self) -> str:
        """The name, or the first organisation's where the file gives none."""
        named = (organisation.name for organisation in self.organisations if organisation.name)
        return self.name or next(named, "") or shortened(self.description)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a file holds, for the preview and the report of an import."""

    goals: int
    objectives: int
    indicators: int
    instances: int
    stakeholders: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its plan, the remarks of the reading, the root's local name and namespace."""

    plan: Plan
    warnings: tuple[Remark, ...]
    root: str
    namespace: str

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """All objectives of all goals in document order."""
        return tuple(objective for goal in self.plan.goals for objective in goal.objectives)

    @property
    def indicators(self) -> tuple[tuple[Objective, Indicator], ...]:
        """Every indicator with the objective it measures, in document order."""
        return tuple((objective, one) for objective in self.objectives for one in objective.indicators)

    def stakeholders(self) -> Iterator[Stakeholder]:
        """Give every stakeholder of organisations, goals and objectives; the same name may come often."""
        holders: tuple[Organisation | Goal | Objective, ...] = (
            *self.plan.organisations,
            *self.plan.goals,
            *self.objectives,
        )
        for holder in holders:
            yield from holder.stakeholders

    @property
    def counts(self) -> Counts:
        """How much the file holds."""
        return Counts(
            goals=len(self.plan.goals),
            objectives=len(self.objectives),
            indicators=len(self.indicators),
            instances=sum(indicator.instances for _objective, indicator in self.indicators),
            stakeholders=sum(1 for _stakeholder in self.stakeholders()),
        )


def shortened(text: str, limit: int = 120) -> str:
    """Give the first line of `text`, cut at a word so that it has at most `limit` characters."""
    first = text.strip().split("\n", 1)[0]
    if len(first) <= limit:
        return first
    return first[: limit - 1].rsplit(None, 1)[0] + "…"
