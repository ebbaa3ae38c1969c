"""What the KPI page draws of a reading: figures, chart, table, revisions, and what is marked on them."""

from dataclasses import replace
from typing import Any

from kpis.as_of import AsOf
from kpis.charts import Beside, ChartSubject, kpi_figure
from kpis.corrections import Revision, read_revisions, within
from kpis.engine.frequency import Period
from kpis.finding import finding
from kpis.models import KPI
from kpis.notes import ChartNote, chart_notes
from kpis.presenters import columns, figures, is_lit
from kpis.reading import YEAR_TO_DATE, KpiReading
from kpis.wording import period_text

MOST_REVISIONS = 12


def drawn(kpi: KPI, reading: KpiReading, beside: Beside) -> dict[str, Any]:
    """Figures, chart, table and revisions, and what is marked on all of them."""
    own, as_of = reading.native_range, AsOf(reading.as_of, reading.known_at)
    found = read_revisions(kpi, reading.department, _reach(reading), own, as_of)
    revisions = within(found, own)
    notes = chart_notes(reading, found, kpi.decimals)
    direction = reading.known.rules.direction
    table = columns(reading, kpi, {note.place: note.number for note in notes}, beside.signals)
    return {
        "figures": figures(reading, kpi),
        "finding": finding(reading.course, direction, reading.calendar),
        "figure": kpi_figure(_subject(kpi, reading, notes, beside)) if reading.course.has_values else None,
        "beside": beside,
        "notes": notes,
        "columns": table,
        "has_marks": any(column.marks for column in table),
        "has_signals": any(column.signal for column in table),
        "revisions": _dated(reading, revisions[:MOST_REVISIONS]),
        "more_revisions": len(revisions) - MOST_REVISIONS,
    }


def _reach(reading: KpiReading) -> tuple[int, int]:
    """The native periods of the course and of the period shown."""
    (first, last), (own_first, own_last) = reading.course_range, reading.native_range
    return min(first, own_first), max(last, own_last)


def _dated(reading: KpiReading, revisions: list[Revision]) -> list[tuple[str, Revision]]:
    """Revisions with their period in words and, for links, as its code."""
    native, calendar = reading.known.rules.frequency, reading.calendar
    periods = [Period(native, each.period) for each in revisions]
    return [
        (period_text(period, calendar), replace(each, period_code=calendar.format(period)))
        for period, each in zip(periods, revisions, strict=True)
    ]


def _subject(kpi: KPI, reading: KpiReading, notes: list[ChartNote], beside: Beside) -> ChartSubject:
    lit = [place for place, point in enumerate(reading.course.points) if is_lit(reading, point)]
    return ChartSubject(
        points=reading.course.points,
        calendar=reading.calendar,
        direction=reading.known.rules.direction,
        decimals=kpi.decimals,
        unit=kpi.unit,
        marked=[note.place for note in notes],
        lit=(lit[0], lit[-1]) if lit else None,
        breaks=reading.year_breaks if reading.course.view == YEAR_TO_DATE else (),
        beside=beside,
    )
