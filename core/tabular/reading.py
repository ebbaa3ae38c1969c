"""A file into a table."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.tabular.cells import convert, is_empty
from core.tabular.columns import TEXT, Column
from core.tabular.csv_text import read_csv
from core.tabular.excel import is_excel, read_excel
from core.tabular.headers import header_width, match_headers
from core.tabular.table import Cell, Grid, Row, Table

MOST_BYTES = 50 * 1024 * 1024
MOST_ROWS = 500_000


def read_table(
    name: str,
    data: bytes,
    columns: Sequence[Column],
    *,
    most_rows: int = MOST_ROWS,
    most_bytes: int = MOST_BYTES,
) -> Table:
    """Read the bytes of a CSV or XLSX file called `name`; never raises for what is wrong with the file."""
    try:
        grid = _grid(name, data, columns, most_rows, most_bytes)
        positions = match_headers(grid, columns)
    except Refused as refusal:
        return Table([], refusal.faults, readable=False)
    rows: list[Row] = []
    faults: list[Fault] = []
    width = header_width(grid)
    merged = {line: area for first, last, area in grid.merged for line in range(first, last + 1)}
    for line, cells in grid.lines[1:]:
        row = _read_row(line, cells, width, positions, columns)
        if line in merged:
            row = [Fault(_("Merged cells (%(area)s): fill each cell.") % {"area": merged[line]}, line)]
        if isinstance(row, Row):
            rows.append(row)
        else:
            faults += row
    return Table(rows, faults, columns=[column.name for column in positions.values()])


def _grid(name: str, data: bytes, columns: Sequence[Column], most_rows: int, most_bytes: int) -> Grid:
    if len(data) > most_bytes:
        reason = _("The file is too big: at most %(most)s MB at once.")
        raise Refused([Fault(reason % {"most": most_bytes // 2**20}, code="too_big")])
    known = set().union(*(column.spellings for column in columns))
    grid = read_excel(data) if is_excel(name, data) else read_csv(data, known, most_rows)
    if not grid.lines:
        raise Refused([Fault(_("The file is empty."), code="empty")])
    if len(grid.lines) == 1:
        raise Refused([Fault(_("The file has a header but no rows."), code="empty")])
    if len(grid.lines) > most_rows + 1:
        reason = _("The file has more than %(most)s rows: split it.") % {"most": most_rows}
        raise Refused([Fault(reason, line=grid.lines[most_rows + 1][0], code="too_many_rows")])
    return grid


def _read_row(
    line: int, cells: list[Cell], width: int, positions: dict[int, Column], columns: Sequence[Column]
) -> Row | list[Fault]:
    if len(cells) < width or any(not is_empty(cell) for cell in cells[width:]):
        reason = _("%(count)s cells instead of %(width)s.") % {"count": len(cells), "width": width}
        return [Fault(reason, line, code="cells")]
    values: dict[str, object] = {each.name: "" if each.kind == TEXT else None for each in columns}
    faults: list[Fault] = []
    for position, column in positions.items():
        cell = cells[position]
        if column.required and column.filled and is_empty(cell):
            faults.append(Fault(_("This cell is empty."), line, field=column.name, code="empty_cell"))
            continue
        try:
            values[column.name] = convert(cell, column.kind)
        except ValueError as error:
            faults.append(Fault(str(error), line, field=column.name, code=column.kind))
    return faults or Row(line, values)
