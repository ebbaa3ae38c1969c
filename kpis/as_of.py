"""The day as of which a page, an export or an answer speaks: today, or a past day as it was known then."""

import datetime as dt
import re
from dataclasses import dataclass

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from org.queries import first_known

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class AsOfError(ValueError):
    """A text that names no day of which anything is known; the message is written for the reader."""


@dataclass(frozen=True)
class AsOf:
    """A day, and the moment at which things were known: the end of that day; None: now, of today."""

    day: dt.date
    known_at: dt.datetime | None = None

    @property
    def is_past(self) -> bool:
        """Whether it is another day than today."""
        return self.known_at is not None

    @property
    def parameter(self) -> str | None:
        """What stands in the address: nothing for today."""
        return self.day.isoformat() if self.is_past else None


def as_of_today() -> AsOf:
    """The present."""
    return AsOf(timezone.localdate())


def end_of(day: dt.date) -> dt.datetime:
    """The last moment of a day where the installation stands."""
    midnight = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), timezone.get_current_timezone())
    return midnight - dt.timedelta(microseconds=1)


def read_as_of(text: str | None) -> AsOf:
    """The day that a text names ("2026-03-31"; nothing: today).

    Raises AsOfError for what is no day, a day to come, and a day before anything was known.
    """
    today = timezone.localdate()
    if not text:
        return AsOf(today)
    try:
        if not _DAY.fullmatch(text):  # Python also reads 20260331, and 2026-W09 as the Monday of that week
            raise ValueError(text)
        day = dt.date.fromisoformat(text)
    except ValueError as error:
        words = _("“%(text)s” is no day: write it as %(example)s.")
        raise AsOfError(words % {"text": text, "example": today.isoformat()}) from error
    if day == today:
        return AsOf(today)
    if day > today:
        words = _("%(day)s is still to come: what is known can be shown up to today, %(today)s.")
        raise AsOfError(words % {"day": day_text(day), "today": day_text(today)})
    return AsOf(day, _known(day))


def _known(day: dt.date) -> dt.datetime:
    """The end of the day; refused where nothing was known yet."""
    moment, first = end_of(day), first_known()
    if first is None or moment < first:
        since = day_text(timezone.localdate(first)) if first else day_text(timezone.localdate())
        words = _("Nothing was known on %(day)s yet: the first departments are known since %(since)s.")
        raise AsOfError(words % {"day": day_text(day), "since": since})
    return moment


def day_text(day: dt.date) -> str:
    """A day as people write it: "31 March 2026"."""
    return format_date(day, "j F Y")
