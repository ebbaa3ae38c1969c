"""The KPI chart as a Plotly figure: actual, target, red lines, status bands at the edge, notes.

Colours are tokens (`var(--…)`), resolved where it is drawn; `narrow` is merged into the layout on a phone.
"""

from kpis.axes import value_range
from kpis.bands import zones_of
from kpis.charts.beside import fan_traces, limit_labels, peer_trace
from kpis.charts.edge import edge_labels, edge_rules, inside_labels, last_value
from kpis.charts.frame import backgrounds, period_axis, value_axis
from kpis.charts.subject import Beside, ChartSubject, FanPoint, Figure, LimitBand, PointSignal
from kpis.charts.traces import actual_trace, anchor_traces, mark_trace

__all__ = ["Beside", "ChartSubject", "FanPoint", "LimitBand", "PointSignal", "kpi_figure"]

HEIGHT = 372
_TOP, _BOTTOM, _RIGHT = 28, 44, 104


def kpi_figure(subject: ChartSubject) -> Figure:
    """The figure, ready for JSON; without any value or target an empty one."""
    low, high = value_range(subject.numbers or [0.0, 1.0])
    zones = zones_of(subject.last_anchors, subject.direction)
    labels = edge_labels(subject, zones, low, high, HEIGHT - _TOP - _BOTTOM)
    return {
        "data": [
            *fan_traces(subject),
            *(trace for stretch in subject.stretches for trace in anchor_traces(stretch)),
            *(actual_trace(stretch) for stretch in subject.stretches),
            *peer_trace(subject),
            *mark_trace(subject, high),
        ],
        "layout": {
            "height": HEIGHT,
            "margin": {"t": _TOP, "b": _BOTTOM, "r": _RIGHT, "l": 44},
            "xaxis": period_axis(subject, 1),
            "yaxis": value_axis(low, high),
            "shapes": [*backgrounds(subject), *edge_rules(zones, low, high)],
            "annotations": [*labels, *limit_labels(subject), *last_value(subject)],
        },
        "narrow": {
            "margin": {"r": 8, "l": 36},
            "xaxis": period_axis(subject, 2),
            "shapes": backgrounds(subject),
            "annotations": [*inside_labels(subject), *last_value(subject)],
        },
    }
