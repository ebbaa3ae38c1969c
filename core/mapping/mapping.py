"""What somebody said about the columns of a file."""

import dataclasses
from collections.abc import Mapping as Mapped
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.mapping.fields import CHOICE, Field
from core.mapping.formats import FORMATS, detect
from core.mapping.sheet import Sheet
from core.tabular.columns import NUMBER, plain

# A choice with more different words than this is no choice.
MOST_WORDS = 60
FACTORS = (1, 1_000, 1_000_000)


@dataclass(frozen=True)
class ColumnChoice:
    """What a column means (`field`), how it is written (`format`), in what it counts, what its words mean.

    `words`: word → key of an option; "" for one that stays out.
    """

    field: str
    format: str = ""
    factor: float = 1
    words: Mapped[str, str] = dataclasses.field(default_factory=dict)


Mapping = dict[int, ColumnChoice]
"""Columns by their position; one that is left out is not there."""


def words_of(sheet: Sheet, position: int) -> list[str]:
    """The different words of a column, in their order."""
    return list(dict.fromkeys(str(cell).strip() for cell in sheet.cells(position)))


def completed(sheet: Sheet, mapping: Mapping, fields: Sequence[Field]) -> Mapping:
    """The mapping with everything that the cells themselves tell: formats, and words that name an option."""
    by_name = {each.name: each for each in fields}
    return {
        position: _completed(sheet, position, choice, by_name[choice.field])
        for position, choice in mapping.items()
        if choice.field in by_name
    }


def _completed(sheet: Sheet, position: int, choice: ColumnChoice, meant: Field) -> ColumnChoice:
    if meant.kind in FORMATS:
        known = {each.key for each in FORMATS[meant.kind]}
        chosen = choice.format if choice.format in known else detect(sheet.cells(position), meant.kind)
        factor = choice.factor if meant.kind == NUMBER else 1
        return replace(choice, format=chosen or "", factor=factor, words={})
    if meant.kind != CHOICE:
        return ColumnChoice(choice.field)
    words = words_of(sheet, position)[:MOST_WORDS]
    found = {word: option.key for word in words if (option := meant.option(word))}
    keys = {each.key for each in meant.options}
    said = {word: key for word, key in choice.words.items() if word in words and (not key or key in keys)}
    return ColumnChoice(choice.field, words={**found, **said})


def open_questions(mapping: Mapping, fields: Sequence[Field]) -> list[int]:
    """Positions of columns whose days or numbers can be read in two ways: somebody has to say which."""
    kinds = {each.name: each.kind for each in fields}
    return [
        position
        for position, choice in mapping.items()
        if kinds[choice.field] in FORMATS and not choice.format
    ]


def doubly_used(mapping: Mapping) -> set[str]:
    """Fields that more than one column is said to mean."""
    used = [choice.field for choice in mapping.values()]
    return {name for name in used if used.count(name) > 1}


def header_key(header: str) -> str:
    """A header as mappings are remembered by it."""
    return plain(header)
