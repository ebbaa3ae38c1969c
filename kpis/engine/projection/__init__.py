"""Where a running year will end, from a KPI's native values alone: pure, no clock, nothing drawn by lot.

`year.project` is the way in; `methods` carry a series on, `backtest` says how well they would have done,
`outcome` what that makes of the year's end, `student` the distribution behind it.
"""

from kpis.engine.projection.methods import Method
from kpis.engine.projection.year import (
    MIN_POINTS,
    Decline,
    Declined,
    Goal,
    Projection,
    Running,
    Step,
    project,
    required_of,
)

__all__ = [
    "MIN_POINTS",
    "Decline",
    "Declined",
    "Goal",
    "Method",
    "Projection",
    "Running",
    "Step",
    "project",
    "required_of",
]
