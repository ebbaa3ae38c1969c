"""The objectives of a plan as they stand on its map: in lanes, from the start of each to its end.

In which lane an objective stood is dated, as the scorecard has it; its place within the lane is how the map
is drawn now, also where the map speaks of a past day.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from strategy.models import Objective, Perspective
from strategy.scoring import NodeLine, ObjectiveLine, Scorecard


@dataclass(frozen=True)
class Lane:
    """A perspective (None: none) with the objectives that stand in it, in their order on the map."""

    perspective: Perspective | None
    node: NodeLine | None
    objectives: tuple[ObjectiveLine, ...]

    @property
    def key(self) -> int:
        """The perspective's id; 0 for the lane of what is unplaced."""
        return self.perspective.pk if self.perspective else 0


def place_on_map(objective: Objective) -> tuple[bool, int, int, int]:
    """What objectives of a lane are ordered by: last those that nobody placed, as the plan lists them."""
    slot = objective.map_slot
    return slot is None, slot or 0, objective.position, objective.pk


def lanes_of(card: Scorecard) -> tuple[Lane, ...]:
    """The lanes of a scorecard's plan in its order; last what is unplaced, if only to drop into."""
    lanes = [Lane(each.perspective, each.node, _ordered(each.objectives)) for each in card.perspectives]
    if all(lane.perspective for lane in lanes):
        lanes.append(Lane(None, None, ()))
    return tuple(lanes)


def _ordered(lines: Iterable[ObjectiveLine]) -> tuple[ObjectiveLine, ...]:
    return tuple(sorted(lines, key=lambda line: place_on_map(line.objective)))
