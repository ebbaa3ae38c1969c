"""The one change of an actual that would turn a node's status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kpis.engine.rules import Anchors
from kpis.engine.scoring import AMBER_FROM, GREEN_FROM, Direction, score


@dataclass(frozen=True, slots=True)
class Part:
    """A KPI of a node: its weight, its score and the value and anchors to date that made it."""

    key: str
    weight: float
    score: float
    value: float
    anchors: Anchors
    direction: Direction


@dataclass(frozen=True, slots=True)
class Turn:
    """A KPI and the `value`, scoring `score`, that would lift its node to the next status."""

    key: str
    value: float
    score: float


def turning_values(parts: Sequence[Part]) -> list[Turn]:
    """For each KPI that could do it alone, the value that lifts the node to the next better status.

    The smallest change of score first; nothing for a node that is green or has no score.
    """
    total = sum(part.weight for part in parts)
    if total == 0:
        return []
    node = sum(part.weight * part.score for part in parts) / total
    wanted = AMBER_FROM if node < AMBER_FROM else GREEN_FROM
    if node >= GREEN_FROM:
        return []
    turns = []
    for part in parts:
        needed = part.score + (wanted - node) * total / part.weight if part.weight > 0 else float("inf")
        if needed <= 100:
            turns.append((needed - part.score, Turn(part.key, _value_scoring(needed, part), needed)))
    return [turn for _, turn in sorted(turns, key=lambda entry: entry[0])]


def _value_scoring(wanted: float, part: Part) -> float:
    """The value nearest to the present one that scores `wanted`: found between it and where 100 is scored.

    By halving, as the score rises all the way; 200 halvings exhaust a double.
    """
    low, high = part.value, _best_value(part)
    for _ in range(200):
        middle = (low + high) / 2
        if float(score(middle, part.anchors, part.direction)) < wanted:
            low = middle
        else:
            high = middle
    return high


def _best_value(part: Part) -> float:
    """Where the score reaches 100: the best line, else beyond the target as far as the red line is short."""
    target, red, best, _ = part.anchors
    if part.direction == Direction.BAND:
        return (target + best) / 2
    return best if best == best else target + (target - red)
