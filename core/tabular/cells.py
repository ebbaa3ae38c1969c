"""One cell turned into the kind its column asks for."""

import datetime as dt
import math
import re

from django.utils.translation import gettext as _

from core.tabular.columns import DATE, NUMBER
from core.tabular.table import Cell

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def is_empty(cell: Cell) -> bool:
    """Nothing in it, or only space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def convert(cell: Cell, kind: str) -> str | float | dt.date | None:
    """The cell as `kind`; empty is "" for text and None for the others. Raises ValueError with the reason."""
    if kind == NUMBER:
        return None if is_empty(cell) else _as_number(cell)
    if kind == DATE:
        return None if is_empty(cell) else _as_date(cell)
    return "" if cell is None else _as_text(cell)


def _as_text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    text = cell.isoformat() if isinstance(cell, dt.date) else str(cell).strip()
    if _CONTROL.search(text):
        raise ValueError(_("The text holds control characters that cannot be kept."))
    return text


def _as_number(cell: Cell) -> float:
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return float(cell)
    text = str(cell).strip().replace("\N{MINUS SIGN}", "-")
    if not _NUMBER.fullmatch(text):
        reason = _("%(text)s is no number: write it like 1234.5, without unit or separators.")
        raise ValueError(reason % {"text": repr(str(cell).strip()[:40])})
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(_("%(text)s is too large.") % {"text": text[:40]})
    return value


def _as_date(cell: Cell) -> dt.date:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    try:
        return dt.date.fromisoformat(str(cell).strip())
    except ValueError:
        reason = _("%(text)s is no date: write it like 2026-03-14.")
        raise ValueError(reason % {"text": repr(str(cell).strip()[:40])}) from None
