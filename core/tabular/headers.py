"""The first row: which cell holds which column."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.tabular.cells import is_empty
from core.tabular.columns import Column, plain
from core.tabular.table import Cell, Grid


def match_headers(grid: Grid, columns: Sequence[Column]) -> dict[int, Column]:
    """The column at each position of the first row; raises Refused with everything that is wrong with it."""
    line = grid.lines[0][0]
    areas = [area for first, last, area in grid.merged if first <= line <= last]
    if areas:
        reason = _("The header row has merged cells (%(areas)s): give each column a cell of its own.")
        raise Refused([Fault(reason % {"areas": ", ".join(areas)}, line=line, code="merged_header")])
    faults: list[Fault] = []
    found: dict[int, Column] = {}
    for position in range(header_width(grid)):
        column = _column_at(grid, position, columns, faults)
        if column is not None and column in found.values():
            faults.append(
                Fault(_("This column is there twice."), line, field=column.name, code="duplicate_header")
            )
        elif column is not None:
            found[position] = column
    faults += _missing(line, columns, found)
    if faults:
        raise Refused(faults)
    return found


def header_width(grid: Grid) -> int:
    """How many columns the header row names, from the left to the last that has a name."""
    header = grid.lines[0][1]
    return max((index + 1 for index, cell in enumerate(header) if not is_empty(cell)), default=0)


def _column_at(grid: Grid, position: int, columns: Sequence[Column], faults: list[Fault]) -> Column | None:
    line, cells = grid.lines[0]
    header: Cell = cells[position]
    if is_empty(header):
        if any(position < len(row) and not is_empty(row[position]) for _line, row in grid.lines[1:]):
            reason = _("Column %(number)s has values but no header.") % {"number": position + 1}
            faults.append(Fault(reason, line, code="empty_header"))
        return None
    wanted = plain(str(header))
    column = next((each for each in columns if wanted in each.spellings), None)
    if column is None:
        reason = _("There is no column of this name; accepted are: %(names)s.")
        names = ", ".join(each.name for each in columns)
        faults.append(Fault(reason % {"names": names}, line, field=str(header)[:60], code="unknown_column"))
    return column


def _missing(line: int, columns: Sequence[Column], found: dict[int, Column]) -> list[Fault]:
    present = set(found.values())
    return [
        Fault(_("This column is missing."), line, field=each.name, code="missing_column")
        for each in columns
        if each.required and each not in present
    ]
