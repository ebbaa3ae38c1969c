"""Sparklines as inline SVG: the last periods of a KPI or a node, with its target and its last status.

Time runs left to right in every language. Gaps stay gaps; a hollow end says that the last period is not
reported.
"""

from collections.abc import Iterable, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from core.ui.marks import mark_of
from core.ui.numbers import is_number

Point = float | None
Placed = tuple[float, float]


class Frame:
    """Maps period index and value to pixels in a box with a 3 px margin for the end dot."""

    def __init__(self, count: int, values: Sequence[float], width: int, height: int) -> None:
        """`values` is everything that must fit, points and target alike; at least one."""
        self.low, self.high = min(values), max(values)
        self.margin = 3.0
        self.height = height
        self.step = (width - 2 * self.margin) / max(count - 1, 1)

    def x(self, index: int) -> float:
        """Horizontal place of the period at `index`."""
        return round(self.margin + index * self.step, 1)

    def y(self, value: float) -> float:
        """Vertical place of `value`; a flat series lies in the middle."""
        span = self.high - self.low
        share = 0.5 if span == 0 else (value - self.low) / span
        return round(self.height - self.margin - share * (self.height - 2 * self.margin), 1)


def _clean(points: Iterable[Point]) -> list[Point]:
    return [float(point) if is_number(point) else None for point in points]  # type: ignore[arg-type]


def _runs(points: list[Point], frame: Frame) -> list[list[Placed]]:
    """Unbroken stretches of reported periods."""
    runs: list[list[Placed]] = [[]]
    for index, point in enumerate(points):
        if point is None:
            runs.append([])
        else:
            runs[-1].append((frame.x(index), frame.y(point)))
    return [run for run in runs if run]


def _path(run: list[Placed]) -> str:
    # A lone point is a zero-length stroke, which round caps show as a dot.
    return "M" + "L".join(f"{x} {y}" for x, y in (run if len(run) > 1 else run * 2))


def _target_path(targets: list[Point], frame: Frame) -> str:
    return "".join(_path(run) for run in _runs(targets, frame))


def _end(points: list[Point], frame: Frame, status: object) -> SafeString:
    last = points[-1]
    if last is not None:
        tone = mark_of(status).tone
        place = (frame.x(len(points) - 1), frame.y(last), tone)
        return format_html('<circle class="spark-end is-{2}" cx="{0}" cy="{1}" r="2.25"/>', *place)
    known = next(point for point in reversed(points) if point is not None)
    x, y = frame.x(len(points) - 1), frame.y(known)
    return format_html('<circle class="spark-open" cx="{}" cy="{}" r="1.9"/>', x, y)


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
    targets = _clean(target) if isinstance(target, Iterable) else _clean([target] * len(drawn))
    values = [point for point in (*drawn, *targets) if point is not None]
    if not any(point is not None for point in drawn):
        return format_html('<span class="spark spark-empty" aria-hidden="true">{}</span>', "")
    frame = Frame(len(drawn), values, width, height)
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="spark" viewBox="0 0 {0} {1}" width="{0}" height="{1}" {2}>'
        '<path class="spark-target" d="{3}"/><path class="spark-line" d="{4}"/>{5}</svg>',
        width,
        height,
        spoken,
        _target_path(targets, frame),
        "".join(_path(run) for run in _runs(drawn, frame)),
        _end(drawn, frame, last_status),
    )
