"""Numbers as people read them: the reader's locale, tabular figures, a true minus."""

import math
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

MINUS = "\u2212"
Number = int | float | Decimal

_NONE = mark_safe('<span class="num num-none">–</span>')


def is_number(value: object) -> bool:
    """Whether there is a finite number to show."""
    return isinstance(value, int | float | Decimal) and math.isfinite(value)


def number_text(value: Number, decimals: int = 1) -> str:
    """`value` rounded half-even to `decimals`, grouped, in the active locale; a true minus, never "−0"."""
    rounded: Decimal = round(Decimal(str(value)), decimals)
    text = number_format(abs(rounded), decimals, force_grouping=True)
    return f"{MINUS}{text}" if rounded < 0 else text


def natural_decimals(value: Number) -> int:
    """Decimals that show about three figures: none from 100 up or for whole ones, one from 10, else two."""
    size = abs(float(value))
    if size == int(size) or size >= 100:
        return 0
    return 1 if size >= 10 else 2


def number(value: Number | None, decimals: int | None = None, unit: str = "") -> SafeString:
    """A number in tabular figures, isolated left to right; a dash where there is none.

    `decimals=None` chooses by size (`natural_decimals`). `unit` is put behind in grey.
    """
    if value is None or not is_number(value):
        return _NONE
    places = natural_decimals(value) if decimals is None else decimals
    text = number_text(value, places)
    if unit:
        return format_html('<span class="num">{}<span class="unit">{}</span></span>', text, unit)
    return format_html('<span class="num">{}</span>', text)


def change_text(value: Number, decimals: int = 1) -> str:
    """A difference with its sign: +2.5, −1.9, 0.0."""
    text = number_text(value, decimals)
    return f"+{text}" if round(Decimal(str(value)), decimals) > 0 else text


def change(value: Number | None, decimals: int = 1) -> SafeString:
    """A difference with its sign, in tabular figures; a dash where there is none. Never coloured."""
    if value is None or not is_number(value):
        return _NONE
    return format_html('<span class="num change">{}</span>', change_text(value, decimals))
