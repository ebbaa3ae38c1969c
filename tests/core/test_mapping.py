"""Files with any columns: what each means is said by people, nothing is guessed of a cell."""

import datetime as dt
from collections.abc import Sequence

import pytest
from django.http import QueryDict

from core.errors import Refused
from core.mapping import CHOICE, ColumnChoice, Field, Option, guess, open_questions, read_mapped, read_sheet
from core.mapping.formats import detect, read_cell
from core.mapping.mapping import completed, doubly_used
from core.mapping.posted import inputs, posted_mapping
from core.tabular import DATE, NUMBER

FIELDS: Sequence[Field] = (
    Field("code", "Code"),
    Field("name", "Name", required=True, also=("title",)),
    Field("start", "Start", DATE),
    Field("money", "Money", NUMBER),
    Field("state", "State", CHOICE, options=[Option("green", "On course"), Option("red", "Off course")]),
    Field("kind", "Kind", CHOICE, options=[Option("road", "Road")], open=True),
)
FILE = b"""Code;Title;Start;Money;State;Kind;Remark
A1;Bridge;03.04.2026;12,5;green;road;x
A2;Tunnel;31.12.2026;about five;Off course;canal;
A3;Ferry;31.02.2026;;amber;;y
A4;;01.01.2026;1;;;
"""


def test_headers_suggest_what_columns_mean() -> None:
    found = guess(read_sheet("f.csv", FILE), FIELDS, {})
    assert {position: choice.field for position, choice in found.items()} == {
        0: "code",
        1: "name",
        2: "start",
        3: "money",
        4: "state",
        5: "kind",
    }
    assert (found[2].format, found[3].format) == ("dmy", "comma")
    assert found[4].words == {"green": "green", "Off course": "red"}


def test_what_was_said_last_time_goes_before_the_headers() -> None:
    found = guess(read_sheet("f.csv", FILE), FIELDS, {"code": "", "remark": "code"})
    assert {position: choice.field for position, choice in found.items()} == {
        1: "name",
        2: "start",
        3: "money",
        4: "state",
        5: "kind",
        6: "code",
    }


def test_every_cell_that_cannot_be_read_is_told_with_line_and_column_and_reads_as_empty() -> None:
    sheet = read_sheet("f.csv", FILE)
    mapped = read_mapped(sheet, guess(sheet, FIELDS, {}), FIELDS)
    assert [(fault.line, fault.field, fault.code) for fault in mapped.faults] == [
        (3, "Money", "number"),
        (4, "Start", "date"),
        (4, "State", "choice"),
        (5, "name", "empty_cell"),
    ]
    assert [dict(row.cells) for row in mapped.rows] == [
        {
            "code": "A1",
            "name": "Bridge",
            "start": dt.date(2026, 4, 3),
            "money": 12.5,
            "state": "green",
            "kind": "road",
        },
        {
            "code": "A2",
            "name": "Tunnel",
            "start": dt.date(2026, 12, 31),
            "money": None,
            "state": "red",
            "kind": "canal",
        },
        {"code": "A3", "name": "Ferry", "start": None, "money": None, "state": "", "kind": ""},
    ]
    assert [row["code"] for row in mapped.without_faults()] == ["A1"]
    assert mapped.total == 4


def test_days_that_can_be_read_in_two_ways_are_asked_about() -> None:
    sheet = read_sheet("f.csv", b"name,start\nBridge,03/04/2026\nTunnel,05/06/2026\n")
    mapping = guess(sheet, FIELDS, {})
    assert open_questions(mapping, FIELDS) == [1]
    said = completed(sheet, {**mapping, 1: ColumnChoice("start", format="mdy")}, FIELDS)
    assert open_questions(said, FIELDS) == []
    assert [row["start"] for row in read_mapped(sheet, said, FIELDS).rows] == [
        dt.date(2026, 3, 4),
        dt.date(2026, 5, 6),
    ]


@pytest.mark.parametrize(
    ("cells", "kind", "way"),
    [
        (["2026-03-14"], DATE, "iso"),
        (["14.03.2026", "01.02.2026"], DATE, "dmy"),
        (["03/14/2026", "01/02/2026"], DATE, "mdy"),
        (["03/04/2026"], DATE, None),
        (["03.03.2026"], DATE, "dmy"),  # the same in either way
        (["1,234.5"], NUMBER, "point"),
        (["1.234,5"], NUMBER, "comma"),
        (["1,234"], NUMBER, None),
        (["12", "7"], NUMBER, "point"),
        ([12.5, "n/a"], NUMBER, "point"),
    ],
)
def test_the_way_of_writing_is_found_from_all_cells_or_asked(
    cells: list[str | float], kind: str, way: str | None
) -> None:
    assert detect(cells, kind) == way  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "way", "number"),
    [
        ("1 234.5", "point", 1234.5),
        ("-3", "comma", -3),
        (".5", "point", 0.5),
        ("\N{MINUS SIGN}2,5", "comma", -2.5),
    ],
)
def test_numbers_as_people_write_them(text: str, way: str, number: float) -> None:
    assert read_cell(text, NUMBER, way) == number


@pytest.mark.parametrize("text", ["12 %", "£12", "12-14", "1,23", "", "-", "NA", "1e5", "12,345,6"])
def test_what_is_nearly_a_number_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        read_cell(text, NUMBER, "point")


def test_a_number_may_count_in_millions() -> None:
    sheet = read_sheet("f.csv", b"name,money\nBridge,12\n")
    mapping = {0: ColumnChoice("name"), 1: ColumnChoice("money", format="point", factor=1_000_000)}
    assert read_mapped(sheet, mapping, FIELDS).rows[0]["money"] == 12_000_000


def test_words_mean_what_somebody_said_and_unsaid_ones_are_reported() -> None:
    sheet = read_sheet("f.csv", b"name,state\nA,gut\nB,schlecht\nC,?\n")
    said = {0: ColumnChoice("name"), 1: ColumnChoice("state", words={"gut": "green", "?": ""})}
    mapped = read_mapped(sheet, completed(sheet, said, FIELDS), FIELDS)
    assert [row["state"] for row in mapped.rows] == ["green", "", ""]
    assert [(fault.line, fault.field) for fault in mapped.faults] == [(3, "state")]


def test_a_page_carries_the_whole_mapping_in_its_inputs() -> None:
    sheet = read_sheet("f.csv", FILE)
    mapping = completed(
        sheet,
        {
            1: ColumnChoice("name"),
            2: ColumnChoice("start", format="mdy"),
            3: ColumnChoice("money", format="comma", factor=1000),
            4: ColumnChoice("state", words={"amber": "", "green": "red"}),
        },
        FIELDS,
    )
    data = QueryDict(mutable=True)
    for name, value in inputs(mapping, sheet):
        data[name] = value
    assert completed(sheet, posted_mapping(data, sheet, FIELDS), FIELDS) == mapping


def test_a_field_is_meant_by_one_column() -> None:
    assert doubly_used({0: ColumnChoice("name"), 1: ColumnChoice("name"), 2: ColumnChoice("code")}) == {
        "name"
    }


@pytest.mark.parametrize("data", [b"", b"name,start\n", b"\xff\xfe\x00"])
def test_a_file_without_rows_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read_sheet("f.csv", data)


def test_short_rows_are_filled_and_long_ones_reported() -> None:
    sheet = read_sheet("f.csv", b"name,money\nA\nB,1,2\n")
    assert (sheet.rows, [fault.line for fault in sheet.faults]) == ([(2, ["A", None])], [3])
