"""What stands on a chart beside actuals and targets: natural limits, the projection's fan, peers."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from kpis.charts.subject import ChartSubject, FanPoint, Figure, LimitBand

_ACTUAL = "var(--chart-actual)"


def fan_traces(subject: ChartSubject) -> list[Figure]:
    """The periods to come as a dotted line in its 80 % interval, begun at the latest actual before them."""
    fan = subject.beside.fan
    if not fan:
        return []
    points = [*_joint(subject), *fan]
    names = [subject.name(each.period) for each in points]
    joint = len(points) - len(fan)
    edge = {"type": "scatter", "x": names, "mode": "lines", "hoverinfo": "skip", "line": {"width": 0}}
    return [
        edge | {"y": _rounded(each.lower for each in points)},
        edge
        | {
            "y": _rounded(each.upper for each in points),
            "fill": "tonexty",
            "fillcolor": "var(--chart-fan-2)",
        },
        {
            "type": "scatter",
            "x": names,
            "y": _rounded(each.value for each in points),
            "mode": "lines",
            "name": _("Projected"),
            "line": {"color": _ACTUAL, "width": 1.8, "dash": "dot"},
            "customdata": [""] * joint + [_hover(subject, each) for each in fan],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
    ]


def _joint(subject: ChartSubject) -> list[FanPoint]:
    """The latest actual before the projection, from which it goes on."""
    first = subject.beside.fan[0].period
    before = [point for point in subject.points if point.period < first and point.cell.value is not None]
    if not before or first.ordinal - before[-1].period.ordinal > 1:
        return []
    value = before[-1].cell.value or 0.0
    return [FanPoint(before[-1].period, value, value, value)]


def _hover(subject: ChartSubject, point: FanPoint) -> str:
    return _("Projected %(value)s (80 %%: %(lower)s to %(upper)s)") % {
        "value": subject.text(point.value),
        "lower": subject.text(point.lower),
        "upper": subject.text(point.upper),
    }


def _rounded(values: Iterable[float]) -> list[float]:
    """Six digits: more would not be seen and make the page larger."""
    return [float(f"{value:.6g}") for value in values]


def limit_labels(subject: ChartSubject) -> list[Figure]:
    """The natural limits, written over or under their band's beginning, where the actuals are not."""
    return [_limit_label(subject, band) for band in subject.beside.limits if band.stop - band.start >= 6]


def _limit_label(subject: ChartSubject, band: LimitBand) -> Figure:
    near = [value for value in subject.values[band.start : band.start + 9] if value is not None]
    under = bool(near) and sum(near) / len(near) > band.centre
    return {
        "x": band.start - 0.4,
        "y": band.lower if under else band.upper,
        "xanchor": "left",
        "yanchor": "top" if under else "bottom",
        "text": band.text,
        "showarrow": False,
        "font": {"size": 11, "color": "var(--ink-3)"},
    }


def peer_trace(subject: ChartSubject) -> list[Figure]:
    """What peers reached, as crosses in the periods that they are of."""
    peers = subject.beside.peers
    if not peers:
        return []
    names = subject.names
    return [
        {
            "type": "scatter",
            "x": [names[place] for place, _, _ in peers],
            "y": [value for _, value, _ in peers],
            "mode": "markers",
            "name": _("Peers"),
            "marker": {"symbol": "x-thin", "size": 8, "line": {"color": "var(--ink-2)", "width": 1.6}},
            "customdata": [words for _, _, words in peers],
            "hovertemplate": "%{customdata}<extra></extra>",
        }
    ]
