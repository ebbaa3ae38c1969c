"""The calendar as iCalendar (RFC 5545): whole days, and dates that come back as rules, not as copies."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Event

from strategy.calendar.entries import Entry, derived, visible_dates
from strategy.calendar.events import calendar_of, provided, whole_days
from strategy.calendar.occurrences import MONTHS_BETWEEN
from strategy.enums import Repetition
from strategy.models import StrategyDate

# How far around today what ends by itself is told; the office's own dates are told whole.
BACK, AHEAD = dt.timedelta(days=366), dt.timedelta(days=3 * 366)


def write_calendar(user: Any, name: str, today: dt.date) -> bytes:
    """The user's visible dates, ends of plans, closing days, and the due days of their own goals."""
    title = _("Strategy: %(name)s") % {"name": name} if name else _("Strategy")
    text: bytes = calendar_of(title, _events(user, today)).to_ical()
    return text


def _events(user: Any, today: dt.date) -> Iterable[Event]:
    for date in visible_dates(user):
        yield _of_date(date)
    for entry in derived(user, today - BACK, today + AHEAD, mine_only=True):
        yield _of_entry(entry)
    yield from provided(user, today - BACK, today + AHEAD)


def _of_date(date: StrategyDate) -> Event:
    page = reverse("strategy_calendar")
    event = whole_days(f"date-{date.pk}", date.name, date.starts_on, date.ends_on or date.starts_on, page)
    event.add("categories", [date.get_kind_display()])
    if date.note:
        event.add("description", date.note)
    if date.department:
        event.add("location", str(date.department))
    rule = rule_of(date)
    if rule:
        event.add("rrule", rule)
    return event


def _of_entry(entry: Entry) -> Event:
    title = f"{entry.kind_name}: {entry.name}"
    event = whole_days(entry.key, title, entry.starts_on, entry.ends_on, entry.url)
    event.add("categories", [entry.kind_name])
    return event


def rule_of(date: StrategyDate) -> dict[str, Any]:
    """RRULE of a date that comes back (RFC 5545, 3.3.10); empty where it does not.

    A rule alone skips months without a 31st; BYSETPOS=-1 takes the last of the days that there are.
    """
    between = MONTHS_BETWEEN.get(Repetition(date.repeats))
    if between is None:
        return {}
    rule: dict[str, Any] = {"freq": "monthly", "interval": between}
    if between == 12:
        rule = {"freq": "yearly", "bymonth": date.starts_on.month}
    if date.starts_on.day > 28:
        rule |= {"bymonthday": list(range(28, date.starts_on.day + 1)), "bysetpos": -1}
    if date.repeats_until is not None:
        rule["until"] = max(date.repeats_until, date.starts_on)
    return rule
