"""Amounts of money as people read them: thin spaces between groups, and a short form for tiles and pictures.

The currency is the organisation's (`org.queries.organisation().currency`); in tables it stands once, in the
head, so that these functions write it only where they are given it.
"""

from decimal import Decimal

from django.utils.formats import get_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from core.ui.numbers import MINUS, Number, is_number

THIN = "\u202f"
"""A narrow space at which no line breaks: it groups figures in every language (ISO 80000-1)."""

_NONE = mark_safe('<span class="num num-none">–</span>')
_THOUSAND, _MILLION, _MILLIARD = Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9


def money_text(amount: Number, currency: str = "", decimals: int = 0) -> str:
    """An amount in full, rounded half-even: "1 234 500 EUR"; a true minus, never "−0"."""
    return _said(_figures(Decimal(str(amount)), decimals), currency)


def money_short_text(amount: Number, currency: str = "") -> str:
    """An amount in about three figures: "950", "12 k", "1.2 M EUR", "3.4 bn"."""
    exact = Decimal(str(amount))
    size = abs(exact)
    if size < 1000:
        return _said(_figures(exact, 0), currency)
    # What rounds up to a thousand of a unit is one of the next: 999 950 is 1.0 M, not 1 000 k.
    if size < Decimal("999.5") * _THOUSAND:
        unit, word = _THOUSAND, pgettext("short for a thousand, of money", "k")
    elif size < Decimal("999.5") * _MILLION:
        unit, word = _MILLION, pgettext("short for a million, of money", "M")
    else:
        unit, word = _MILLIARD, pgettext("short for a thousand million, of money", "bn")
    share = exact / unit
    return _said(f"{_figures(share, 0 if abs(share) >= 100 else 1)}{THIN}{word}", currency)


def money(amount: Number | None, currency: str = "") -> SafeString:
    """An amount in full in tabular figures; a dash where it is not known."""
    if amount is None or not is_number(amount):
        return _NONE
    return format_html('<span class="num">{}</span>', money_text(amount, currency))


def money_short(amount: Number | None, currency: str = "") -> SafeString:
    """An amount in short, in full on hover; a dash where it is not known."""
    if amount is None or not is_number(amount):
        return _NONE
    whole, short = money_text(amount, currency), money_short_text(amount, currency)
    return format_html('<span class="num" title="{}">{}</span>', whole, short)


def money_change(amount: Number | None, currency: str = "") -> SafeString:
    """A difference of two amounts with its sign: "+12 000", "−3 500"; a dash where it is not known."""
    if amount is None or not is_number(amount):
        return _NONE
    text = money_text(amount, currency)
    signed = f"+{text}" if round(Decimal(str(amount))) > 0 else text
    return format_html('<span class="num change">{}</span>', signed)


def _figures(exact: Decimal, decimals: int) -> str:
    text = f"{exact:,.{decimals}f}"
    point = get_format("DECIMAL_SEPARATOR", get_language())
    figures = text.lstrip("-").translate(str.maketrans({",": THIN, ".": point}))
    negative = text.startswith("-") and any(each in "123456789" for each in text)
    return f"{MINUS}{figures}" if negative else figures


def _said(figures: str, currency: str) -> str:
    return f"{figures}\u00a0{currency}" if currency else figures
