"""The cells of a row, read: numbers, periods, moments. Each raises ValueError with the reason."""

import datetime as dt
import math
import re

from django.utils import timezone
from django.utils.translation import gettext as _

from core.tabular.cells import convert
from core.tabular.columns import NUMBER
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.periods import Calendar

# What the database takes, see `Measurement`.
LARGEST = 1.7e308
_FIRST_OF_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}-01")


def read_number(raw: object) -> float:
    """A finite number: 1234.5 as a number or as text with a decimal point, no separators, no unit."""
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        raise ValueError(_("A value is missing."))
    try:
        value = convert(raw, NUMBER)  # type: ignore[arg-type]
    except OverflowError:
        raise ValueError(_("This number is too large.")) from None
    assert isinstance(value, float)
    if math.isnan(value):
        raise ValueError(_("“Not a number” is no value; leave the row out where nothing was measured."))
    if abs(value) > LARGEST:
        raise ValueError(_("This number is too large."))
    return value


def read_period(text: str, frequency: Frequency, calendar: Calendar) -> Period:
    """A period of the frequency. A month may also be its first day, as spreadsheets make of “Mar 2026”."""
    try:
        return calendar.parse(text, frequency)
    except PeriodError as error:
        cleaned = text.strip()
        if frequency == Frequency.MONTH and _FIRST_OF_MONTH.fullmatch(cleaned):
            return calendar.parse(cleaned[:7], frequency)
        raise ValueError(str(error)) from None


def read_moment(raw: dt.datetime | dt.date | str | None) -> dt.datetime | None:
    """A moment or the start of a day, in the installation's time zone where it names none; None for empty."""
    if isinstance(raw, str):
        raw = _moment_of_text(raw)
    if raw is None or raw == "":
        return None
    if not isinstance(raw, dt.datetime):
        raw = dt.datetime.combine(raw, dt.time())
    moment = timezone.make_aware(raw) if timezone.is_naive(raw) else raw
    if moment > timezone.now():
        raise ValueError(_("This lies in the future."))
    return moment


def _moment_of_text(text: str) -> dt.datetime | None:
    cleaned = text.strip()
    if not cleaned:
        return None
    try:
        return dt.datetime.fromisoformat(cleaned)
    except ValueError:
        reason = _("%(text)s is no day or moment: write it like 2026-03-14 or 2026-03-14T09:30:00Z.")
        raise ValueError(reason % {"text": repr(cleaned[:40])}) from None
