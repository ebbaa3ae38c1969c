"""Sparklines as inline SVG: the last periods of a KPI or a node, with its target and its last status.

Time runs left to right in every language. Gaps stay gaps; a hollow end says that the last period is not
reported. A scorecard draws hundreds: each point is one sum and two look-ups.
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from core.ui.marks import mark_of

Point = float | None

_MARGIN = 3  # pixels, for the end dot
_EMPTY = mark_safe('<span class="spark spark-empty" aria-hidden="true"></span>')


@lru_cache(maxsize=4096)
def _pixels(tenths: int) -> str:
    return str(tenths / 10)


@lru_cache(maxsize=64)
def _places(count: int, width: int) -> tuple[str, ...]:
    """Horizontal places of `count` periods, each with the space that follows it in a path."""
    step = (width - 2 * _MARGIN) / max(count - 1, 1)
    return tuple(f"{_pixels(round(10 * (_MARGIN + index * step)))} " for index in range(count))


class Frame:
    """Maps periods and values to pixels in a box with a margin for the end dot."""

    def __init__(self, count: int, values: Sequence[float], width: int, height: int) -> None:
        """`values` is everything that must fit, points and target alike; at least one."""
        self.low, high = min(values), max(values)
        self.places = _places(count, width)
        room = 10 * (height - 2 * _MARGIN)
        flat = high == self.low
        self.bottom = 10 * (height - _MARGIN) - (room / 2 if flat else 0)  # a flat series lies in the middle
        self.scale = 0 if flat else room / (high - self.low)

    def y(self, value: float) -> str:
        """Vertical place of `value`."""
        return _pixels(round(self.bottom - (value - self.low) * self.scale))

    def path(self, points: Sequence[Point]) -> str:
        """The unbroken stretches of reported periods as an SVG path."""
        placed = zip(self.places, points, strict=True)
        runs = [list(run) for reported, run in groupby(placed, _is_reported) if reported]
        return "".join(_line([x + self.y(value) for x, value in run if value is not None]) for run in runs)


def _is_reported(placed: tuple[str, Point]) -> bool:
    return placed[1] is not None


def _line(places: list[str]) -> str:
    # A lone point is a zero-length stroke, which round caps show as a dot.
    return "M" + "L".join(places if len(places) > 1 else places * 2)


def _clean(points: Iterable[Point]) -> list[Point]:
    return [float(point) if point is not None and math.isfinite(point) else None for point in points]


def _end(points: list[Point], frame: Frame, status: object) -> str:
    x, last = frame.places[-1].strip(), points[-1]
    if last is not None:
        return f'<circle class="spark-end is-{mark_of(status).tone}" cx="{x}" cy="{frame.y(last)}" r="2.25"/>'
    known = next(point for point in reversed(points) if point is not None)
    return f'<circle class="spark-open" cx="{x}" cy="{frame.y(known)}" r="1.9"/>'


def sparkline(
    points: Iterable[Point],
    target: Point | Iterable[Point] = None,
    last_status: object = None,
    *,
    width: int = 64,
    height: int = 20,
    label: str = "",
) -> SafeString:
    """A trend of about 13 periods, oldest first; `None` is a period without a value.

    `target`: one number, or one a period. `last_status`: colours the end dot. With `label` the picture speaks
    for itself to screen readers; without it is hidden from them, because the numbers stand beside it.
    """
    drawn = _clean(points)
    targets = _clean(target if isinstance(target, Iterable) else [target] * len(drawn))
    values = [point for point in (*drawn, *targets) if point is not None]
    if drawn.count(None) == len(drawn):
        return _EMPTY
    frame = Frame(len(drawn), values, width, height)
    spoken = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    return mark_safe(  # noqa: S308 (numbers, and a label that is escaped)
        f'<svg class="spark" viewBox="0 0 {width} {height}" width="{width}" height="{height}" {spoken}>'
        f'<path class="spark-target" d="{frame.path(targets)}"/>'
        f'<path class="spark-line" d="{frame.path(drawn)}"/>{_end(drawn, frame, last_status)}</svg>'
    )
