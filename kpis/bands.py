"""Which values are on target, near it and off it: the zones at the edge of a chart."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kpis.engine.scoring import Direction, Status

_TOKENS = {Status.GREEN: "var(--on-fill)", Status.AMBER: "var(--near-fill)", Status.RED: "var(--off-fill)"}


@dataclass(frozen=True)
class Zone:
    """Values from `bottom` to `top` (±infinity at the ends) that have one status."""

    status: Status
    bottom: float
    top: float

    @property
    def token(self) -> str:
        """The colour of the zone."""
        return _TOKENS[self.status]

    def within(self, low: float, high: float) -> tuple[float, float]:
        """The part that an axis from `low` to `high` shows."""
        return max(self.bottom, low), min(self.top, high)


def zones_of(anchors: Sequence[float | None], direction: Direction) -> list[Zone]:
    """The zones that anchors make, from above; none where target or red line is wanting."""
    first, red, high, red_high = anchors
    if first is None or red is None:
        return []
    if direction == Direction.UP:
        return _stacked([(Status.GREEN, first), (Status.AMBER, red), (Status.RED, -math.inf)])
    if direction == Direction.DOWN:
        return _stacked([(Status.RED, red), (Status.AMBER, first), (Status.GREEN, -math.inf)])
    if high is None or red_high is None:
        return []
    return _stacked(
        [
            (Status.RED, red_high),
            (Status.AMBER, high),
            (Status.GREEN, first),
            (Status.AMBER, red),
            (Status.RED, -math.inf),
        ]
    )


def _stacked(bottoms: Sequence[tuple[Status, float]]) -> list[Zone]:
    """Zones from above, each with its lower bound."""
    tops = [math.inf, *(bottom for _status, bottom in bottoms)]
    return [Zone(status, bottom, top) for (status, bottom), top in zip(bottoms, tops, strict=False)]
