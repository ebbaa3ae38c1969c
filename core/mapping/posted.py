"""A mapping as the fields of a form: what a page writes into its inputs and reads back."""

from collections.abc import Iterator, Sequence

from django.http import QueryDict

from core.mapping.fields import Field
from core.mapping.mapping import FACTORS, MOST_WORDS, ColumnChoice, Mapping, words_of
from core.mapping.sheet import Sheet


def posted_mapping(data: QueryDict, sheet: Sheet, fields: Sequence[Field]) -> Mapping:
    """What somebody chose; columns without a known field are left out."""
    known = {each.name for each in fields}
    return {
        position: ColumnChoice(
            field=data.get(f"field-{position}", ""),
            format=data.get(f"format-{position}", ""),
            factor=_factor(data.get(f"factor-{position}", "")),
            words=_words(data, sheet, position),
        )
        for position in range(len(sheet.headers))
        if data.get(f"field-{position}") in known
    }


def inputs(mapping: Mapping, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Names and values of the hidden inputs that carry a mapping along."""
    for position, choice in mapping.items():
        yield f"field-{position}", choice.field
        if choice.format:
            yield f"format-{position}", choice.format
        if choice.factor != 1:
            yield f"factor-{position}", f"{choice.factor:.0f}"
        for index, word in enumerate(words_of(sheet, position)[:MOST_WORDS]):
            if word in choice.words:
                yield f"word-{position}-{index}", choice.words[word] or "-"


def _factor(text: str) -> float:
    return float(text) if text in {str(each) for each in FACTORS} else 1


def _words(data: QueryDict, sheet: Sheet, position: int) -> dict[str, str]:
    """Word → option; "-" says that the word stays out, nothing that it was not said."""
    said = {}
    for index, word in enumerate(words_of(sheet, position)[:MOST_WORDS]):
        key = data.get(f"word-{position}-{index}", "")
        if key:
            said[word] = "" if key == "-" else key
    return said
