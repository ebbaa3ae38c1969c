"""Value against effort: where each option stands on a field of five by five."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from strategy.models import StrategicOption

STEP, MARGIN = 56, 36  # pixels of a field, and of the room for the scales
SIZE = 5 * STEP


@dataclass(frozen=True)
class Spot:
    """An option at the middle of its field (pixels), with its number in the table."""

    number: int
    option: StrategicOption
    x: float
    y: float


def spots(options: Sequence[StrategicOption]) -> list[Spot]:
    """Those that are rated, numbered as they stand in the list; more in one field stand side by side."""
    rated: dict[tuple[int, int], list[tuple[int, StrategicOption]]] = defaultdict(list)
    for number, option in enumerate(options, start=1):
        if option.value and option.effort:
            rated[option.effort, option.value].append((number, option))
    return [
        Spot(number, option, *_middle(effort, value, place, len(group)))
        for (effort, value), group in rated.items()
        for place, (number, option) in enumerate(group)
    ]


def _middle(effort: int, value: int, place: int, of: int) -> tuple[float, float]:
    """Up is more value, to the right is more effort; side by side within the field."""
    aside = (place + 1) / (of + 1) * STEP
    return MARGIN + (effort - 1) * STEP + aside, (5 - value + 0.5) * STEP
