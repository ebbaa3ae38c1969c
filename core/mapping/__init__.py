"""Files whose columns nobody prescribed: people say which column means what, and see what it would do.

    sheet = read_sheet("projects.csv", data)
    mapping = guess(sheet, FIELDS, remembered={})
    mapped = read_mapped(sheet, mapping, FIELDS)
    mapped.rows, mapped.faults

Nothing is guessed of a cell: what is no number, no day or no known word is a fault with line and column, and
reads as empty. `core.mapping.page` is the page around it.
"""

from core.mapping.fields import CHOICE, Field, Option
from core.mapping.guessing import guess
from core.mapping.mapping import ColumnChoice, Mapping, open_questions
from core.mapping.reading import Mapped, read_mapped
from core.mapping.sheet import Sheet, read_sheet

__all__ = [
    "CHOICE",
    "ColumnChoice",
    "Field",
    "Mapped",
    "Mapping",
    "Option",
    "Sheet",
    "guess",
    "open_questions",
    "read_mapped",
    "read_sheet",
]
