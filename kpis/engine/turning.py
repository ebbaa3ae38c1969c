"""The one change of an actual that would turn a node's status, for the better or for the worse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import inf

from kpis.engine.rules import Anchors
from kpis.engine.scoring import AMBER_FROM, GREEN_FROM, TOLERANCE, Direction, Status, score, status_code

_MORE_DECIMALS = 9
"""How many decimals beyond the KPI's own a value may take where a rounded one would not do."""
_BETTER = {Status.RED: AMBER_FROM, Status.AMBER: GREEN_FROM}
_WORSE = {Status.GREEN: (Status.AMBER, GREEN_FROM), Status.AMBER: (Status.RED, AMBER_FROM)}


@dataclass(frozen=True, slots=True)
class Part:
    """A KPI of a node: its weight, its score and the value and anchors to date that made it.

    decimals: with how many the KPI is written; None: values are not rounded.
    """

    key: str
    weight: float
    score: float
    value: float
    anchors: Anchors
    direction: Direction
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A KPI and a `value` of it, scoring `score`, by which its node's status would turn to `status`."""

    key: str
    value: float
    score: float
    status: Status


def turning_values(parts: Sequence[Part]) -> list[Turn]:
    """For each KPI that could do it alone, the value that lifts the node to the next better status.

    The smallest change of score first; nothing for a node that is green or has no score. A value is rounded
    to the KPI's decimals away from the present one, so that it still turns the node; where that is a wide
    step, to a status better than the next.
    """
    node, total = _node(parts)
    if node is None or (present := status_code(node)) not in _BETTER:
        return []
    wanted = _BETTER[present]
    turns = []
    for part in parts:
        needed = part.score + (wanted - node) * total / part.weight if part.weight > 0 else inf
        if needed <= 100 + TOLERANCE:
            exact = _last_scoring(min(needed, 100.0), part, part.value, _best_value(part))
            value = _rounded(exact, needed, part, away=True)
            points = _score(value, part)
            reached = status_code(node + (points - part.score) * part.weight / total)
            turns.append((needed - part.score, Turn(part.key, value, points, reached)))
    return [turn for _, turn in sorted(turns, key=lambda entry: entry[0])]


def holding_values(parts: Sequence[Part]) -> list[Turn]:
    """For each KPI that could do it alone, the last value with which the node keeps its present status.

    Anything worse turns it to `status`. The smallest change of score first; nothing for a node that is red
    or has no score. Values are rounded to the KPI's decimals towards the present one.
    """
    node, total = _node(parts)
    if node is None or (present := status_code(node)) not in _WORSE:
        return []
    status, kept = _WORSE[present]
    turns = []
    for part in parts:
        needed = part.score - (node - kept) * total / part.weight if part.weight > 0 else -inf
        if needed > TOLERANCE:
            exact = _last_scoring(min(needed, part.score), part, _worst_value(part), part.value)
            value = _rounded(exact, needed, part, away=False)
            turns.append((part.score - needed, Turn(part.key, value, _score(value, part), status)))
    return [turn for _, turn in sorted(turns, key=lambda entry: entry[0])]


def _node(parts: Sequence[Part]) -> tuple[float | None, float]:
    """The node's score and the sum of the weights."""
    total = sum(part.weight for part in parts)
    return (sum(part.weight * part.score for part in parts) / total if total > 0 else None), total


def _score(value: float, part: Part) -> float:
    return float(score(value, part.anchors, part.direction))


def _last_scoring(wanted: float, part: Part, low: float, high: float) -> float:
    """The value nearest to `low` that scores `wanted`, between it and `high`, which scores at least that.

    By halving, as the score rises all the way; 200 halvings exhaust a double.
    """
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):  # nothing lies between two neighbours
            break
        if _score(middle, part) < wanted:
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


def _worst_value(part: Part) -> float:
    """Where the score reaches 0: the worst line, else beyond the red line as far as it is from the target.

    Of a band on the side on which the value is.
    """
    target, red, best, worst = part.anchors
    if part.direction == Direction.BAND:
        below = part.value < (target + best) / 2
        return red - (target - red) if below else worst + (worst - best)
    return worst if worst == worst else red - (target - red)


def _rounded(value: float, needed: float, part: Part, *, away: bool) -> float:
    """The value with the fewest decimals, from the KPI's own on, that still scores what is needed.

    Rounded `away` from the present value or towards it, never beyond it.
    """
    if part.decimals is None:
        return value
    way = ROUND_CEILING if (value > part.value) == away else ROUND_FLOOR
    for places in range(part.decimals, part.decimals + _MORE_DECIMALS):
        candidate = _to_places(value, places, way)
        # In a band a step too wide would leave it on the other side.
        beyond = not away and abs(candidate - value) > abs(part.value - value)
        if not beyond and _score(candidate, part) >= needed - TOLERANCE:
            return candidate
    return value


def _to_places(value: float, places: int, way: str) -> float:
    """A number rounded one way. A last bit of binary noise is no reason for a whole step."""
    exact = Decimal(repr(round(value, places + 6)))
    return float(exact.quantize(Decimal(1).scaleb(-places), rounding=way))
