"""Reading tables that people hand in."""

import datetime as dt
import io

import pytest
import xlsxwriter

from core.errors import Fault
from core.tabular import DATE, NUMBER, Column, Table, read_table

COLUMNS = [
    Column("kpi", required=True),
    Column("period", required=True, also=("month",)),
    Column("value", NUMBER, required=True),
    Column("known_since", DATE),
    Column("note"),
]


def read(text: str | bytes) -> Table:
    return read_table("values.csv", text.encode() if isinstance(text, str) else text, COLUMNS)


def cells(table: Table) -> list[tuple[int, dict]]:
    return [(row.line, dict(row.cells)) for row in table.rows]


def row(kpi: str, period: str, value: float, known_since: dt.date | None = None, note: str = "") -> dict:
    return {"kpi": kpi, "period": period, "value": value, "known_since": known_since, "note": note}


ONE = [(2, row("a", "2026-03", 1.5))]


@pytest.mark.parametrize(
    "data",
    [
        b"kpi,period,value\na,2026-03,1.5\n",
        b"\xef\xbb\xbfkpi;period;value\r\na;2026-03;1.5\r\n",
        "KPI\tMonth\tValue\na\t2026-03\t1.5".encode("utf-16"),
        b'"kpi","period","value",\n"a","2026-03","1.5",\n,,,\n',
    ],
    ids=["commas", "mark and semicolons", "UTF-16 and tabs", "quoted, with an empty last column"],
)
def test_it_reads_csv_as_people_save_it(data: bytes) -> None:
    table = read(data)

    assert (cells(table), table.faults) == (ONE, [])


def test_it_counts_lines_of_the_file_not_rows() -> None:
    table = read('\nkpi,period,value,note\na,2026-03,1,"two\nlines"\n\nb,2026-04,x,\n')

    assert [each.line for each in table.rows] == [3]
    assert [(fault.line, fault.field, fault.code) for fault in table.faults] == [(6, "value", "number")]


def test_it_reports_every_bad_row_and_keeps_the_good_ones() -> None:
    table = read(
        "kpi,period,value,known_since\na,2026-03,1.5,\n,2026-03,1,\nb,2026-03,1,5,x\nc,2026-03,9,14.3.26\n"
    )

    assert cells(table) == ONE
    assert [(fault.line, fault.field, fault.code) for fault in table.faults] == [
        (3, "kpi", "empty_cell"),
        (4, "", "cells"),
        (5, "known_since", "date"),
    ]
    assert (table.total, table.readable) == (4, True)


@pytest.mark.parametrize("text", ["1 000", "1,5", "12 %", "nan", "inf", "1_000", "1e999", "0x1f", "٣x"])
def test_it_takes_no_number_that_could_mean_two_things(text: str) -> None:
    table = read(f'kpi;period;value\na;2026-03;"{text}"\n')

    assert (table.rows, [fault.code for fault in table.faults]) == ([], ["number"])


@pytest.mark.parametrize(
    ("text", "value"),
    [("-1.5", -1.5), ("−2", -2.0), (" 3 ", 3.0), ("1e3", 1000.0), (".5", 0.5), ("+7.", 7.0)],
)
def test_it_takes_plain_numbers(text: str, value: float) -> None:
    assert read(f"kpi,period,value\na,2026-03,{text}\n").rows[0]["value"] == value


def test_it_names_the_place_of_a_byte_in_another_encoding() -> None:
    table = read("kpi,period,value\na,2026-03,1\nMünchen,2026-03,2\n".encode("latin-1"))

    assert not table.readable
    assert [(fault.line, fault.code) for fault in table.faults] == [(3, "encoding")]
    assert "Byte 31 (0xfc)" in table.faults[0].message


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("kpi,period,value,colour", [("colour", "unknown_column")]),
        ("kpi,value", [("period", "missing_column")]),
        ("kpi,period,month,value", [("period", "duplicate_header")]),
        ("kpi,,period,value", [("", "empty_header")]),
    ],
)
def test_it_refuses_a_header_it_cannot_trust(header: str, expected: list[tuple[str, str]]) -> None:
    table = read(header + "\na,b,c,d\n")

    assert (table.readable, table.rows) == (False, [])
    assert [(fault.field, fault.code) for fault in table.faults] == expected


def test_it_names_the_columns_it_accepts() -> None:
    table = read("kpi,period,value,colour\na,2026-03,1,red\n")

    assert str(table.faults[0]) == (
        "line 1, colour: There is no column of this name; "
        "accepted are: kpi, period, value, known_since, note."
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"kpi,period,value\n", "empty"),
        (b'kpi,period,value\na,"2026-03,1\n', "quotes"),
        (b"kpi\x00,period,value\na,b,1\n", "encoding"),
        (b"PK\x03\x04 no workbook", "workbook"),
        (b"\xd0\xcf\x11\xe0 protected", "workbook"),
    ],
)
def test_it_says_why_a_file_cannot_be_read(data: bytes, code: str) -> None:
    table = read(data)

    assert (table.readable, table.rows, [fault.code for fault in table.faults]) == (False, [], [code])


def test_it_refuses_what_is_too_long_or_too_big() -> None:
    data = b"kpi,period,value\n" + b"a,2026-03,1\n" * 3

    too_long = read_table("values.csv", data, COLUMNS, most_rows=2)
    too_big = read_table("values.csv", data, COLUMNS, most_bytes=10)

    assert [(fault.line, fault.code) for fault in too_long.faults] == [(4, "too_many_rows")]
    assert [fault.code for fault in too_big.faults] == ["too_big"]


def workbook(fill) -> bytes:  # type: ignore[no-untyped-def]
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    fill(book)
    book.close()
    return target.getvalue()


def test_it_reads_typed_values_and_formulas_from_excel() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        hidden = book.add_worksheet("notes")
        hidden.write_row(0, 0, ["not", "this"])
        book.add_worksheet("empty").activate()
        hidden.hide()
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(2, 0, ["Kpi", "Period", "Value", "Known since", "Note"])
        sheet.write_row(3, 0, [101, 2026])
        sheet.write_formula(3, 2, "=1+1.5", None, 2.5)
        sheet.write_datetime(3, 3, dt.datetime(2026, 3, 14), day)
        sheet.write_row(5, 0, ["b", None, "much"])
        sheet.write_datetime(5, 1, dt.datetime(2026, 3, 1), day)

    table = read_table("values.xlsx", workbook(fill), COLUMNS)

    assert cells(table) == [(4, row("101", "2026", 2.5, dt.date(2026, 3, 14)))]
    assert [(fault.line, fault.field, fault.code) for fault in table.faults] == [(6, "value", "number")]


def test_it_refuses_merged_headers_in_excel_and_names_them() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 1, "kpi")
        sheet.write(0, 2, "value")
        sheet.write_row(1, 0, ["a", "2026-03", 1])

    table = read_table("values.xlsx", workbook(fill), COLUMNS)

    assert not table.readable
    assert table.faults == [
        Fault(
            "The header row has merged cells (A1:B1): give each column a cell of its own.",
            line=1,
            code="merged_header",
        )
    ]


def test_it_refuses_rows_of_merged_cells_and_cells_beside_the_table() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["kpi", "period", "value"])
        sheet.merge_range(1, 0, 2, 0, "a")
        sheet.write_row(1, 1, ["2026-03", 1])
        sheet.write_row(2, 1, ["2026-04", 2])
        sheet.write_row(3, 0, ["b", "2026-03", 1, "beside"])

    table = read_table("values.xlsx", workbook(fill), COLUMNS)

    assert (table.rows, [fault.line for fault in table.faults]) == ([], [2, 3, 4])
