"""What people type or paste into a cell: numbers as they write them, and the fields of a form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.formats import get_format
from django.utils.translation import gettext as _

from kpis.intake.reading import read_number

VALUE, NOTE, REASON, CONFIRMED = "value", "note", "reason", "ok"
MOST_CELLS = 1000
_FIELD = re.compile(rf"({VALUE}|{NOTE}|{REASON}|{CONFIRMED})-(\d{{1,18}})-(-?\d{{1,8}})")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")
_SPACES = re.compile(r"[\s\u00a0\u2009\u202f']")
_GROUPED = {
    ",": re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?"),
    ".": re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d*)?"),
}


@dataclass(frozen=True)
class Typed:
    """What was typed for a series and native period (ordinal); `confirmed`: meant, however unlikely."""

    series: int
    period: int
    value: str
    note: str = ""
    reason: str = ""
    confirmed: bool = False

    @property
    def key(self) -> str:
        """The end of the names of its fields."""
        return f"{self.series}-{self.period}"


def typed_in(data: Mapping[str, str]) -> list[Typed]:
    """The cells of a posted form in which a value stands, in the order of the form, at most a thousand.

    Fields are named `value-SERIES-ORDINAL`, `note-…`, `reason-…` and `ok-…`.
    """
    found = []
    for name in data:
        match = _FIELD.fullmatch(name)
        if match and match[1] == VALUE and data[name].strip():
            key = f"{match[2]}-{match[3]}"
            rest = [data.get(f"{field}-{key}", "").strip() for field in (NOTE, REASON, CONFIRMED)]
            found.append(
                Typed(int(match[2]), int(match[3]), data[name].strip(), rest[0], rest[1], bool(rest[2]))
            )
    return found[:MOST_CELLS]


def number_as_typed(text: str, unit: str = "") -> float:
    """The number that a person means: "1,234.5", "1.234,5", "1 234,5", "12,5", "12 %", "(3)", "−3".

    Where a lone separator could part thousands or decimals ("1,234"), the reader's language decides. A unit
    behind the number must be the KPI's own. Raises ValueError with the reason.
    """
    cleaned = _without_unit(text.strip().replace("\N{MINUS SIGN}", "-"), unit)
    if cleaned.startswith("(") and cleaned.endswith(")"):
        cleaned = "-" + cleaned[1:-1]  # how accountants write a loss
    number = _with_point(_SPACES.sub("", cleaned))
    if not _NUMBER.fullmatch(number):
        raise ValueError(_("“%(text)s” is no number.") % {"text": text.strip()[:40]})
    return read_number(number)


def _without_unit(text: str, unit: str) -> str:
    if text.endswith("%"):
        if "%" not in unit:
            named = {"unit": unit or _("plain numbers")}
            raise ValueError(_("This KPI is not in %%, but in %(unit)s.") % named)
        return text[:-1].rstrip()
    if unit and text.lower().endswith(unit.lower()):
        return text[: -len(unit)].rstrip()
    return text


def _with_point(text: str) -> str:
    """The number with a decimal point and without separators of thousands."""
    decimal = get_format("DECIMAL_SEPARATOR")
    both = "," in text and "." in text
    for separator, pattern in _GROUPED.items():
        if pattern.fullmatch(text) and (both or text.count(separator) > 1 or separator != decimal):
            other = "." if separator == "," else ","
            return text.replace(separator, "").replace(other, ".")
    return text.replace(",", ".") if text.count(",") == 1 and not both else text
