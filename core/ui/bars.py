"""Bars of an explanation as inline SVG: what a part earned of what it could, and the steps of a waterfall.

They stand in the cells of a table whose numbers say the same, so screen readers pass over them. The boxes are
a hundred units wide and stretch with their cell; right to left the style sheet mirrors them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from core.ui.marks import mark_of

WIDTH = 100.0
TICK = 1.6
LEAST = 1.0
"""The least width of a step that moved something, so that it can be seen."""


@dataclass(frozen=True, slots=True)
class Step:
    """A row of a waterfall: its name, where it begins and ends, and whether it is the first or last score.

    `status`: of a first or last score.
    """

    name: str
    start: float
    end: float
    is_score: bool = False
    status: object = None

    @property
    def moved(self) -> float:
        """By how much it goes up or down."""
        return self.end - self.start


def waterfall_bars(steps: Sequence[Step]) -> list[SafeString]:
    """A bar for each step on one scale that does not begin at zero; scores are ticks, not bars."""
    ends = [number for step in steps for number in (step.start, step.end)]
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    scale = (WIDTH - TICK) / (high - low) if high > low else 0.0
    return [_step(step, (min(step.start, step.end) - low) * scale, abs(step.moved) * scale) for step in steps]


def _step(step: Step, x: float, width: float) -> SafeString:
    if step.is_score:
        tone = mark_of(step.status).tone
        shape = '<rect class="bar-tick is-{}" x="{}" width="{}" height="14"/>'
        return _svg(format_html(shape, tone, _r(x), TICK))
    if step.moved == 0:
        return _svg(format_html('<rect class="bar-still" x="{}" width="{}" height="14"/>', _r(x), 0.6))
    side = "up" if step.moved > 0 else "down"
    shape = '<rect class="bar-{}" x="{}" y="1" width="{}" height="12" rx="1"/>'
    return _svg(format_html(shape, side, _r(x), _r(max(width, LEAST))))


def earned_bar(share: float | None, score: float | None, status: object, largest: float = 1.0) -> SafeString:
    """A child's share of a score as the length of a track, filled as far as it earned it.

    share: 0 to 1, None where it has none there: then the track is hatched; `largest`: the share drawn whole.
    """
    if share is None or score is None:
        return _svg(mark_safe('<rect class="bar-hatched" y="4" width="60" height="6" rx="1"/>'))
    whole = WIDTH * share / largest if largest > 0 else 0.0
    shapes = format_html(
        '<rect class="bar-track" y="4" width="{}" height="6" rx="1"/>'
        '<rect class="bar-earned is-{}" y="4" width="{}" height="6" rx="1"/>',
        _r(whole),
        mark_of(status).tone,
        _r(whole * min(max(score, 0.0), 100.0) / 100),
    )
    return _svg(shapes)


def _svg(shapes: SafeString) -> SafeString:
    return format_html(
        '<svg class="why-bar" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">{}</svg>',
        shapes,
    )


def _r(number: float) -> float:
    return round(number, 2)
