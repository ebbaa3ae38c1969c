"""What stands around and behind the lines of a chart."""

from collections.abc import Sequence

from kpis.axes import period_head, period_ticks, value_ticks
from kpis.charts.subject import ChartSubject, Figure


def period_axis(subject: ChartSubject, every: int) -> Figure:
    """The periods as categories, with every tick or every second one named."""
    places, texts = period_ticks(subject.periods, subject.calendar)
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": [subject.name(period) for period in subject.periods],
        "range": [-0.7, len(subject.periods) - 0.3],
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
        text, year = period_head(subject.periods[place], subject.calendar)
        texts.append(text if year == year_before else f"{text}<br>{year}")
        year_before = year
    return texts


def value_axis(low: float, high: float) -> Figure:
    """Values between the bounds, with round ticks in the reader's language."""
    ticks, texts = value_ticks(low, high)
    return {"range": [low, high], "tickmode": "array", "tickvals": ticks, "ticktext": texts}


def backgrounds(subject: ChartSubject) -> list[Figure]:
    """Behind the data: natural limits, the period that the page is about, and a thread under each note."""
    shapes = []
    for band in subject.beside.limits:
        ends = band.start - 0.5, band.stop - 0.5
        shapes.append(_area(*ends, "y", band.lower, band.upper, "var(--chart-limits)"))
        shapes.append(rule(*ends, band.centre, band.centre, "var(--line-strong)", 1, layer="below"))
    if subject.beside.stretch is not None:
        level = subject.beside.stretch
        line = rule(0, 1, level, level, "var(--ink-3)", 1, layer="below")
        shapes.append(line | {"xref": "paper", "line": line["line"] | {"dash": "dashdot"}})
    if subject.lit:
        first, last = subject.lit
        shapes.append(_area(first - 0.5, last + 0.5, "paper", 0, 1, "var(--chart-area)"))
    for place in subject.marked:
        thread = rule(place, place, 0, 1, "var(--line-strong)", 1, layer="below")
        shapes.append(thread | {"yref": "paper", "line": thread["line"] | {"dash": "dot"}})
    return shapes


def _area(x0: float, x1: float, yref: str, y0: float, y1: float, token: str) -> Figure:
    place = {"x0": x0, "x1": x1, "yref": yref, "y0": y0, "y1": y1}
    return {"type": "rect", "layer": "below", "fillcolor": token, "line": {"width": 0}} | place


def rule(x0: float, x1: float, y0: float, y1: float, token: str, width: float, layer: str) -> Figure:
    """A straight line as a shape."""
    line = {"color": token, "width": width}
    return {"type": "line", "layer": layer, "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": line}
