"""Rows of a sheet as its mapping says."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as Values
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Fault
from core.exports import without_guard
from core.mapping.fields import CHOICE, Field
from core.mapping.formats import FORMATS, read_cell
from core.mapping.mapping import ColumnChoice, Mapping
from core.mapping.sheet import Sheet
from core.tabular.cells import convert, is_empty
from core.tabular.columns import TEXT
from core.tabular.table import Cell, Row


@dataclass(frozen=True)
class Mapped:
    """Rows with a value (or None, text: "") for every field, and the faults of single cells and of rows.

    A cell with a fault reads as empty. `columns`: the fields that the file has. Rows without what is required
    are not among `rows`.
    """

    rows: list[Row]
    faults: list[Fault]
    columns: list[str]
    total: int

    def without_faults(self) -> list[Row]:
        """The rows of which every cell could be read."""
        bad = {fault.line for fault in self.faults}
        return [row for row in self.rows if row.line not in bad]


# Given a row's values by field, the fields that cannot be, each with the reason.
RowCheck = Callable[[Values[str, Any]], Iterable[tuple[str, str]]]


def read_mapped(
    sheet: Sheet, mapping: Mapping, fields: Sequence[Field], check: RowCheck = lambda _values: ()
) -> Mapped:
    """Read every row; never raises for what stands in a cell. What `check` finds is a fault of its cell."""
    by_name = {each.name: each for each in fields}
    rows: list[Row] = []
    faults = list(sheet.faults)
    for line, cells in sheet.rows:
        values: dict[str, Any] = {each.name: "" if each.kind in (TEXT, CHOICE) else None for each in fields}
        for position, choice in mapping.items():
            meant = by_name[choice.field]
            try:
                values[choice.field] = _value(cells[position], choice, meant)
            except ValueError as error:
                faults.append(Fault(str(error), line, field=sheet.headers[position], code=meant.kind))
        for name, reason in list(check(values)):
            values[name] = "" if by_name[name].kind in (TEXT, CHOICE) else None
            faults.append(Fault(reason, line, field=_header(sheet, mapping, name), code="check"))
        missing = [each for each in fields if each.required and values[each.name] in ("", None)]
        faults += [
            Fault(_("%(field)s is empty.") % {"field": each.label}, line, field=each.name, code="empty_cell")
            for each in missing
        ]
        if not missing:
            rows.append(Row(line, values))
    columns = [choice.field for choice in mapping.values()]
    return Mapped(rows, faults, columns, len(sheet.rows) + len(sheet.faults))


def _header(sheet: Sheet, mapping: Mapping, field: str) -> str:
    return next((sheet.headers[at] for at, choice in mapping.items() if choice.field == field), field)


def _value(cell: Cell, choice: ColumnChoice, meant: Field) -> Any:
    if is_empty(cell):
        return "" if meant.kind in (TEXT, CHOICE) else None
    if meant.kind in FORMATS:
        value = read_cell(cell, meant.kind, choice.format)
        return value * choice.factor if isinstance(value, float) and choice.factor != 1 else value
    text = without_guard(str(convert(cell, TEXT)))
    return _option(text, choice, meant) if meant.kind == CHOICE else text


def _option(text: str, choice: ColumnChoice, meant: Field) -> str:
    if text in choice.words:
        return choice.words[text]
    if option := meant.option(text):  # beyond the words that a page can show
        return option.key
    if meant.open:
        return text
    reason = _("%(text)s is none of the known words for “%(field)s”.")
    raise ValueError(reason % {"text": repr(text[:60]), "field": meant.label})
