"""The lines of a chart: targets, red lines, actuals, and the numbers of its notes."""

from django.utils.translation import gettext as _

from core.ui.marks import mark_of
from core.ui.numbers import number_text
from kpis.charts.subject import ChartSubject, Figure
from kpis.engine.scoring import Direction
from kpis.reading import Point


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


def anchor_traces(subject: ChartSubject) -> list[Figure]:
    """Targets as dashed steps, red lines solid; a band is filled between its edges."""
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


def actual_trace(subject: ChartSubject) -> Figure:
    """The actuals; gaps stay gaps, open points are still to date, diamonds are signals."""
    accent = "var(--chart-actual)"
    signals = subject.beside.signals
    hollow = [place in signals or point.cell.to_date for place, point in enumerate(subject.points)]
    return {
        "type": "scatter",
        "x": subject.names,
        "y": subject.values,
        "mode": "lines+markers",
        "name": _("Actual"),
        "connectgaps": False,
        "line": {"color": accent, "width": 2.4},
        "marker": {
            "symbol": ["diamond" if place in signals else "circle" for place in range(len(hollow))]
            if signals
            else "circle",
            "size": [9 if open_ else 5.5 for open_ in hollow],
            "color": ["var(--surface)" if open_ else accent for open_ in hollow],
            "line": {"color": accent, "width": [2.2 if open_ else 0 for open_ in hollow]},
        },
        "customdata": [
            _hover(subject, point) + (f" · {signals[place].text}" if place in signals else "")
            for place, point in enumerate(subject.points)
        ],
        "hovertemplate": "<b>%{customdata}</b><extra></extra>",
    }


def _hover(subject: ChartSubject, point: Point) -> str:
    if point.cell.value is None:
        return ""
    value = number_text(point.cell.value, subject.decimals)
    unit = f" {subject.unit}" if subject.unit else ""
    return f"{value}{unit} · {mark_of(point.cell.status).word}"


def mark_trace(subject: ChartSubject, high: float) -> list[Figure]:
    """Numbered circles at the top, where there are notes."""
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
