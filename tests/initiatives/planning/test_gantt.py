"""The Gantt chart as numbers and as a picture, and the roadmap's packing."""

import datetime as dt
from typing import Any

import pytest

from initiatives.models import Initiative
from initiatives.planning.drawing import draw
from initiatives.planning.gantt import Arrow, Bar, Diamond, chart_of, scale_of, usual_zoom
from initiatives.planning.portfolio import Span
from initiatives.planning.roadmap import lay_out, quarters_around
from kpis.engine.periods import Calendar

DAY = dt.date(2026, 3, 10)
FISCAL = Calendar(first_month=1)


def later(days: int) -> dt.date:
    """So many days after the 10th of March."""
    return DAY + dt.timedelta(days=days)


def test_a_scale_reaches_over_whole_periods() -> None:
    scale = scale_of([DAY, later(40)], "months", FISCAL)
    assert scale is not None
    assert (scale.first, scale.last) == (dt.date(2026, 3, 1), dt.date(2026, 4, 30))
    assert [tick.label for tick in scale.ticks] == ["March 2026", "April 2026"]
    assert scale.x(scale.first) == 0.0
    assert scale.x(scale.last, end=True) == scale.width
    assert scale.x(later(-900)) == 0.0  # what lies before it begins at its edge


def test_what_fits_is_as_wide_as_a_page_whatever_it_spans() -> None:
    for span, zoom in ((100, "months"), (700, "quarters"), (4000, "years")):
        days = [DAY, later(span)]
        assert usual_zoom(days) == zoom
        scale = scale_of(days, zoom, FISCAL, fits=True)
        assert scale is not None
        assert round(scale.width) == 740
        assert min(tick.width for tick in scale.ticks) > 35


def test_nothing_with_a_day_is_no_chart() -> None:
    assert chart_of([Bar(1, "Undated")], (), DAY, "", FISCAL) is None


def test_what_is_said_by_colour_is_said_by_shape_as_well() -> None:
    bars = [
        Bar(1, "Dig", first=DAY, last=later(9), progress=40, is_critical=True, expected_end=later(12)),
        Bar(2, "Pour", first=later(10), last=later(19), agreed=(later(8), later(17))),
        Bar(3, "Open", last=later(20), diamonds=[Diamond(later(20), "Open", is_done=False)]),
    ]
    chart = chart_of(bars, [Arrow(1, 2, "fs"), Arrow(2, 3, "fs"), Arrow(2, 9, "ss")], DAY, "", FISCAL)
    assert chart is not None
    svg = draw(chart, "Three <rows>")
    assert 'aria-label="Three &lt;rows&gt;"' in svg
    for part in ("bar is-critical", "tail", "agreed", "diamond"):
        assert svg.count(f'class="gantt-{part}') == 1, part
    assert svg.count('class="gantt-arrow') == 2  # an arrow to a row that is not shown is none
    assert "+3 d" in svg
    assert "Today" in svg
    assert "style=" not in svg


def span_of(pk: int, first: int | None, last: int | None) -> Span:
    """An initiative that is nothing but its days."""
    days: list[Any] = [later(each) if each is not None else None for each in (first, last)]
    return Span(Initiative(pk=pk, code=f"I{pk}", name=f"I{pk}"), *days, None, None, 0, [], None)


def test_the_roadmap_packs_what_follows_one_another_into_one_line() -> None:
    quarters = quarters_around(DAY, FISCAL, back=0, ahead=3)
    spans = [span_of(1, 0, 10), span_of(2, 5, 120), span_of(3, 100, 900), span_of(4, None, None)]
    spans.append(span_of(5, 900, 1000))
    roadmap = lay_out(spans, {}, [], quarters, FISCAL)
    placed = [
        [(block.span.initiative.code, block.before, block.width, block.continues) for block in line.blocks]
        for line in roadmap.bands[0].lines
    ]
    assert placed == [[("I1", 0, 1, False), ("I3", 0, 3, True)], [("I2", 0, 3, False)]]
    assert [each.initiative.code for each in (*roadmap.undated, *roadmap.outside)] == ["I4", "I5"]
    assert [line.after for line in roadmap.bands[0].lines] == [0, 1]


def test_sixty_years_have_fewer_names_than_years() -> None:
    days = [dt.date(1997, 1, 1), dt.date(2055, 12, 31)]
    scale = scale_of(days, "years", FISCAL, fits=True)
    assert scale is not None
    assert min(tick.width for tick in scale.ticks[:-1]) >= 40
    assert [tick.label for tick in scale.ticks[:2]] == ["1997", "2001"]
    assert sum(tick.width for tick in scale.ticks) == pytest.approx(scale.width, abs=1)
