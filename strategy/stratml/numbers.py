"""Numbers as people write them in plans: `$4,000,000`, `12.5 %`, `(1,200)`, `[To be determined]`."""

import re
import unicodedata

LARGEST = 1.7e308
"""The largest number that a measurement can be; beyond it there is only infinity."""

_PLACEHOLDER = re.compile(
    r"\[.*\]|\.{2,}|…|[-–—?_]+|tbd\.?|n\.?/?a\.?"
    r"|to be (determined|decided|defined)\.?|not (available|applicable)\.?",
    re.IGNORECASE | re.DOTALL,
)
_FILLER = re.compile(r"\[[^\[\]]*\]|\.{2,}|…")
_CODES = "USD|US|EUR|GBP|CAD|AUD|NZD|JPY|CNY|INR|CHF|SEK|NOK|DKK|ZAR|BRL|MXN"
_CURRENCY_CODE = re.compile(rf"^(?:{_CODES})\s*(?=[-+\d(.])|(?<=[\d).])\s*(?:{_CODES})$")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([,.' ])\d{3})(?:\1\d{3})*")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")
_SIGNS = str.maketrans({"−": "-", "–": "-", "’": "'", "٬": ",", "٫": ".", "٪": "%"})


def is_placeholder(text: str) -> bool:
    """Tell whether `text` only holds a place: `[…]`, `...`, `TBD`, `n/a`. Empty text does not."""
    return _PLACEHOLDER.fullmatch(text.strip()) is not None


def is_filler(text: str) -> bool:
    """Tell whether a name or description is left to be written: `[Insert name]`, `...`.

    Narrower than `is_placeholder`: what holds the place of a number (`NA`, `-`) can be a name.
    """
    return _FILLER.fullmatch(text.strip()) is not None


def read_number(text: str) -> float | None:
    """Give the number that `text` means, or None where it means none.

    A percent sign, a currency sign or code and group separators are ignored, `12 %` is 12; parentheses
    mean a negative amount, as accountants write it. One comma that cannot separate thousands is a decimal
    comma; `1,234` is read as 1234. Words (`about 800`, `3 million`) are no numbers: guessing would invent
    data.
    """
    amount = "".join(_plain_sign(character) for character in text.translate(_SIGNS)).strip()
    amount = _CURRENCY_CODE.sub("", amount.replace("%", "").strip()).strip()
    if amount.startswith("(") and amount.endswith(")"):
        amount = "-" + amount[1:-1].strip()
    amount = _without_separators(amount)
    if _PLAIN.fullmatch(amount) is None:
        return None
    number = float(amount)
    return number if abs(number) <= LARGEST else None


def _plain_sign(character: str) -> str:
    """Drop currency signs and invisible marks; make every space a plain one."""
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return "" if category in ("Sc", "Cf") else character


def _without_separators(amount: str) -> str:
    """Write `amount` with a point for decimals and nothing between the thousands."""
    sign, digits = (amount[0], amount[1:].strip()) if amount[:1] in ("-", "+") else ("", amount)
    comma, point = digits.rfind(","), digits.rfind(".")
    decimal = max(comma, point) if comma >= 0 and point >= 0 else -1
    if decimal < 0 and comma >= 0 and _GROUPED.fullmatch(digits) is None:
        decimal = comma
    if decimal < 0 and point >= 0 and digits.count(".") == 1:
        decimal = point
    whole, fraction = (digits[:decimal], digits[decimal + 1 :]) if decimal >= 0 else (digits, None)
    if _GROUPED.fullmatch(whole) is not None:
        whole = re.sub(r"\D", "", whole)
    return sign + whole + ("" if fraction is None else f".{fraction}")
