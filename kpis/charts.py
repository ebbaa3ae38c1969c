"""The KPI chart as a Plotly figure: actual, target, red lines, status bands at the edge, notes.

Colours are tokens (`var(--…)`), resolved where it is drawn; `narrow` is merged into the layout on a phone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from core.ui.marks import mark_of
from core.ui.numbers import number_text
from kpis.axes import period_head, period_ticks, value_range, value_ticks
from kpis.bands import Zone, zones_of
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction
from kpis.reading import Point
from kpis.wording import period_text

HEIGHT = 372
_TOP, _BOTTOM, _RIGHT = 28, 44, 104
_LINE = 15  # pixels that a label at the edge needs
Figure = dict[str, Any]


@dataclass(frozen=True)
class ChartSubject:
    """What a chart is of: the points, how they are judged and written, what is marked on them.

    `marked`: places (indices of points) with a numbered note, in the order of their numbers;
    `lit`: first and last place of the period that the page is about; `limits`: natural limits.
    """

    points: Sequence[Point]
    calendar: Calendar
    direction: Direction
    decimals: int
    unit: str = ""
    marked: Sequence[int] = ()
    lit: tuple[int, int] | None = None
    limits: tuple[float, float, float] | None = None
    outside: frozenset[int] = field(default_factory=frozenset)

    @property
    def names(self) -> list[str]:
        """The points' periods in words, which are the axis's categories."""
        return [period_text(point.period, self.calendar) for point in self.points]

    def anchor(self, block: int) -> list[float | None]:
        """One anchor of all points: of the pairs with an actual, else of the whole period."""
        return [_judged(point)[block] for point in self.points]

    @property
    def values(self) -> list[float | None]:
        """The actuals."""
        return [point.cell.value for point in self.points]

    def text(self, value: float) -> str:
        """A number of this KPI; whole ones without decimals."""
        return number_text(value, 0 if value == round(value) else self.decimals)


def kpi_figure(subject: ChartSubject) -> Figure:
    """The figure, ready for JSON; without any value or target an empty one."""
    lines = [subject.anchor(block) for block in _drawn_anchors(subject.direction)]
    numbers = [v for series in (subject.values, *lines) for v in series if v is not None]
    numbers += subject.limits[:2] if subject.limits else ()
    low, high = value_range(numbers or [0.0, 1.0])
    zones = zones_of(_last_anchors(subject.points), subject.direction)
    data = [*_anchor_traces(subject), _actual_trace(subject), *_mark_trace(subject, high)]
    return {
        "data": data,
        "layout": {
            "height": HEIGHT,
            "margin": {"t": _TOP, "b": _BOTTOM, "r": _RIGHT, "l": 44},
            "xaxis": _period_axis(subject, 1),
            "yaxis": _value_axis(low, high),
            "shapes": [*_backgrounds(subject), *_edge_rules(zones, low, high)],
            "annotations": [*_edge_labels(subject, zones, low, high), *_last_value(subject)],
        },
        "narrow": {
            "margin": {"r": 8, "l": 36},
            "xaxis": _period_axis(subject, 2),
            "shapes": _backgrounds(subject),
            "annotations": [*_inside_labels(subject), *_last_value(subject)],
        },
    }


def _drawn_anchors(direction: Direction) -> tuple[int, ...]:
    """The anchors that are lines: target and red line; of a band both edges and both red lines."""
    return (0, 1, 2, 3) if direction == Direction.BAND else (0, 1)


def _judged(point: Point) -> tuple[float | None, ...]:
    cell = point.cell
    return cell.anchors if cell.anchors_to_date[0] is None else cell.anchors_to_date


def _last_anchors(points: Sequence[Point]) -> tuple[float | None, ...]:
    """The latest anchors there are: what stands at the edge."""
    found = (_judged(point) for point in reversed(points) if _judged(point)[0] is not None)
    return next(found, (None,) * 4)


def _line_trace(subject: ChartSubject, block: int, name: str, token: str, dash: str) -> Figure:
    values = subject.anchor(block)
    return {
        "type": "scatter",
        "x": subject.names,
        "y": values,
        "mode": "lines",
        "name": name,
        "line": {"color": token, "width": 1.4, "dash": dash, "shape": "hvh"},
        "customdata": ["" if value is None else subject.text(value) for value in values],
        "hovertemplate": f"{name} %{{customdata}}<extra></extra>",
    }


def _anchor_traces(subject: ChartSubject) -> list[Figure]:
    target, red = "var(--chart-target)", "var(--chart-red)"
    if subject.direction != Direction.BAND:
        return [
            _line_trace(subject, 1, _("Red line"), red, "solid"),
            _line_trace(subject, 0, _("Target"), target, "dash"),
        ]
    upper = _line_trace(subject, 2, _("Band to"), target, "dash")
    upper |= {"fill": "tonexty", "fillcolor": "var(--chart-area)"}
    return [
        _line_trace(subject, 1, _("Red line below"), red, "solid"),
        _line_trace(subject, 3, _("Red line above"), red, "solid"),
        _line_trace(subject, 0, _("Band from"), target, "dash"),
        upper,
    ]


def _actual_trace(subject: ChartSubject) -> Figure:
    """The actuals; gaps stay gaps, open points lie outside the limits or are still to date."""
    accent = "var(--chart-actual)"
    hollow = [place in subject.outside or point.cell.to_date for place, point in enumerate(subject.points)]
    return {
        "type": "scatter",
        "x": subject.names,
        "y": subject.values,
        "mode": "lines+markers",
        "name": _("Actual"),
        "connectgaps": False,
        "line": {"color": accent, "width": 2.4},
        "marker": {
            "size": [9 if open_ else 5.5 for open_ in hollow],
            "color": ["var(--surface)" if open_ else accent for open_ in hollow],
            "line": {"color": accent, "width": [2.2 if open_ else 0 for open_ in hollow]},
        },
        "customdata": [_hover(subject, point) for point in subject.points],
        "hovertemplate": "<b>%{customdata}</b><extra></extra>",
    }


def _hover(subject: ChartSubject, point: Point) -> str:
    if point.cell.value is None:
        return ""
    value = number_text(point.cell.value, subject.decimals)
    unit = f" {subject.unit}" if subject.unit else ""
    return f"{value}{unit} · {mark_of(point.cell.status).word}"


def _mark_trace(subject: ChartSubject, high: float) -> list[Figure]:
    if not subject.marked:
        return []
    names = subject.names
    return [
        {
            "type": "scatter",
            "x": [names[place] for place in subject.marked],
            "y": [high] * len(subject.marked),
            "mode": "markers+text",
            "text": [f"<b>{number}</b>" for number in range(1, len(subject.marked) + 1)],
            "textfont": {"size": 11, "color": "var(--ink)"},
            "marker": {
                "size": 19,
                "color": "var(--surface)",
                "line": {"color": "var(--ink-2)", "width": 1.2},
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
    ]


def _period_axis(subject: ChartSubject, every: int) -> Figure:
    places, texts = period_ticks([point.period for point in subject.points], subject.calendar)
    return {
        "type": "category",
        "range": [-0.7, len(subject.points) - 0.3],
        "tickmode": "array",
        "tickvals": places[::every],
        "ticktext": _years_under(subject, places[::every]) if every > 1 else texts,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": "var(--line-strong)",
        "tickangle": 0,
    }


def _years_under(subject: ChartSubject, places: Sequence[int]) -> list[str]:
    texts, year_before = [], ""
    for place in places:
        text, year = period_head(subject.points[place].period, subject.calendar)
        texts.append(text if year == year_before else f"{text}<br>{year}")
        year_before = year
    return texts


def _value_axis(low: float, high: float) -> Figure:
    ticks, texts = value_ticks(low, high)
    return {"range": [low, high], "tickmode": "array", "tickvals": ticks, "ticktext": texts}


def _backgrounds(subject: ChartSubject) -> list[Figure]:
    """Behind the data: the period that the page is about, natural limits, a thread under each note."""
    shapes = []
    if subject.lit:
        first, last = subject.lit
        shapes.append(_area(first - 0.5, last + 0.5, "paper", 0, 1, "var(--accent-soft)"))
    if subject.limits:
        lower, upper, centre = subject.limits
        end = len(subject.points) - 0.5
        shapes.append(_area(-0.7, end, "y", lower, upper, "var(--chart-limits)"))
        shapes.append(_rule(-0.7, end, centre, centre, "var(--line-strong)", 1, layer="below"))
    for place in subject.marked:
        thread = _rule(place, place, 0, 1, "var(--line-strong)", 1, layer="below")
        shapes.append(thread | {"yref": "paper", "line": thread["line"] | {"dash": "dot"}})
    return shapes


def _area(x0: float, x1: float, yref: str, y0: float, y1: float, token: str) -> Figure:
    place = {"x0": x0, "x1": x1, "yref": yref, "y0": y0, "y1": y1}
    return {"type": "rect", "layer": "below", "fillcolor": token, "line": {"width": 0}} | place


def _rule(x0: float, x1: float, y0: float, y1: float, token: str, width: float, layer: str) -> Figure:
    line = {"color": token, "width": width}
    return {"type": "line", "layer": layer, "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": line}


def _edge_rules(zones: Sequence[Zone], low: float, high: float) -> list[Figure]:
    shapes = []
    for zone in zones:
        bottom, top = zone.within(low, high)
        if top > bottom:
            rule = _rule(1, 1, bottom, top, zone.token, 2, layer="above")
            shapes.append(rule | {"xref": "paper"})
    return shapes


def _edge_labels(subject: ChartSubject, zones: Sequence[Zone], low: float, high: float) -> list[Figure]:
    """Lines and zones named at the right edge; the lines first, a zone only where there is room."""
    pixels = (HEIGHT - _TOP - _BOTTOM) / (high - low)
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
    anchors = _last_anchors(subject.points)
    names = {0: _("Target"), 1: _("Red line")}
    if subject.direction == Direction.BAND:
        names = {0: _("From"), 1: _("Red line"), 2: _("To"), 3: _("Red line")}
    lines = []
    for block, name in names.items():
        value = anchors[block]
        if value is not None:
            token = "var(--chart-red)" if block in (1, 3) else "var(--chart-target)"
            lines.append((value, f"{name} {subject.text(value)}", token))
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


def _inside_labels(subject: ChartSubject) -> list[Figure]:
    """On a phone the lines are named above their left end."""
    return [
        _edge_label(value, f"<b>{name}</b>", token) | {"x": 0, "xshift": 2, "yanchor": "bottom"}
        for value, name, token in _named_lines(subject)
    ]


def _last_value(subject: ChartSubject) -> list[Figure]:
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
            "xanchor": "right" if last > len(subject.points) - 4 else "center",
            "xshift": 10 if last > len(subject.points) - 4 else 0,
            "text": f"<b>{text} {number_text(value, subject.decimals)}</b>",
            "showarrow": False,
            "bgcolor": "var(--surface)",
            "borderpad": 1,
            "font": {"size": 11, "color": "var(--chart-actual)"},
        }
    ]
