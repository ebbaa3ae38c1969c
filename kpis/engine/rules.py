"""A KPI as the engine sees it: the rules by which its values roll up and are judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import nan

from kpis.engine.frequency import Frequency
from kpis.engine.scoring import Direction

Anchors = tuple[float, float, float, float]


class TimeRollup(StrEnum):
    """How native periods make a longer one."""

    SUM = "sum"
    MEAN = "mean"
    MIN = "min"
    MAX = "max"
    LAST = "last"


class DepartmentRollup(StrEnum):
    """How the series of a subtree make its department's value."""

    SUM = "sum"
    MEAN = "mean"
    WEIGHTED = "weighted"
    MIN = "min"
    MAX = "max"
    NONE = "none"


class OwnValue(StrEnum):
    """What a department's own value does to those below it."""

    ADDS = "adds"
    REPLACES = "replaces"


class MissingPolicy(StrEnum):
    """What stands in, in ended periods, for a value that was not reported."""

    LEAVE = "leave"
    ZERO = "zero"
    CARRY = "carry"


@dataclass(frozen=True, slots=True)
class KpiRules:
    """One KPI definition.

    `tolerance`: distance of the default red line from the target, as a share of |target|.
    `default_anchors`: for every series and native period without a target of its own, taken as a whole.
    `carry_limit`: native periods a reported value may be carried on. `min_coverage`: 0 to 1.
    """

    code: str
    frequency: Frequency
    direction: Direction = Direction.UP
    time_rollup: TimeRollup = TimeRollup.SUM
    department_rollup: DepartmentRollup = DepartmentRollup.SUM
    own_value: OwnValue = OwnValue.ADDS
    tolerance: float = 0.10
    default_anchors: Anchors = (nan, nan, nan, nan)
    missing_policy: MissingPolicy = MissingPolicy.LEAVE
    carry_limit: int = 0
    min_coverage: float = 0.5
    formula: str = ""
