"""A Gantt chart drawn as inline SVG; beside it stands a table that says the same.

Rows are as high as the names beside them (`static/css/planning.css`). What is critical has an outline, what
is late a hatched tail with its days in figures: told apart in grey, too.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from initiatives.planning.gantt import Arrow, Bar, Chart, Diamond, Scale

HEAD, ROW = 40, 32
_BAR_TOP, _BAR_HEIGHT = 8, 14
_DEFS = mark_safe(
    '<defs><pattern id="gantt-hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path class="gantt-hatch" d="M0 0v5"/></pattern>'
    '<marker id="gantt-head" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" '
    'orient="auto"><path class="gantt-head" d="M0 0 6 3 0 6z"/></marker></defs>'
)


def draw(chart: Chart, label: str) -> SafeString:
    """The picture; `label` says to a screen reader what it shows."""
    scale, height = chart.scale, HEAD + ROW * len(chart.bars)
    rows = {bar.key: number for number, bar in enumerate(chart.bars)}
    parts = [_DEFS, _grid(scale, height), _lines(len(chart.bars), scale.width)]
    parts += [_row(bar, HEAD + ROW * number, scale) for number, bar in enumerate(chart.bars)]
    parts += list(_arrows(chart, rows))
    parts.append(_today(chart, height))
    return format_html(
        '<svg class="gantt-picture" width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="img" '
        'aria-label="{2}">{3}</svg>',
        scale.width,
        height,
        label,
        mark_safe("".join(parts)),  # noqa: S308 (each part is safe)
    )


def _grid(scale: Scale, height: int) -> SafeString:
    return format_html_join(
        "",
        '<path class="gantt-grid" d="M{0} 0V{1}"/><text class="gantt-label" x="{2}" y="25">{3}</text>',
        ((tick.x, height, round(tick.x + 6, 1), tick.label) for tick in scale.ticks),
    )


def _lines(rows: int, width: float) -> SafeString:
    levels = ((HEAD + ROW * number, width) for number in range(rows + 1))
    return format_html_join("", '<path class="gantt-line" d="M0 {0}H{1}"/>', levels)


def _today(chart: Chart, height: int) -> SafeString:
    scale = chart.scale
    if not scale.first <= chart.today <= scale.last:
        return mark_safe("")
    x = scale.x(chart.today)
    near_end = x > scale.width - 60
    return format_html(
        '<path class="gantt-today" d="M{0} 30V{1}"/>'
        '<text class="gantt-today-word{4}" x="{2}" y="37">{3}</text>',
        x,
        height,
        round(x - 4 if near_end else x + 4, 1),
        _("Today"),
        " is-before" if near_end else "",
    )


def _row(bar: Bar, top: int, scale: Scale) -> SafeString:
    shapes = [_agreed(bar, top, scale), _bar(bar, top, scale), _tail(bar, top, scale)]
    shapes += [_diamond(each, bar, top, scale) for each in bar.diamonds]
    inside = mark_safe("".join(shapes))  # noqa: S308 (each shape is safe)
    return format_html("<g><title>{}</title>{}</g>", bar.title, inside)


def _agreed(bar: Bar, top: int, scale: Scale) -> SafeString:
    """What the baseline says, as a thin bar below."""
    if bar.agreed is None:
        return mark_safe("")
    x = scale.x(bar.agreed[0])
    width = max(2.0, round(scale.x(bar.agreed[1], end=True) - x, 1))
    return format_html(
        '<rect class="gantt-agreed" x="{}" y="{}" width="{}" height="3"/>', x, top + ROW - 7, width
    )


def _bar(bar: Bar, top: int, scale: Scale) -> SafeString:
    if bar.first is None or bar.last is None:
        return mark_safe("")
    x = scale.x(bar.first)
    width = max(3.0, round(scale.x(bar.last, end=True) - x, 1))
    if bar.kind == "phase":
        y, end = top + 12, round(x + width, 1)
        return format_html(
            '<path class="gantt-phase" d="M{0} {2}H{1}V{3}L{4} {5}H{6}L{0} {3}z"/>',
            x,
            end,
            y,
            y + 9,
            round(max(end - 5, x), 1),
            y + 4,
            round(min(x + 5, end), 1),
        )
    mark = f"{' is-critical' if bar.is_critical else ''}{' is-whole' if bar.progress >= 100 else ''}"
    shape = '<rect class="gantt-bar{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>'
    drawn = format_html(shape, mark, x, top + _BAR_TOP, width, _BAR_HEIGHT)
    done = round(width * min(bar.progress, 100) / 100, 1)
    if done <= 0:
        return drawn
    shape = '<rect class="gantt-done" x="{}" y="{}" width="{}" height="{}" rx="3"/>'
    return drawn + format_html(shape, x, top + _BAR_TOP, done, _BAR_HEIGHT)


def _tail(bar: Bar, top: int, scale: Scale) -> SafeString:
    """From the planned end to the expected one, with the days in figures."""
    if bar.expected_end is None or bar.last is None or bar.expected_end <= bar.last:
        return mark_safe("")
    x, end = scale.x(bar.last, end=True), scale.x(bar.expected_end, end=True)
    days = (bar.expected_end - bar.last).days
    return format_html(
        '<rect class="gantt-tail" fill="url(#gantt-hatch)" x="{0}" y="{1}" width="{2}" height="{3}"/>'
        '<text class="gantt-days" x="{4}" y="{5}">{6}</text>',
        x,
        top + _BAR_TOP,
        max(2.0, round(end - x, 1)),
        _BAR_HEIGHT,
        round(end + 5, 1),
        top + 19,
        _("+%(days)d d") % {"days": days},
    )


def _diamond(diamond: Diamond, bar: Bar, top: int, scale: Scale) -> SafeString:
    """A milestone at the end of its day: filled when it is done, with an outline where it is late."""
    x, y = scale.x(diamond.day, end=True), top + 15
    mark = " is-whole" if diamond.is_done else " is-late" if diamond.is_late else ""
    critical = " is-critical" if bar.is_critical and bar.first is None else ""
    return format_html(
        '<path class="gantt-diamond{}{}" d="M{} {}l7 7-7 7-7-7z"><title>{}</title></path>',
        mark,
        critical,
        x,
        y - 7,
        diamond.name,
    )


def _arrows(chart: Chart, rows: Mapping[int, int]) -> Iterator[SafeString]:
    bars = {bar.key: bar for bar in chart.bars}
    for arrow in chart.arrows:
        before, after = bars.get(arrow.before), bars.get(arrow.after)
        if before is None or after is None:
            continue
        out, into = _end(before, arrow, chart.scale, at=0), _end(after, arrow, chart.scale, at=1)
        if out is not None and into is not None:
            y1, y2 = (HEAD + ROW * rows[each] + 15 for each in (arrow.before, arrow.after))
            yield _arrow(arrow, out, y1, into, y2)


def _end(bar: Bar, arrow: Arrow, scale: Scale, *, at: int) -> tuple[float, bool] | None:
    """Where an arrow touches a bar: its x, and whether that is the bar's end; `at`: 0 before, 1 after."""
    side = {"f": True, "s": False}[arrow.bond[at]]
    if bar.diamonds and bar.first is None:
        x = scale.x(bar.diamonds[0].day, end=True)
        return x + (7 if at == 0 else -7), at == 0
    day = bar.last if side else bar.first
    return (scale.x(day, end=side), side) if day is not None else None


def _arrow(arrow: Arrow, out: tuple[float, bool], y1: int, into: tuple[float, bool], y2: int) -> SafeString:
    """An elbow: out of the one bar, along between the rows, into the other."""
    x1, x2 = out[0], into[0]
    away, near = x1 + (6 if out[1] else -6), x2 + (8 if into[1] else -8)
    between = y2 - (ROW // 2) if y2 > y1 else y2 + (ROW // 2)
    points = [(x1, y1), (away, y1), (away, between), (near, between), (near, y2), (x2, y2)]
    steps = [f"H{round(b[0], 1)}" if a[1] == b[1] else f"V{b[1]}" for a, b in pairwise(points)]
    return format_html(
        '<path class="gantt-arrow{}" d="M{} {}{}" marker-end="url(#gantt-head)"/>',
        " is-critical" if arrow.is_critical else "",
        round(x1, 1),
        y1,
        "".join(steps),
    )
