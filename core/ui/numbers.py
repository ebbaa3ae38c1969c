"""Numbers as people read them: the reader's locale, tabular figures, a true minus."""

import math
from decimal import Decimal
from functools import lru_cache

from django.utils.formats import get_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MINUS = "\u2212"
Number = int | float | Decimal

_THREES = (3, (3,), (3, 0))
_FIGURES = frozenset("123456789")
_HUGE = 1e15  # from here on the digits of a float say nothing; Django may write an exponent

_NONE = mark_safe('<span class="num num-none">–</span>')


def is_number(value: object) -> bool:
    """Whether there is a finite number to show."""
    return isinstance(value, int | float | Decimal) and math.isfinite(value)


@lru_cache(maxsize=64)
def _separators(language: str | None) -> dict[int, str] | None:
    """What a language writes for "," and "." of a number; None where it groups by other than three digits."""
    if get_format("NUMBER_GROUPING", language) not in _THREES:
        return None
    group, point = get_format("THOUSAND_SEPARATOR", language), get_format("DECIMAL_SEPARATOR", language)
    return str.maketrans({",": group, ".": point})


def number_text(value: Number, decimals: int = 1) -> str:
    """`value` rounded half-even to `decimals`, grouped, in the active locale; a true minus, never "−0".

    A page has a thousand of them: where the language groups by threes, Python's own format does it.
    """
    exact = Decimal(str(value))
    separators = _separators(get_language())
    if separators is None or abs(exact) >= _HUGE:
        rounded = round(exact, decimals)
        text = number_format(abs(rounded), decimals, force_grouping=True)
        return f"{MINUS}{text}" if rounded < 0 else text
    text = f"{exact:,.{decimals}f}"
    if text[0] != "-":
        return text.translate(separators)
    sign = "" if _is_zero(text) else MINUS
    return sign + text[1:].translate(separators)


def _is_zero(text: str) -> bool:
    """Whether a number, as written, is zero."""
    return not any(figure in _FIGURES for figure in text)


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
    return mark_safe(f'<span class="num">{text}</span>')  # noqa: S308 (figures and separators only)


def change_text(value: Number, decimals: int = 1) -> str:
    """A difference with its sign: +2.5, −1.9, 0.0."""
    text = number_text(value, decimals)
    return f"+{text}" if value > 0 and not _is_zero(text) else text


def change(value: Number | None, decimals: int = 1) -> SafeString:
    """A difference with its sign, in tabular figures; a dash where there is none. Never coloured."""
    if value is None or not is_number(value):
        return _NONE
    text = change_text(value, decimals)
    return mark_safe(f'<span class="num change">{text}</span>')  # noqa: S308 (figures and separators only)
