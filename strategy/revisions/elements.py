"""The kinds of elements that a plan is made of, each with its facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strategy.models import (
    Goal,
    GoalStep,
    Objective,
    OperationalActivity,
    Perspective,
    PlanSection,
    Priority,
    StatementPart,
    Value,
)

Facts = dict[str, Any]  # JSON: texts, numbers, booleans, days as ISO dates
Elements = dict[str, Facts]  # by "kind:key"
Snapshot = Mapping[str, Any]

PLAN = "plan:"
CAUSE = "cause_effect"
PLAN_WORDS = (
    "name",
    "description",
    "vision",
    "vision_meaning",
    "mission",
    "mission_meaning",
    "starts_on",
    "ends_on",
    "min_coverage",
)


@dataclass(frozen=True)
class Kind:
    """A kind of element: its table, its columns, and those that name another element of the same plan.

    `way`: from the table to the plan. `archived`: it is archived, not deleted, when the plan says it no more.
    """

    name: str
    model: type[Model]
    label: Promise | str
    words: tuple[str, ...]
    inside: Mapping[str, str]  # column to the kind it names
    way: str = "plan"
    archived: bool = False

    def of(self, plan_id: int) -> Q:
        """The elements of a plan that it still says."""
        found = Q(**{self.way: plan_id})
        return found & Q(archived_on__isnull=True) if self.archived else found

    def key(self, pk: int) -> str:
        """How a snapshot names the element."""
        return f"{self.name}:{pk}"


# A kind comes after those that it names.
KINDS: tuple[Kind, ...] = (
    Kind("value", Value, _("Value"), ("name", "description", "position"), {}, archived=True),
    Kind("part", StatementPart, _("Part of a statement"), ("of", "text", "meaning", "position"), {}),
    Kind("section", PlanSection, _("Passage"), ("title", "text", "position"), {}),
    Kind(
        "perspective",
        Perspective,
        _("Perspective"),
        ("code", "name", "question", "position"),
        {},
        archived=True,
    ),
    Kind("priority", Priority, _("Priority"), ("code", "name", "description", "position"), {}, archived=True),
    Kind(
        "objective",
        Objective,
        _("Objective"),
        (
            "code",
            "name",
            "description",
            "owner_id",
            "lead_id",
            "starts_on",
            "ends_on",
            "position",
            "map_slot",
        ),
        {},
        archived=True,
    ),
    Kind(
        "goal",
        Goal,
        _("Goal"),
        (
            "statement",
            "kpi_id",
            "department_id",
            "baseline",
            "baseline_on",
            "target",
            "due_on",
            "owner_id",
            "resources",
            "budget",
            "relevance",
            "state",
            "closing_note",
            "position",
        ),
        {"objective_id": "objective"},
        way="objective__plan",
        archived=True,
    ),
    Kind(
        "step",
        GoalStep,
        _("Step"),
        ("name", "who_id", "due_on", "state", "done_on", "position"),
        {"goal_id": "goal"},
        way="goal__objective__plan",
    ),
    Kind(
        "activity",
        OperationalActivity,
        _("Operational activity"),
        ("name", "description", "who_id", "starts_on", "due_on", "state", "budget", "position"),
        {"objective_id": "objective"},
    ),
)
KIND: dict[str, Kind] = {kind.name: kind for kind in KINDS}
CAUSE_WORDS = ("note", "influence", "lag_months")
# Where something stands on a page is no matter of agreement: the latest arrangement stays.
ARRANGEMENT = frozenset({"position", "map_slot"})


def kind_of(key: str) -> str:
    """The kind that a key of a snapshot begins with."""
    return key.partition(":")[0]
