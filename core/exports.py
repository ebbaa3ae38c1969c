"""Lists as files."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter
from django.http import HttpResponse

_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")


def _harmless(cell: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_BEGINS) else cell


def without_guard(text: str) -> str:
    """Text of a file as it was before `csv_response` made it harmless."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA_BEGINS) else text


def csv_response(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A CSV file to save, in UTF-8 with its byte order mark, so that spreadsheets know it."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    writer = csv.writer(response, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return response


_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def xlsx_response(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A workbook to save: the header stays in sight; numbers and days are such, texts are never formulas."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        head, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, header, head)
        for down, row in enumerate(rows, start=1):
            for across, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(down, across, cell, day)
                elif isinstance(cell, int | float):
                    sheet.write_number(down, across, cell)
                elif cell:
                    sheet.write_string(down, across, str(cell))
        sheet.freeze_panes(1, 0)
    response = HttpResponse(buffer.getvalue(), content_type=_WORKBOOK)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
