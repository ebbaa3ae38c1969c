"""Excel bytes into a grid: the first visible sheet with anything on it, formulas as their last values."""

import io
import zipfile
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from core.errors import Fault, Refused
from core.tabular.cells import is_empty
from core.tabular.table import Grid

MOST_UNPACKED = 400 * 1024 * 1024
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def is_excel(name: str, data: bytes) -> bool:
    """Whether the bytes are a workbook, whatever the file is called."""
    return data[:4] in (b"PK\x03\x04", _OLD_EXCEL) or name.lower().endswith((".xlsx", ".xlsm", ".xls"))


def _refuse(reason: str) -> Refused:
    return Refused([Fault(reason, code="workbook")])


def _open(data: bytes) -> CalamineWorkbook:
    if data[:4] == _OLD_EXCEL:
        reason = _("This workbook is protected by a password or of an old kind: save it as XLSX without one.")
        raise _refuse(reason)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
        if unpacked > MOST_UNPACKED:
            raise _refuse(_("The workbook is too big."))
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (zipfile.BadZipFile, CalamineError, OSError, ValueError):
        raise _refuse(_("The workbook cannot be opened: save it as XLSX or as CSV UTF-8.")) from None


def _first_filled(book: CalamineWorkbook) -> CalamineSheet | None:
    shown = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
    sheets = (book.get_sheet_by_name(name) for name in shown)
    return next((sheet for sheet in sheets if sheet.height), None)


def _letters(column: int) -> str:
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _merged(sheet: CalamineSheet) -> list[tuple[int, int, str]]:
    """Merged areas as (first line, last line, "B2:C2")."""
    return [
        (top + 1, bottom + 1, f"{_letters(left)}{top + 1}:{_letters(right)}{bottom + 1}")
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
    ]


def _plain(cell: Any) -> Any:
    return float(cell) if isinstance(cell, int) and not isinstance(cell, bool) else cell


def read_excel(data: bytes) -> Grid:
    """The cells of a workbook; raises Refused where it cannot be opened."""
    sheet = _first_filled(_open(data))
    if sheet is None:
        return Grid([])
    rows = sheet.to_python(skip_empty_area=False)
    lines = [(line, [_plain(cell) for cell in cells]) for line, cells in enumerate(rows, start=1)]
    filled = [(line, cells) for line, cells in lines if not all(is_empty(cell) for cell in cells)]
    return Grid(filled, _merged(sheet))
