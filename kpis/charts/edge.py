"""What is written at the ends of a chart's lines, so that it needs no legend."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from core.ui.marks import mark_of
from core.ui.numbers import number_text
from kpis.axes import period_head
from kpis.bands import Zone
from kpis.charts.frame import rule
from kpis.charts.subject import Beside, ChartSubject, Figure
from kpis.engine.scoring import Direction

_LINE = 15  # pixels that a label needs


def edge_rules(zones: Sequence[Zone], low: float, high: float) -> list[Figure]:
    """A rule of two pixels at the right edge in the colours of the zones."""
    shapes = []
    for zone in zones:
        bottom, top = zone.within(low, high)
        if top > bottom:
            shapes.append(rule(1, 1, bottom, top, zone.token, 2, layer="above") | {"xref": "paper"})
    return shapes


def edge_labels(
    subject: ChartSubject, zones: Sequence[Zone], low: float, high: float, height: int
) -> list[Figure]:
    """Lines and zones named at the right edge; the lines first, a zone only where there is room.

    `height`: pixels of the plot between `low` and `high`.
    """
    pixels = height / (high - low)
    placed: list[float] = []
    labels = []
    for value, name, token in _named_lines(subject):
        place = _free(value, placed, _LINE / pixels)
        placed.append(place)
        labels.append(_edge_label(place, f"<b>{name}</b>", token))
    for zone in zones:
        bottom, top = zone.within(low, high)
        middle = (bottom + top) / 2
        if (top - bottom) * pixels >= 2 * _LINE and all(
            abs(middle - other) * pixels >= _LINE for other in placed
        ):
            placed.append(middle)
            labels.append(_edge_label(middle, str(mark_of(zone.status).word), "var(--ink-3)"))
    return labels


def _named_lines(subject: ChartSubject) -> list[tuple[float, str, str]]:
    """The lines at the edge with their names, highest first."""
    anchors = subject.last_anchors
    names = {0: _("Target"), 1: _("Red line")}
    if subject.direction == Direction.BAND:
        names = {0: _("From"), 1: _("Red line"), 2: _("To"), 3: _("Red line")}
    lines = []
    for block, name in names.items():
        value = anchors[block]
        if value is not None:
            token = "var(--chart-red)" if block in (1, 3) else "var(--chart-target)"
            lines.append((value, f"{name} {subject.text(value)}", token))
    if subject.beside.fan:
        value = subject.beside.fan[-1].value
        written = number_text(value, subject.decimals)
        lines.append((value, _("Projected %(value)s") % {"value": written}, "var(--chart-actual)"))
    if subject.beside.stretch is not None:
        value = subject.beside.stretch
        lines.append((value, _("Stretch %(value)s") % {"value": subject.text(value)}, "var(--ink-3)"))
    return sorted(lines, reverse=True)


def _free(value: float, placed: Iterable[float], room: float) -> float:
    """The value's own place, or just below what was placed above it."""
    return min([value, *(other - room for other in placed)])


def _edge_label(y: float, text: str, token: str) -> Figure:
    return {
        "xref": "paper",
        "x": 1,
        "xanchor": "left",
        "xshift": 8,
        "y": y,
        "yanchor": "middle",
        "text": text,
        "showarrow": False,
        "font": {"size": 11, "color": token},
    }


def inside_labels(subject: ChartSubject) -> list[Figure]:
    """On a phone the lines are named above their left end."""
    return [
        _edge_label(value, f"<b>{name}</b>", token) | {"x": 0, "xshift": 2, "yanchor": "bottom"}
        for value, name, token in _named_lines(replace(subject, beside=Beside()))
    ]


def last_value(subject: ChartSubject) -> list[Figure]:
    """The latest actual, written beside its point on the side where the line does not run."""
    places = [place for place, value in enumerate(subject.values) if value is not None]
    if not places:
        return []
    last = places[-1]
    value = subject.values[last] or 0.0
    before = subject.values[places[-2]] if len(places) > 1 else None
    below = before is not None and before > value
    text, _year = period_head(subject.points[last].period, subject.calendar)
    return [
        {
            "x": last,
            "y": value,
            "yshift": -14 if below else 14,
            "xanchor": "right" if last > len(subject.periods) - 4 else "center",
            "xshift": 10 if last > len(subject.periods) - 4 else 0,
            "text": f"<b>{text} {number_text(value, subject.decimals)}</b>",
            "showarrow": False,
            "bgcolor": "var(--surface)",
            "borderpad": 1,
            "font": {"size": 11, "color": "var(--chart-actual)"},
        }
    ]
