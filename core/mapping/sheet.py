"""A file as it is, whatever its columns are called."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.tabular.cells import is_empty
from core.tabular.csv_text import read_csv
from core.tabular.excel import is_excel, read_excel
from core.tabular.table import Cell, Grid

MOST_ROWS = 20_000
_SAMPLES = 3


@dataclass(frozen=True)
class Sheet:
    """Headers and rows of a file; each row with its line, as wide as the headers. `faults`: rows left out."""

    headers: list[str]
    rows: list[tuple[int, list[Cell]]]
    faults: list[Fault]

    def cells(self, position: int) -> list[Cell]:
        """What stands in a column and is not empty."""
        return [cells[position] for _line, cells in self.rows if not is_empty(cells[position])]

    def samples(self, position: int) -> list[str]:
        """A few different cells of a column as text."""
        found: dict[str, None] = {}
        for cell in self.cells(position):
            found.setdefault(str(cell).strip()[:80])
            if len(found) == _SAMPLES:
                break
        return list(found)


def read_sheet(name: str, data: bytes, *, most_rows: int = MOST_ROWS) -> Sheet:
    """Read a CSV or XLSX file; raises Refused where it is none, is empty or too long."""
    grid = read_excel(data) if is_excel(name, data) else read_csv(data, set(), most_rows)
    if len(grid.lines) < 2:
        raise Refused([Fault(_("The file has no rows below its header."), code="empty")])
    if len(grid.lines) > most_rows + 1:
        reason = _("The file has more than %(most)s rows: split it.") % {"most": most_rows}
        raise Refused([Fault(reason, line=grid.lines[most_rows + 1][0], code="too_many_rows")])
    return _sheet(grid)


def _sheet(grid: Grid) -> Sheet:
    width = max(_width(cells) for _line, cells in grid.lines)
    headers = [_header(cell, index) for index, cell in enumerate(_padded(grid.lines[0][1], width))]
    named = _width(grid.lines[0][1])
    rows: list[tuple[int, list[Cell]]] = []
    faults = []
    for line, cells in grid.lines[1:]:
        if _width(cells) > named:
            reason = _("%(count)s cells instead of %(width)s.") % {"count": _width(cells), "width": named}
            faults.append(Fault(reason, line, code="cells"))
        else:
            rows.append((line, _padded(cells, named)))
    return Sheet(headers[:named], rows, faults)


def _width(cells: list[Cell]) -> int:
    return max((index + 1 for index, cell in enumerate(cells) if not is_empty(cell)), default=0)


def _padded(cells: list[Cell], width: int) -> list[Cell]:
    return [*cells[:width], *[None] * (width - len(cells))]


def _header(cell: Cell, index: int) -> str:
    return _("Column %(number)s") % {"number": index + 1} if is_empty(cell) else str(cell).strip()
