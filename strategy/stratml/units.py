"""Units of measurement: free text in the file, a small set in the product, the original kept beside it."""

from enum import StrEnum
from typing import NamedTuple


class UnitKind(StrEnum):
    """The kinds of unit the product formats and rolls up differently."""

    NUMBER = "number"
    PERCENT = "percent"
    CURRENCY = "currency"
    SCORE = "score"
    RANK = "rank"
    DAYS = "days"
    HOURS = "hours"
    OTHER = "other"


class Unit(NamedTuple):
    """A unit: its kind, the symbol to show behind or before numbers (may be empty), the text in the file."""

    kind: UnitKind
    symbol: str
    text: str

    @property
    def label(self) -> str:
        """What to call it beside a number: the symbol, or the file's own words where it has none."""
        return self.symbol or " ".join(self.text.split())


_WORDS: dict[str, tuple[UnitKind, str]] = {
    word: (kind, symbol)
    for kind, symbol, words in (
        (UnitKind.PERCENT, "%", "% percent percentage pct per_cent percentage_point percentage_points"),
        (UnitKind.CURRENCY, "$", "$ dollar dollars dollar_amount us_dollars"),
        (UnitKind.CURRENCY, "USD", "usd us$"),
        (UnitKind.CURRENCY, "€", "€ euro euros eur"),
        (UnitKind.CURRENCY, "£", "£ gbp pound_sterling pounds_sterling"),
        (UnitKind.NUMBER, "", "# no. number numbers number_available count counts quantity total integer"),
        (UnitKind.SCORE, "", "score scores rating index points"),
        (UnitKind.RANK, "", "rank ranking position"),
        (UnitKind.DAYS, "d", "day days"),
        (UnitKind.HOURS, "h", "hour hours hrs"),
    )
    for word in words.split()
}


def read_unit(text: str) -> Unit:
    """Give the unit that `text` names.

    Matches whole names in any case, so that `Percent` is a percentage and `Jobs` stays what it says
    (kind `other`, its own text as symbol). Empty text is a plain number.
    """
    name = "_".join(text.lower().split())
    if not name:
        return Unit(UnitKind.NUMBER, "", text)
    kind, symbol = _WORDS.get(name, (UnitKind.OTHER, " ".join(text.split())))
    return Unit(kind, symbol, text)
