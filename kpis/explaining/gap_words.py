"""What is missing, in words: of whom, for which period, since when."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kpis.as_of import day_text
from kpis.cells import Cell
from kpis.engine.periods import Calendar
from kpis.engine.scoring import State
from kpis.explaining.missing import MissingValue
from kpis.wording import period_text

MOST = 3


def counted_text(cell: Cell) -> str:
    """How much of a cell is in: "2 of 5 values are in"; of one with all of them why there is no score."""
    if cell.reported < cell.expected:
        words = {"reported": cell.reported, "expected": cell.expected}
        return _("%(reported)s of %(expected)s values are in") % words
    if cell.score is None and cell.value is not None:
        return _("There is no target to score it against")
    return _("Nothing is in yet") if cell.status in (State.DUE, State.LATE, State.MISSING) else ""


def missing_texts(values: Sequence[MissingValue], calendar: Calendar, of: int, most: int = MOST) -> list[str]:
    """The first missing values, one a line, and how many more there are.

    `of`: the KPI that is spoken of; values of others, which are inputs of its formula, are named.
    """
    lines = [_named(each, missing_text(each, calendar), of) for each in values[:most]]
    more = len(values) - most
    if more > 0:
        lines.append(ngettext("and %(count)s more", "and %(count)s more", more) % {"count": more})
    return lines


def _named(each: MissingValue, text: str, of: int) -> str:
    if each.kpi_id == of:
        return text
    return _("%(kpi)s: %(missing)s") % {"kpi": each.kpi, "missing": text}


def missing_text(each: MissingValue, calendar: Calendar) -> str:
    """One missing value: "Transport, Q3 2026: due 15 October 2026 from Tomas Lindqvist"."""
    words = {
        "department": each.department,
        "period": period_text(each.period, calendar),
        "day": day_text(each.due_on),
        "steward": each.steward,
    }
    if each.awaiting:
        return _("%(department)s, %(period)s: entered, waits for approval") % words
    if not each.steward:
        return _("%(department)s, %(period)s: due %(day)s, nobody is asked for it") % words
    return _("%(department)s, %(period)s: due %(day)s from %(steward)s") % words
