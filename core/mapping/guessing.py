"""A first suggestion of what columns mean: as last time, else by their headers."""

from collections.abc import Mapping as Remembered
from collections.abc import Sequence

from core.mapping.fields import Field
from core.mapping.mapping import ColumnChoice, Mapping, completed, header_key
from core.mapping.sheet import Sheet
from core.tabular.columns import plain


def guess(sheet: Sheet, fields: Sequence[Field], remembered: Remembered[str, str]) -> Mapping:
    """Each field at most once; `remembered`: header → field ("" for left out) of the last such file."""
    taken: set[str] = set()
    found: Mapping = {}
    for position, header in enumerate(sheet.headers):
        name = _meant(header, fields, remembered)
        if name and name not in taken:
            taken.add(name)
            found[position] = ColumnChoice(name)
    return completed(sheet, found, fields)


def _meant(header: str, fields: Sequence[Field], remembered: Remembered[str, str]) -> str:
    key = header_key(header)
    if key in remembered:
        known = remembered[key]
        return known if any(each.name == known for each in fields) else ""
    return next((each.name for each in fields if plain(header) in each.spellings), "")
