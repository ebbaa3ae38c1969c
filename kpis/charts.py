"""The KPI page's figure: actual, target, red line, and what each level means. Colours are tokens."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction
from kpis.reading import Dated, KpiDetail
from kpis.wording import short_period_text

_TICKS = {Frequency.DAY: "%-d %b", Frequency.WEEK: "%-d %b", Frequency.MONTH: "%b\n%Y"}
Trace = dict[str, Any]


def kpi_figure(detail: KpiDetail) -> dict[str, Any]:
    """A Plotly figure (data and layout); gaps stay gaps, targets are steps."""
    course, calendar = detail.course, detail.calendar
    band = detail.known.rules.direction == Direction.BAND
    days = [calendar.start(each.period).isoformat() for each in course]
    names = [short_period_text(each.period, calendar) for each in course]
    lines = _lines(course, band)
    data = [_step(days, names, values, name, color, dash) for name, values, color, dash in lines]
    data.append(_actual(days, names, [each.cell.value for each in course]))
    low, high = _range(data)
    return {
        "data": data,
        "layout": {
            "height": 360,
            "margin": {"r": 104, "t": 12, "b": 44},
            "xaxis": _time_axis(detail.frequency, calendar, course),
            "yaxis": {"range": [low, high]},
            "annotations": _labels(data, detail.kpi.decimals),
            "shapes": _levels(lines, detail.known.rules.direction, low, high),
        },
    }


def _lines(course: Sequence[Dated], band: bool) -> list[tuple[str, list[float | None], str, str]]:
    """Targets and red lines over the course: (name, values, colour token, dash)."""
    anchors = [
        each.cell.anchors if each.cell.anchors_to_date[0] is None else each.cell.anchors_to_date
        for each in course
    ]
    target, red = _("Target"), _("Red line")
    if band:
        return [
            (_("Band from"), [a[0] for a in anchors], "var(--chart-target)", "dash"),
            (_("Band to"), [a[2] for a in anchors], "var(--chart-target)", "dash"),
            (red, [a[1] for a in anchors], "var(--chart-red)", "solid"),
            (red, [a[3] for a in anchors], "var(--chart-red)", "solid"),
        ]
    return [
        (target, [a[0] for a in anchors], "var(--chart-target)", "dash"),
        (red, [a[1] for a in anchors], "var(--chart-red)", "solid"),
    ]


def _step(
    days: list[str], names: list[str], values: list[float | None], name: str, color: str, dash: str
) -> Trace:
    return {
        "type": "scatter",
        "x": days,
        "y": values,
        "text": names,
        "name": name,
        "mode": "lines",
        "hovertemplate": "%{y}",
        "line": {"color": color, "width": 1.3, "dash": dash, "shape": "hvh"},
    }


def _actual(days: list[str], names: list[str], values: list[float | None]) -> Trace:
    return {
        "type": "scatter",
        "x": days,
        "y": values,
        "text": names,
        "name": _("Actual"),
        "mode": "lines+markers",
        "hovertemplate": "<b>%{y}</b>",
        "connectgaps": False,
        "line": {"color": "var(--chart-actual)", "width": 2.4},
        "marker": {"size": 6, "color": "var(--chart-actual)"},
    }


def _range(data: Sequence[Trace]) -> tuple[float, float]:
    """Lowest and highest of all that is drawn, with a tenth of the span around it."""
    values = [value for trace in data for value in trace["y"] if value is not None]
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    room = (high - low) / 10 or abs(high) / 10 or 1.0
    return low - room, high + room


def _time_axis(frequency: Frequency, calendar: Calendar, course: Sequence[Dated]) -> dict[str, Any]:
    """Dates for days to months; names of periods ("Q1 2026") for the longer ones."""
    if frequency in _TICKS:
        return {"type": "date", "tickformat": _TICKS[frequency], "nticks": 9}
    shown = course[-1 :: -max(1, len(course) // 8)]
    return {
        "type": "date",
        "tickvals": [calendar.start(each.period).isoformat() for each in shown],
        "ticktext": [short_period_text(each.period, calendar) for each in shown],
    }


def _labels(data: Sequence[Trace], decimals: int) -> list[dict[str, Any]]:
    """What each line is, at its end instead of in a legend."""
    labels = []
    for trace in data:
        value = next((value for value in reversed(trace["y"]) if value is not None), None)
        if value is None:
            continue
        labels.append(
            {
                "x": 1,
                "xref": "paper",
                "xanchor": "left",
                "xshift": 8,
                "y": value,
                "text": f"<b>{trace['name']} {number_text(value, decimals)}</b>",
                "showarrow": False,
                "font": {"size": 11, "color": trace["line"]["color"]},
            }
        )
    return _apart(labels, data)


def _apart(labels: list[dict[str, Any]], data: Sequence[Trace]) -> list[dict[str, Any]]:
    """Move labels that would lie on each other apart, in the order of their values."""
    low, high = _range(data)
    least = (high - low) * 0.055
    ordered = sorted(labels, key=lambda label: label["y"])
    for under, over in pairwise(ordered):
        over["y"] = max(over["y"], under["y"] + least)
    return ordered


def _levels(
    lines: Sequence[tuple[str, list[float | None], str, str]], direction: str, low: float, high: float
) -> list[dict[str, Any]]:
    """A rule of two pixels at the right edge: which height is on, near and off target today."""
    ends = [next((v for v in reversed(values) if v is not None), None) for _name, values, _c, _d in lines]
    if any(end is None for end in ends):
        return []
    if direction == Direction.BAND:
        lower, upper, red_low, red_high = (float(end) for end in ends if end is not None)
        cuts = [low, red_low, lower, upper, red_high, high]
        tones = ["off", "near", "on", "near", "off"]
    else:
        target, red = (float(end) for end in ends if end is not None)
        cuts = [low, *sorted((red, target)), high]
        tones = ["off", "near", "on"] if direction == Direction.UP else ["on", "near", "off"]
    return [
        {
            "type": "line",
            "xref": "paper",
            "x0": 1.004,
            "x1": 1.004,
            "y0": max(start, low),
            "y1": min(stop, high),
            "line": {"color": f"var(--{tone}-fill)", "width": 2.5},
        }
        for start, stop, tone in zip(cuts, cuts[1:], tones, strict=False)
        if stop > start
    ]
