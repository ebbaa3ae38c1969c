"""The columns of a file as the page of a mapping shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.mapping.fields import CHOICE, Field, Option
from core.mapping.formats import FORMATS, Format
from core.mapping.mapping import FACTORS, MOST_WORDS, ColumnChoice, Mapping, words_of
from core.mapping.sheet import Sheet
from core.tabular.columns import NUMBER


@dataclass(frozen=True)
class Word:
    """A word of a choice column, the name of its input, and what it is said to mean ("-": stays out)."""

    word: str
    name: str
    chosen: str


@dataclass(frozen=True)
class ShownColumn:
    """One column: its header, some cells, what it means and what there is to say about that."""

    position: int
    header: str
    samples: list[str]
    choice: ColumnChoice | None
    formats: Sequence[Format]
    factors: Sequence[int]
    words: Sequence[Word]
    options: Sequence[Option]
    open: bool
    asks: bool


def shown_columns(sheet: Sheet, mapping: Mapping, fields: Sequence[Field]) -> list[ShownColumn]:
    """Every column of the file, in its order."""
    by_name = {each.name: each for each in fields}
    return [
        _column(sheet, position, mapping.get(position), by_name) for position in range(len(sheet.headers))
    ]


def _column(
    sheet: Sheet, position: int, choice: ColumnChoice | None, fields: dict[str, Field]
) -> ShownColumn:
    meant = fields[choice.field] if choice else None
    kind = meant.kind if meant else ""
    return ShownColumn(
        position=position,
        header=sheet.headers[position],
        samples=sheet.samples(position),
        choice=choice,
        formats=FORMATS.get(kind, ()),
        factors=FACTORS if kind == NUMBER else (),
        words=_words(sheet, position, choice) if choice and kind == CHOICE else (),
        options=meant.options if meant else (),
        open=bool(meant and meant.open),
        asks=bool(choice and kind in FORMATS and not choice.format),
    )


def _words(sheet: Sheet, position: int, choice: ColumnChoice) -> list[Word]:
    return [
        Word(word, f"word-{position}-{index}", choice.words[word] or "-" if word in choice.words else "")
        for index, word in enumerate(words_of(sheet, position)[:MOST_WORDS])
    ]
