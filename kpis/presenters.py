"""A KPI's course as a table, its definition as facts."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _

from core.ui.charts import DataTable
from core.ui.coverage import coverage_bar
from core.ui.marks import status_mark
from core.ui.numbers import number, number_text
from kpis.enums import DepartmentRollup, Direction, TimeRollup
from kpis.reading import TABLE, Dated, KpiDetail
from kpis.wording import marks_of, short_period_text, target_text


def course_table(detail: KpiDetail) -> DataTable:
    """The last thirteen periods of the course, a column each."""
    shown = [each for each in detail.course if each.cell.applicable][-TABLE:]
    decimals, direction = detail.kpi.decimals, detail.known.rules.direction
    rows = (
        (_("Actual"), *(number(each.cell.value, decimals) for each in shown)),
        (_("Target"), *(target_text(_anchors(each), direction, decimals) for each in shown)),
        (_("Red line"), *(_red_text(each, direction, decimals) for each in shown)),
        (_("Score"), *(number(each.cell.score, 1) for each in shown)),
        (_("Status"), *(status_mark(each.cell.status) for each in shown)),
        (_("Values in"), *(_values_in(each) for each in shown)),
        (_("Marks"), *(", ".join(marks_of(each.cell, detail.calendar)) for each in shown)),
    )
    caption = _("%(kpi)s, %(unit)s") % {"kpi": detail.kpi.name, "unit": detail.kpi.unit or _("no unit")}
    columns = (detail.kpi.unit, *(short_period_text(each.period, detail.calendar) for each in shown))
    return DataTable(caption, columns, rows)


def _anchors(each: Dated) -> tuple[float | None, ...]:
    cell = each.cell
    return cell.anchors if cell.anchors_to_date[0] is None else cell.anchors_to_date


def _red_text(each: Dated, direction: str, decimals: int) -> str:
    anchors = _anchors(each)
    if anchors[1] is None:
        return "–"
    if direction == Direction.BAND and anchors[3] is not None:
        return f"{number_text(anchors[1], decimals)}–{number_text(anchors[3], decimals)}"
    return number_text(anchors[1], decimals)


def _values_in(each: Dated) -> Any:
    return coverage_bar(each.cell.reported, each.cell.expected) if each.cell.expected else "–"


def facts(detail: KpiDetail) -> list[tuple[str, Any]]:
    """The KPI's card, as pairs of label and text; what is not said is left out."""
    kpi, definition = detail.kpi, detail.definition
    due = _("%(days)s days after the period") % {"days": definition.due_days}
    found: list[tuple[str, Any]] = [
        (_("Code"), kpi.code),
        (_("Purpose"), kpi.purpose),
        (_("Method"), kpi.method),
        (_("Formula"), definition.formula),
        (_("Source"), kpi.source),
        (_("Owner"), kpi.owner),
        (_("Steward"), detail.series.steward if detail.series else None),
        (_("Reported"), definition.get_frequency_display()),
        (_("Due"), due),
        (_("Direction"), Direction(definition.direction).label),
        (_("Over time"), TimeRollup(definition.time_rollup).label),
        (_("Over departments"), DepartmentRollup(definition.department_rollup).label),
        (_("Tells"), kpi.get_tendency_display()),
    ]
    return [(label, format_html("{}", text)) for label, text in found if text]


def export_rows(course: Sequence[Dated], detail: KpiDetail) -> list[tuple[Any, ...]]:
    """The course for a spreadsheet: numbers, not texts."""
    return [
        (
            detail.calendar.format(each.period),
            each.cell.value,
            each.cell.target,
            each.cell.anchors_to_date[1],
            each.cell.score,
            str(each.cell.status),
            each.cell.reported,
            each.cell.expected,
        )
        for each in course
    ]


EXPORT_HEADER = ("period", "value", "target_to_date", "red_line", "score", "status", "reported", "expected")
