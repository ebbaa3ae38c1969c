"""What every calendar file is made of (RFC 5545): whole days, and what upper floors add to a person's own."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

ONE_DAY = dt.timedelta(days=1)
# Takes the user and the first and the last day that are wanted.
Provider = Callable[[Any, dt.date, dt.date], Iterable[Event]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Let a floor above add events to the calendar that a person subscribes to; for `AppConfig.ready()`."""
    _providers.append(provider)


def provided(user: Any, first: dt.date, last: dt.date) -> Iterator[Event]:
    """What the floors above have for a person from one day to another."""
    for provider in _providers:
        yield from provider(user, first, last)


def calendar_of(name: str, events: Iterable[Event]) -> Calendar:
    """A calendar to publish, each event stamped with now."""
    calendar = Calendar()
    calendar.add("prodid", "-//SMO//Strategy calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    stamp = timezone.now()
    for event in events:
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    return calendar


def whole_days(key: str, title: str, first: dt.date, last: dt.date, path: str) -> Event:
    """An event of whole days; DTEND is the day after the last (RFC 5545, 3.6.1)."""
    event = Event()
    event.add("uid", f"{key}@{urlsplit(settings.BASE_URL).hostname}")
    event.add("summary", title)
    event.add("dtstart", first)
    event.add("dtend", last + ONE_DAY)
    event.add("url", settings.BASE_URL + path)
    event.add("transp", "TRANSPARENT")  # it takes nobody's time in their own calendar
    return event
