"""A KPI's reading as a page writes it: its five figures, its course as a table and a file, its card."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.ui.numbers import number_text
from kpis.axes import period_head
from kpis.cells import Cell
from kpis.charts.subject import PointSignal
from kpis.engine.frequency import Frequency
from kpis.engine.scoring import Direction
from kpis.enums import DepartmentRollup, Kind, TimeRollup
from kpis.enums import Direction as DirectionChoice
from kpis.models import KPI, Definition, Series
from kpis.reading import KpiReading, Point, native_range
from kpis.validators import rating_is_old
from kpis.wording import (
    judged_anchors,
    mark_names,
    marks_of,
    period_text,
    range_text,
    short_period_text,
    target_text,
)

TABLE_PERIODS = 13


@dataclass(frozen=True)
class Figures:
    """The five figures at the head of the page, as text where they are not plain numbers.

    `target_note`: what the target is of the whole period, where the value is compared with a part of it.
    """

    period: str
    target: str
    target_note: str
    through: str
    marks: tuple[str, ...]


def figures(reading: KpiReading, kpi: KPI) -> Figures:
    """What stands beside the numbers at the head of the page."""
    cell, calendar = reading.cell, reading.calendar
    direction = reading.known.rules.direction
    compared = target_text(judged_anchors(cell), direction, kpi.decimals)
    whole = target_text(cell.anchors, direction, kpi.decimals)
    partial = cell.anchors_to_date[0] is not None and compared != whole and cell.anchors[0] is not None
    return Figures(
        period=period_text(reading.period, calendar),
        target=compared,
        target_note=_("of %(target)s for the whole") % {"target": whole} if partial else "",
        through=short_period_text(reading.year_to_date.shown, calendar),
        marks=tuple(marks_of(cell, calendar)),
    )


def red_text(cell: Cell, direction: Direction, decimals: int) -> str:
    """The red line of a cell; of a band both: "95–103"; a dash where there is none."""
    _first, red, _high, red_high = judged_anchors(cell)
    if red is None:
        return "–"
    if direction == Direction.BAND and red_high is not None:
        return range_text(red, red_high, decimals)
    return number_text(red, decimals)


@dataclass(frozen=True)
class Column:
    """A period of the table: its head in two lines (the year where it begins), its cell in text.

    `lit`: part of the period that the page is about; `note`: number of its note on the chart, or None;
    `signal`: how far off chance it is, in words.
    """

    period: str
    head: str
    year: str
    cell: Cell
    target: str
    red_line: str
    marks: str
    lit: bool
    note: int | None
    signal: str = ""
    side: int = 0

    @property
    def signal_word(self) -> str:
        """The signal in a word: high or low."""
        return {1: _("High"), -1: _("Low")}.get(self.side, "")

    @property
    def values_in(self) -> str:
        """Reported of expected values, a dash where none are expected."""
        return f"{self.cell.reported}/{self.cell.expected}" if self.cell.expected else "–"


def columns(
    reading: KpiReading, kpi: KPI, notes: dict[int, int], signals: Mapping[int, PointSignal]
) -> list[Column]:
    """The last periods of the course; `notes`, `signals`: numbers and words by the point's place in it."""
    course, calendar = reading.course.points, reading.calendar
    direction = reading.known.rules.direction
    found: list[Column] = []
    year_before = ""
    for place, point in list(enumerate(course))[-TABLE_PERIODS:]:
        head, year = period_head(point.period, calendar)
        found.append(
            Column(
                period=period_text(point.period, calendar),
                head=head,
                year=year if year != year_before else "",
                cell=point.cell,
                target=target_text(judged_anchors(point.cell), direction, kpi.decimals),
                red_line=red_text(point.cell, direction, kpi.decimals),
                marks=", ".join(marks_of(point.cell, calendar)),
                lit=is_lit(reading, point),
                note=notes.get(place),
                signal=signals[place].text if place in signals else "",
                side=signals[place].side if place in signals else 0,
            )
        )
        year_before = year
    return found


