"""Dates of the strategy calendar, and the addresses from which calendar programs read it."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from org.models import User
from strategy.calendar.feeds import feed_url
from strategy.consultation.guests import digest_of, new_secret
from strategy.enums import DateKind, Repetition
from strategy.models import CalendarFeed, StrategyDate
from strategy.validators import refuse

FIELDS = (
    "name",
    "kind",
    "starts_on",
    "ends_on",
    "repeats",
    "repeats_until",
    "plan",
    "department",
    "owner",
    "note",
)


@action
def add_strategy_date(*, by: User | None, **fields: Any) -> StrategyDate:
    """Put a date into the calendar; `fields` of `FIELDS`, at least name and starts_on. Raises Refused."""
    return _keep(StrategyDate(), fields)


@action
def change_strategy_date(*, by: User | None, date: StrategyDate, **fields: Any) -> StrategyDate:
    """Change fields of `FIELDS`; raises Refused."""
    return _keep(date, fields)


@action
def remove_strategy_date(*, by: User | None, date: StrategyDate) -> None:
    """Take a date with all its returns out of the calendar; the history keeps it."""
    date.delete()


@action
def make_feed(*, by: User | None, person: User) -> str:
    """Give a person a new address to subscribe to, told this once; the one before ends."""
    secret = new_secret()
    feed = CalendarFeed.objects.filter(person=person).first()
    if feed is not None:
        feed.delete()  # and not changed: when it was made and last used is told of this one
    CalendarFeed.objects.create(person=person, digest=digest_of(secret))
    return feed_url(secret)


@action
def withdraw_feed(*, by: User | None, person: User) -> None:
    """End a person's address; without one nothing happens."""
    CalendarFeed.objects.filter(person=person).delete()


def note_use(feed: CalendarFeed) -> None:
    """Remember that a program read an address just now: a clock, of which no history is kept."""
    CalendarFeed.objects.filter(pk=feed.pk).update(last_used_at=timezone.now())


def _keep(date: StrategyDate, fields: dict[str, Any]) -> StrategyDate:
    unknown = set(fields) - {*FIELDS}
    if unknown:
        raise TypeError(f"a date of the calendar has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(date, name, value)
    if date.repeats == Repetition.ONCE:
        date.repeats_until = None
    if fields.get("starts_on", date.starts_on) is None:
        raise Refused([Fault(_("Say on which day."), field="starts_on", code="required")])
    refuse(_faults(date))
    date.save()
    return date


def _faults(date: StrategyDate) -> Iterator[Fault]:
    date.name = (date.name or "").strip()
    if not date.name:
        yield Fault(_("Say what happens."), field="name", code="required")
    elif len(date.name) > 200:
        yield Fault(_("A name has at most 200 letters."), field="name")
    if date.kind not in DateKind.values:
        yield Fault(_("There is no such kind."), field="kind")
    if date.repeats not in Repetition.values:
        yield Fault(_("It cannot come back like that."), field="repeats")
    if date.ends_on is not None and date.ends_on < date.starts_on:
        yield Fault(_("It ends before it begins."), field="ends_on")
    if date.repeats_until is not None and date.repeats_until < date.starts_on:
        yield Fault(_("That is before the first time."), field="repeats_until")
