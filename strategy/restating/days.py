"""Between which two days restatements are listed."""

import datetime as dt

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from kpis.as_of import AsOf, AsOfError, day_text, read_as_of
from kpis.models import PeriodClosing
from org.queries import first_known

USUAL = dt.timedelta(days=90)


def read_span(since: str | None, until: str | None) -> tuple[AsOf, AsOf]:
    """The days that two texts name; else from the last closing (or a quarter ago) until today.

    Where nothing is known before the second day yet, both are that day.
    Raises AsOfError for days of which nothing is known, and where the first is not before the second.
    """
    last = read_as_of(until)
    first = read_as_of(since) if since else read_as_of(_default(last.day).isoformat())
    if since and first.day >= last.day:
        words = _("%(since)s is not before %(until)s: nothing was restated between them.")
        raise AsOfError(words % {"since": day_text(first.day), "until": day_text(last.day)})
    return first, last


def _default(until: dt.date) -> dt.date:
    closed = PeriodClosing.objects.aggregate(latest=Max("known_from"))["latest"]
    day_before = until - dt.timedelta(days=1)
    wanted = timezone.localdate(closed) if closed else until - USUAL
    known = first_known()
    oldest = timezone.localdate(known) if known else until
    return min(until, max(oldest, min(wanted, day_before)))
