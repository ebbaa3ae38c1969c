"""Reading and writing periods as text: the canonical spellings, and those that imports bring."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from kpis.engine.frequency import Frequency, Period, PeriodError, slug

ACCEPTED = {
    Frequency.DAY: "2026-03-14",
    Frequency.WEEK: "2026-W09",
    Frequency.MONTH: "2026-03 or Mar 2026",
    Frequency.QUARTER: "2026-Q1, 2026 Q1 or Q1 2026",
    Frequency.HALF: "2026-H1, 2026 H1 or H1 2026",
    Frequency.YEAR: "2026, 2025/26 or 2025-2026",
}

_MONTH_NAMES = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_LONG_NAMES = (
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER",
    "NOVEMBER", "DECEMBER",
)  # fmt: skip
_MONTHS = {name: number for names in (_MONTH_NAMES, _LONG_NAMES) for number, name in enumerate(names, 1)}

_YEAR = r"(?P<year>[0-9]{4})(?:[-/](?P<second>[0-9]{4}|[0-9]{2}))?"
_PART = r"(?P<part>Q[1-4]|H[12])"
_DAY_TEXT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WEEK_TEXT = re.compile(r"([0-9]{4})-?W([0-9]{2})")
_MONTH_TEXT = re.compile(r"([0-9]{4})-([0-9]{2})")
_NAMED_MONTH_TEXT = re.compile(
    r"(?P<name>[A-Z]+)[ -](?P<year>[0-9]{4})|(?P<year2>[0-9]{4})[ -](?P<name2>[A-Z]+)"
)
_YEAR_TEXT = re.compile(_YEAR)
_PART_TEXTS = (re.compile(rf"{_YEAR}[ -]?{_PART}"), re.compile(rf"{_PART}[ -]?{_YEAR}"))

_FIRST_YEAR, _LAST_YEAR = 1000, 9000


def read_period(text: str, frequency: Frequency | None, named_by: str) -> Period:
    """The period that `text` names; `named_by` (end, start) says which year names 2025/26.

    `frequency` is what is expected; None takes what the text looks like (2019-12 is then a month).
    Raises PeriodError when the text names no period, or one of another frequency.
    """
    cleaned = slug(text)
    if frequency is not None:
        found = _READERS[frequency](cleaned, named_by)
    else:
        attempts = (reader(cleaned, named_by) for reader in _READERS.values())
        found = next((period for period in attempts if period is not None), None)
    if found is None:
        raise PeriodError(_refusal(text, frequency))
    return found


def _refusal(text: str, frequency: Frequency | None) -> str:
    if frequency is None:
        return f"“{text}” is no period; accepted are {', '.join(ACCEPTED.values())}"
    return f"“{text}” is no {frequency}; write it like {ACCEPTED[frequency]}"


def _in_range(year: int) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR


def _read_day(text: str, _named_by: str) -> Period | None:
    match = _DAY_TEXT.fullmatch(text)
    if match is None or not _in_range(int(match[1])):
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return Period(Frequency.DAY, day.toordinal())


def _read_week(text: str, _named_by: str) -> Period | None:
    match = _WEEK_TEXT.fullmatch(text)
    if match is None or not _in_range(int(match[1])):
        return None
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None
    return Period(Frequency.WEEK, (monday.toordinal() - 1) // 7)


def _read_month(text: str, _named_by: str) -> Period | None:
    if match := _MONTH_TEXT.fullmatch(text):
        year, month = int(match[1]), int(match[2])
    elif match := _NAMED_MONTH_TEXT.fullmatch(text):
        year = int(match["year"] or match["year2"])
        month = _MONTHS.get(match["name"] or match["name2"], 0)
    else:
        return None
    if not (_in_range(year) and 1 <= month <= 12):
        return None
    return Period(Frequency.MONTH, year * 12 + month - 1)


def _read_year(text: str, named_by: str) -> Period | None:
    match = _YEAR_TEXT.fullmatch(text)
    year = None if match is None else _fiscal_year(match, named_by)
    return None if year is None else Period(Frequency.YEAR, year)


def _fiscal_year(match: re.Match[str], named_by: str) -> int | None:
    """The fiscal year named by 2026 or by two adjacent years (2025/26, 2025-2026); None for anything else."""
    first, second = int(match["year"]), match["second"]
    if not _in_range(first):
        return None
    if second is None:
        return first
    if str(first + 1)[-len(second) :] != second:
        return None
    return first + 1 if named_by == "end" else first


def _read_part(text: str, named_by: str, letter: str, parts: int) -> Period | None:
    for pattern in _PART_TEXTS:
        match = pattern.fullmatch(text)
        if match is not None and match["part"][0] == letter:
            year = _fiscal_year(match, named_by)
            frequency = Frequency.QUARTER if letter == "Q" else Frequency.HALF
            return None if year is None else Period(frequency, year * parts + int(match["part"][1]) - 1)
    return None


def _read_quarter(text: str, named_by: str) -> Period | None:
    return _read_part(text, named_by, "Q", 4)


def _read_half(text: str, named_by: str) -> Period | None:
    return _read_part(text, named_by, "H", 2)


_READERS: dict[Frequency, Callable[[str, str], Period | None]] = {
    Frequency.DAY: _read_day,
    Frequency.WEEK: _read_week,
    Frequency.MONTH: _read_month,
    Frequency.QUARTER: _read_quarter,
    Frequency.HALF: _read_half,
    Frequency.YEAR: _read_year,
}


def write_period(period: Period) -> str:
    """The canonical text: 2026-03-14, 2026-W09, 2026-03, 2026-Q1, 2026-H1, 2026."""
    n = period.ordinal
    match period.frequency:
        case Frequency.DAY:
            return date.fromordinal(n).isoformat()
        case Frequency.WEEK:
            year, week, _ = date.fromordinal(n * 7 + 1).isocalendar()
            return f"{year:04}-W{week:02}"
        case Frequency.MONTH:
            return f"{n // 12:04}-{n % 12 + 1:02}"
        case Frequency.QUARTER:
            return f"{n // 4:04}-Q{n % 4 + 1}"
        case Frequency.HALF:
            return f"{n // 2:04}-H{n % 2 + 1}"
        case Frequency.YEAR:
            return f"{n:04}"
