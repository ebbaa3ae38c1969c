"""An explanation of a cell in words: how its score comes about and what moved it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.ui.numbers import change_text, number_text
from kpis.cells import Cell
from kpis.engine.explain import Effect
from kpis.engine.scoring import Direction
from kpis.models import KPI
from kpis.store.rules import KnownRules

THIRD = 100 / 3


def effect_word(effect: Effect) -> str:
    """What an effect is called in tables."""
    words = {
        Effect.ACTUALS: _("Actuals"),
        Effect.ANCHORS: _("Targets and lines"),
        Effect.WEIGHTS: _("Weights"),
        Effect.MEMBERSHIP: _("Members"),
        Effect.DEFINITIONS: _("Definitions"),
    }
    return words[effect]


def effect_in_sentence(effect: Effect) -> str:
    """What an effect is called inside a sentence."""
    words = {
        Effect.ACTUALS: _("actuals"),
        Effect.ANCHORS: _("targets and lines"),
        Effect.WEIGHTS: _("weights"),
        Effect.MEMBERSHIP: _("members"),
        Effect.DEFINITIONS: _("definitions"),
    }
    return words[effect]


def effects_text(effects: dict[Effect, float]) -> str:
    """The effects that are not nothing, with their points: "actuals +4.0, targets and lines −0.9"."""
    told = [(effect, points) for effect, points in effects.items() if abs(points) >= 0.05]
    return ", ".join(f"{effect_in_sentence(effect)} {change_text(points, 1)}" for effect, points in told)


def cause_text(effects: dict[Effect, float], before: Cell | None, now: Cell | None, kpi: KPI) -> str:
    """Why a KPI moved a score, by its largest effect: "its actual fell from 91 to 87"."""
    if not effects:
        return ""
    largest = max(effects, key=lambda effect: abs(effects[effect]))
    match largest:
        case Effect.ACTUALS:
            return _actual_text(before, now, kpi)
        case Effect.ANCHORS:
            return _target_text(before, now, kpi)
        case Effect.WEIGHTS:
            return _("its weight in the score changed")
        case Effect.MEMBERSHIP:
            return _membership_text(before, now)
    return _("it is counted by another definition")


def _actual_text(before: Cell | None, now: Cell | None, kpi: KPI) -> str:
    was = before.value if before else None
    value = now.value if now else None
    if was is None or value is None:
        return _("its actual is not in any more") if value is None else _("its actual came in")
    words = {"was": _number(was, kpi), "now": _number(value, kpi)}
    if words["was"] == words["now"]:
        return _("its actual moved a little around %(now)s") % words
    if value > was:
        return _("its actual rose from %(was)s to %(now)s") % words
    return _("its actual fell from %(was)s to %(now)s") % words


def _target_text(before: Cell | None, now: Cell | None, kpi: KPI) -> str:
    was = before.anchors_to_date[0] if before else None
    target = now.anchors_to_date[0] if now else None
    if was is None or target is None or _number(was, kpi) == _number(target, kpi):
        return _("its target or lines changed")
    words = {"was": _number(was, kpi), "now": _number(target, kpi)}
    if target > was:
        return _("its target rose from %(was)s to %(now)s") % words
    return _("its target fell from %(was)s to %(now)s") % words


def _membership_text(before: Cell | None, now: Cell | None) -> str:
    if now is None or now.score is None:
        return _("it does not count any more")
    if before is None or before.score is None:
        return _("it counts for the first time")
    return _("other KPIs came or went beside it")


def _number(value: float, kpi: KPI) -> str:
    return number_text(value, kpi.decimals)


@dataclass(frozen=True)
class Piece:
    """A straight piece of the scale of scores: `floor` is scored at `start`, a third of 100 more at `end`."""

    floor: float
    start: float
    end: float


def score_text(cell: Cell, known: KnownRules, kpi: KPI) -> str:
    """How a score comes about, with its numbers: "33.3 + 33.3 × (88.3 − 80) ÷ (90 − 80) = 61.1".

    Source: the scale of scores, on which the target scores 200/3 and the red line 100/3. Empty without a
    score.
    """
    if cell.value is None or cell.score is None:
        return ""
    if cell.score >= 100:
        return _("At or beyond what scores 100, the most there is.")
    if cell.score <= 0:
        return _("At or beyond what scores 0, the least there is.")
    piece = _piece(cell.value, cell, known.rules.direction)
    if piece is None:
        return ""
    return _("%(floor)s + %(third)s × (%(value)s − %(start)s) ÷ (%(end)s − %(start)s) = %(score)s") % {
        "floor": number_text(piece.floor, 1),
        "third": number_text(THIRD, 1),
        "value": _exact(cell.value, kpi),
        "start": _exact(piece.start, kpi),
        "end": _exact(piece.end, kpi),
        "score": number_text(cell.score, 1),
    }


def _piece(value: float, cell: Cell, direction: Direction) -> Piece | None:
    """The piece of the scale on which a value lies."""
    a, b, c, d = cell.anchors_to_date
    if a is None or b is None:
        return None
    if direction == Direction.BAND:
        return None if c is None or d is None else _piece_of_band(value, (a, b, c, d))
    better = value < a if direction == Direction.DOWN else value > a
    worse = value > b if direction == Direction.DOWN else value < b
    if better and c is not None:
        return Piece(2 * THIRD, a, c)
    if worse and d is not None:
        return Piece(0.0, d, b)
    return Piece(THIRD, b, a)


def _piece_of_band(value: float, anchors: tuple[float, float, float, float]) -> Piece:
    low, red_low, high, red_high = anchors
    middle = (low + high) / 2
    edge, red = (low, red_low) if value < middle else (high, red_high)
    outside = value < low if value < middle else value > high
    return Piece(THIRD, red, edge) if outside else Piece(2 * THIRD, edge, middle)


def _exact(value: float, kpi: KPI) -> str:
    """A number with a decimal more where it needs it: the sum should come out on paper."""
    places = kpi.decimals if abs(value - round(value, kpi.decimals)) < 1e-9 else kpi.decimals + 1
    text = number_text(value, places)
    return f"({text})" if value < 0 else text
