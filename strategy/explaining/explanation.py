"""What explains a score; made by `reading`, written by `presenters` and `plain`."""

import datetime as dt
from dataclasses import dataclass

from kpis.cells import Cell
from kpis.engine.explain import Change, Effect
from kpis.engine.frequency import Period
from kpis.engine.nodes import NodeScore
from kpis.engine.periods import Calendar
from kpis.engine.scoring import State, Status
from kpis.explaining import MissingValue
from kpis.models import KPI
from kpis.queries import Computation
from kpis.store.rules import KnownRules
from org.models import Department
from strategy.explaining.nodes import Node
from strategy.models import Plan

Effects = dict[Effect, float]


@dataclass(frozen=True)
class Child:
    """A child of a node. `share` of its score (None: it has none there) times `score` are the `points`.

    kind: perspective, objective or kpi. `before`: its score then; `effects`: what it did to the node's score.
    `gone`: it counted then and is not a child any more.
    """

    kind: str
    code: str
    name: str
    weight: float
    share: float | None
    score: float | None
    points: float | None
    status: Status | State
    coverage: float
    before: float | None
    effects: Effects
    cell: Cell | None = None
    gone: bool = False

    @property
    def moved(self) -> float:
        """By how much it moved the node's score, all effects together."""
        return sum(self.effects.values())


@dataclass(frozen=True)
class Mover:
    """A KPI under an objective and what it did to the node's score; a cell is None where it was not there."""

    kpi: KPI
    known: KnownRules
    objective: str
    effects: Effects
    before: Cell | None
    now: Cell | None

    @property
    def moved(self) -> float:
        """By how much it moved the node's score, all effects together."""
        return sum(self.effects.values())


@dataclass(frozen=True)
class Gap:
    """A KPI of the node with values missing: its cell and, where they could be named, the missing values."""

    kpi: KPI
    cell: Cell
    values: tuple[MissingValue, ...]


@dataclass(frozen=True)
class Suggestion:
    """The value of one KPI that alone would turn the node to `status`; `now`: its present value."""

    kpi: KPI
    known: KnownRules
    value: float
    now: float
    score: float
    status: Status


@dataclass(frozen=True)
class Explanation:
    """Why a node's score is what it is, at a department and period as of a day.

    `against`: what it is compared with: the period before, or the same period as known on an earlier day.
    `above`: the node's plan and perspective.
    `change` has no effects where a score is wanting, or while changed values are still being computed.
    """

    plan: Plan
    node: Node
    department: Department
    period: Period
    as_of: dt.date
    against: Period | dt.date
    calendar: Calendar
    computation: Computation
    score: NodeScore
    change: Change
    children: tuple[Child, ...]
    movers: tuple[Mover, ...]
    gaps: tuple[Gap, ...]
    above: tuple[Node, ...]
    lifts: tuple[Suggestion, ...]
    holds: tuple[Suggestion, ...]

    @property
    def moved(self) -> float | None:
        """The change of the score; None where one of the two is wanting."""
        now, before = self.change.now, self.change.before
        return None if now is None or before is None else now - before
