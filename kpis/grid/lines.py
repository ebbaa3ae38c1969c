"""The lines of the entry grid: values that are due, in words, with what became of what was typed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.ui.numbers import change_text, number_text
from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar
from kpis.enums import MeasurementState
from kpis.grid.rows import GridCell, grid_cells
from kpis.grid.storing import Answer, Outcome
from kpis.models import Series
from kpis.outstanding import Outstanding
from kpis.wording import period_text, short_period_text

SOON = dt.timedelta(days=7)


@dataclass(frozen=True)
class Line:
    """A value that is due as a row of the grid; texts are in the reader's language.

    `value`, `note`, `reason`: what stands in the fields. `outcome`: what became of it, empty before.
    """

    key: str
    series: Series
    period: str
    url: str
    due_on: dt.date
    due: str
    late: bool
    before: str
    before_period: str
    before_number: str
    value: str
    note: str
    returned: str
    outcome: str = ""
    message: str = ""
    change: str = ""
    reason: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the value is in."""
        return bool(self.outcome) and Outcome(self.outcome).is_done

    @property
    def is_wrong(self) -> bool:
        """Whether something is asked for before the value is stored."""
        return bool(self.outcome) and not self.is_done


@dataclass(frozen=True)
class Band:
    """Lines that are due together."""

    title: str
    late: bool
    lines: tuple[Line, ...]


def lines_of(
    due: Sequence[Outstanding], calendar: Calendar, today: dt.date, answers: Mapping[str, Answer]
) -> list[Line]:
    """A line for each value that is due, in their order; two queries."""
    cells = grid_cells([(each.series, each.period) for each in due])
    return [
        _line(each, cell, calendar, today, answers.get(cell.key))
        for each, cell in zip(due, cells, strict=True)
    ]


def _line(
    each: Outstanding, cell: GridCell, calendar: Calendar, today: dt.date, answer: Answer | None
) -> Line:
    kpi, last, pending = each.series.kpi, cell.last, cell.pending
    returned = pending is not None and pending.state == MeasurementState.RETURNED
    return Line(
        key=cell.key,
        series=each.series,
        period=short_period_text(each.period, calendar),
        url=_value_page(each, calendar),
        due_on=each.due_on,
        due=day_text(each.due_on, today),
        late=each.is_late(today),
        before="" if last is None else number_text(last[1], kpi.decimals),
        before_period="" if last is None else period_text(Period(each.period.frequency, last[0]), calendar),
        before_number="" if last is None else plain(last[1]),
        returned=(pending.comment or _("without a word")) if pending is not None and returned else "",
        **_typed(cell, answer),
    )


def _value_page(each: Outstanding, calendar: Calendar) -> str:
    """Where a value has room for its files and its history."""
    page = reverse("reported_value", args=[each.series.kpi.code])
    where = {"department": each.series.department.code, "period": calendar.format(each.period)}
    return f"{page}?{urlencode(where)}"


def plain(value: float) -> str:
    """A number as it is typed: no separators of thousands, a decimal point, as many places as it has."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def day_text(day: dt.date, today: dt.date) -> str:
    """A day where there is little room: "15 Nov", of another year "15 Nov 2025"."""
    return date_format(day, "j M" if day.year == today.year else "j M Y")


def _typed(cell: GridCell, answer: Answer | None) -> dict[str, Any]:
    """What stands in the fields of a cell: what was typed, else what waits there."""
    if answer is None:
        pending = cell.pending
        return {"value": plain(pending.value) if pending else "", "note": pending.note if pending else ""}
    return {
        "value": answer.typed.value,
        "note": answer.typed.note,
        "reason": answer.typed.reason,
        "outcome": answer.outcome,
        "message": answer.message,
        "change": change_of(answer),
    }


def change_of(answer: Answer) -> str:
    """How far the value is from the one before, with its sign; empty where either is missing."""
    if answer.cell is None or answer.value is None or answer.cell.last is None:
        return ""
    return change_text(answer.value - answer.cell.last[1], answer.cell.series.kpi.decimals)


def bands(lines: Sequence[Line], today: dt.date) -> list[Band]:
    """Late, this week, later: those that have lines."""
    soon = today + SOON
    groups = [
        Band(_("Late"), True, tuple(line for line in lines if line.late)),
        Band(_("This week"), False, tuple(each for each in lines if not each.late and each.due_on <= soon)),
        Band(_("Later"), False, tuple(line for line in lines if line.due_on > soon)),
    ]
    return [band for band in groups if band.lines]
