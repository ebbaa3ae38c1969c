"""How files write days and numbers. Which way is meant is found from all cells, or asked; never from one."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.tabular.cells import convert
from core.tabular.columns import DATE, NUMBER
from core.tabular.table import Cell

_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_POINT = re.compile(rf"[+-]?(\d{{1,3}}(,\d{{3}})+|\d{{1,3}}([{_SPACES}'’]\d{{3}})+|\d+)?(\.\d+)?")
_COMMA = re.compile(rf"[+-]?(\d{{1,3}}(\.\d{{3}})+|\d{{1,3}}([{_SPACES}'’]\d{{3}})+|\d+)?(,\d+)?")


@dataclass(frozen=True)
class Format:
    """A way of writing: `read` takes a cell's text and raises ValueError with the reason."""

    key: str
    label: Any
    read: Callable[[str], Any]


def _no_day(text: str) -> ValueError:
    return ValueError(_("%(text)s is no day of this kind.") % {"text": repr(text[:60])})


def _iso(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise _no_day(text) from None


def _numbered(order: str) -> Callable[[str], dt.date]:
    def read(text: str) -> dt.date:
        found = _DAY.fullmatch(text)
        if not found:
            raise _no_day(text)
        if order == "mdy" and found[2] == ".":  # with dots the day goes first everywhere
            raise _no_day(text)
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        day, month = (first, second) if order == "dmy" else (second, first)
        try:
            return dt.date(year, month, day)
        except ValueError:
            reason = _("%(text)s is a day that the calendar does not have.")
            raise ValueError(reason % {"text": repr(text)}) from None

    return read


def _number(pattern: re.Pattern[str], thousands: str, decimal: str) -> Callable[[str], float]:
    def read(text: str) -> float:
        plain = text.replace("\N{MINUS SIGN}", "-")
        if not any(each.isdigit() for each in plain) or not pattern.fullmatch(plain):
            raise ValueError(_("%(text)s is no number.") % {"text": repr(text[:60])})
        digits = re.sub(rf"[{thousands}{_SPACES}'’]", "", plain).replace(decimal, ".")
        return float(digits)

    return read


DATES = (
    Format("iso", gettext_lazy("2026-03-14"), _iso),
    Format("dmy", gettext_lazy("14.03.2026 (day first)"), _numbered("dmy")),
    Format("mdy", gettext_lazy("03/14/2026 (month first)"), _numbered("mdy")),
)
NUMBERS = (
    Format("point", gettext_lazy("1,234.5 (decimal point)"), _number(_POINT, ",", ".")),
    Format("comma", gettext_lazy("1.234,5 (decimal comma)"), _number(_COMMA, ".", ",")),
)
FORMATS: dict[str, tuple[Format, ...]] = {DATE: DATES, NUMBER: NUMBERS}


def read_cell(cell: Cell, kind: str, key: str) -> Any:
    """A cell that is not empty, as a day or number written in the way `key`; raises ValueError."""
    if not isinstance(cell, str):
        return convert(cell, kind)
    way = next(each for each in FORMATS[kind] if each.key == key)
    return way.read(cell.strip())


def detect(cells: Sequence[Cell], kind: str) -> str | None:
    """The way in which most cells can be read; None where two ways read as many, but not the same."""
    texts = [cell.strip() for cell in cells if isinstance(cell, str)]
    readings = {way.key: [_tried(way, text) for text in texts] for way in FORMATS[kind]}
    counts = {key: sum(each is not None for each in read) for key, read in readings.items()}
    most = max(counts.values())
    best = [key for key, count in counts.items() if count == most]
    return best[0] if all(readings[key] == readings[best[0]] for key in best) else None


def _tried(way: Format, text: str) -> Any:
    try:
        return way.read(text)
    except ValueError:
        return None
