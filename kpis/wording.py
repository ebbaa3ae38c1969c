"""Periods and numbers in words, as every page, mail and export says them."""

import datetime as dt

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from core.ui.marks import mark_of
from core.ui.numbers import number_text
from kpis.cells import Cell, Override
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction, State, Status
from kpis.engine.states import Mark


def period_text(period: Period, calendar: Calendar) -> str:
    """A period as people say it: "Q1 2026", "March 2026", "2026", "Week 9, 2026", "14 March 2026"."""
    match period.frequency:
        case Frequency.DAY:
            return format_date(calendar.start(period), "j F Y")
        case Frequency.WEEK:
            year, week, _day = calendar.end(period).isocalendar()
            return _("Week %(week)s, %(year)s") % {"week": week, "year": year}
        case Frequency.MONTH:
            return format_date(calendar.start(period), "F Y")
    text = calendar.format(period)
    return " ".join(reversed(text.split("-")))


def short_period_text(period: Period, calendar: Calendar) -> str:
    """A period where there is little room: "Mar 2026" instead of "March 2026"."""
    if period.frequency == Frequency.MONTH:
        return format_date(calendar.start(period), "M Y")
    return period_text(period, calendar)


def periods_word(frequency: Frequency) -> str:
    """The plural of a period, for column heads such as "13 quarters"."""
    words = {
        Frequency.DAY: _("days"),
        Frequency.WEEK: _("weeks"),
        Frequency.MONTH: _("months"),
        Frequency.QUARTER: _("quarters"),
        Frequency.HALF: _("half-years"),
        Frequency.YEAR: _("years"),
    }
    return words[frequency]


def target_text(anchors: tuple[float | None, ...], direction: str, decimals: int) -> str:
    """A target as people write it: "88", of a band "97–101", or a dash."""
    first, _red, high, _red_high = anchors
    if first is None:
        return "–"
    if direction == Direction.BAND and high is not None:
        return range_text(first, high, decimals)
    return number_text(first, decimals)


def judged_anchors(cell: Cell) -> tuple[float | None, ...]:
    """What the value is compared with: anchors to date, before any actual those of the whole period."""
    return cell.anchors if cell.anchors_to_date[0] is None else cell.anchors_to_date


def range_text(low: float, high: float, decimals: int) -> str:
    """A range: "97–101"; decimals only where one of the ends needs them."""
    places = 0 if low == round(low) and high == round(high) else decimals
    return f"{number_text(low, places)}–{number_text(high, places)}"


def marks_of(cell: Cell, calendar: Calendar) -> list[str]:
    """What is said beside a number: to date, held, as at, carried, restated, by hand; why it is unscored."""
    marks = []
    if cell.held and cell.value is not None:
        marks.append(_("Held %(period)s") % {"period": short_period_text(cell.shown, calendar)})
    if cell.to_date:
        marks.append(_("To date"))
    if cell.as_at is not None:
        marks.append(_("As at %(period)s") % {"period": short_period_text(cell.as_at, calendar)})
    if cell.carried:
        marks.append(_("Carried"))
    if reason := unscored_text(cell):
        marks.append(reason)
    if cell.restated:
        marks.append(_("Restated"))
    if cell.override is not None:
        marks.append(override_text(cell.override, cell.status))
    return marks


def unscored_text(cell: Cell) -> str:
    """Why a value has no score; empty where it has one, or no value."""
    if cell.status != State.UNSCORED:
        return ""
    target = cell.target
    if target is None:
        return _("No target")
    return _("A target of 0 needs a red line") if target == 0 else _("Target and red line are the same")


def override_text(override: Override, computed: Status | State) -> str:
    """What stands beside a status set by hand: "⚑ By hand until 30 Jun 2026; computed: Off target"."""
    day = format_date(override.expires_on, "j M Y")
    word = mark_of(computed).word
    return _("⚑ By hand until %(day)s; computed: %(status)s") % {"day": day, "status": word}


def mark_names(cell: Cell) -> list[str]:
    """The marks as REST, exports and frozen reports name them."""
    marks = {
        Mark.TO_DATE: cell.to_date,
        Mark.HELD: cell.held,
        Mark.AS_AT: cell.as_at is not None,
        Mark.CARRIED: cell.carried,
        Mark.RESTATED: cell.restated,
        Mark.OVERRIDDEN: cell.override is not None,
    }
    return [str(mark) for mark, holds in marks.items() if holds]


def last_ended(calendar: Calendar, frequency: Frequency, as_of: dt.date) -> Period:
    """The latest period of a frequency that has ended by the end of `as_of`."""
    running = calendar.containing(as_of, frequency)
    return running if calendar.ended(running, as_of) else calendar.previous(running)