def is_lit(reading: KpiReading, point: Point) -> bool:
    """Whether a point of the course lies in the period that the page is about."""
    native = reading.known.rules.frequency
    first, last = native_range(reading.calendar, native, point.period)
    lit_first, lit_last = reading.native_range
    return lit_first <= first and last <= lit_last


EXPORT_HEADER = (
    "period",
    "value",
    "target_to_date",
    "red_line",
    "band_to",
    "red_line_above",
    "score",
    "status",
    "reported",
    "expected",
    "coverage",
    "status_by_hand",
    "marks",
)


def export_rows(reading: KpiReading) -> Iterator[tuple[Any, ...]]:
    """The whole course for a spreadsheet: numbers, not texts."""
    band = reading.known.rules.direction == Direction.BAND
    for point in reading.course.points:
        cell = point.cell
        target, red, high, red_high = judged_anchors(cell)
        yield (
            reading.calendar.format(point.period),
            cell.value,
            target,
            red,
            high if band else None,
            red_high if band else None,
            cell.score,
            str(cell.status),
            cell.reported,
            cell.expected,
            cell.coverage,
            *status_and_marks(cell),
        )


def status_and_marks(cell: Cell) -> tuple[str, str]:
    """The last two columns of an export of cells: the status set by hand, if any, and all marks."""
    return str(cell.override.status) if cell.override else "", " ".join(mark_names(cell))


def facts(kpi: KPI, definition: Definition, series: Series | None) -> list[tuple[str, Any]]:
    """The KPI's card, as pairs of label and text; what is not said is left out."""
    computed = definition.kind == Kind.FORMULA
    found: Sequence[tuple[str, Any]] = (
        (_("Purpose"), kpi.purpose),
        (_("Method"), kpi.method),
        (_("Source"), kpi.source),
        (_("Data quality"), rating_text(kpi, timezone.localdate())),
        (_("Limits of use"), kpi.limits_of_use),
        (_("Stretch target"), stretch_text(kpi)),
        (_("Owner"), kpi.owner),
        (_("Steward"), series.steward if series else None),
        (_("Counted") if computed else _("Reported"), definition.get_frequency_display()),
        (_("Due"), due_text(Frequency(definition.frequency), definition.due_days)),
        (_("Direction"), DirectionChoice(definition.direction).label),
        (_("Over time"), "" if computed else TimeRollup(definition.time_rollup).label),
        (_("Over departments"), "" if computed else DepartmentRollup(definition.department_rollup).label),
        (_("Tells"), kpi.get_tendency_display()),
        (_("Approval"), _("Values count once approved") if kpi.approval_needed else ""),
        (_("Code"), kpi.code),
    )
    return [(label, text) for label, text in found if text]


def rating_text(kpi: KPI, today: dt.date) -> str:
    """How far the values can be relied upon and since when; a rating older than a year says so."""
    if not kpi.quality:
        return ""
    text = str(kpi.get_quality_display())
    if kpi.quality_rated_on is None:
        return text
    day = date_format(kpi.quality_rated_on, "DATE_FORMAT")
    if rating_is_old(kpi, today):
        return _("%(rating)s (rated on %(day)s, more than a year ago: rate it again)") % {
            "rating": text,
            "day": day,
        }
    return _("%(rating)s (rated on %(day)s)") % {"rating": text, "day": day}


def stretch_text(kpi: KPI) -> str:
    """What would be excellent, with its unit."""
    if kpi.stretch_target is None:
        return ""
    return f"{number_text(kpi.stretch_target, kpi.decimals)} {kpi.unit}".strip()


def due_text(frequency: Frequency, days: int) -> str:
    """When a value is due: "15 days after the month ends"."""
    ends = {
        Frequency.DAY: _("the day ends"),
        Frequency.WEEK: _("the week ends"),
        Frequency.MONTH: _("the month ends"),
        Frequency.QUARTER: _("the quarter ends"),
        Frequency.HALF: _("the half-year ends"),
        Frequency.YEAR: _("the year ends"),
    }[frequency]
    if days == 0:
        return _("when %(it_ends)s") % {"it_ends": ends}
    words = ngettext("%(days)s day after %(it_ends)s", "%(days)s days after %(it_ends)s", days)
    return words % {"days": days, "it_ends": ends}
