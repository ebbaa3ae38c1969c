"""Numbers, dates and units as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy.stratml.dates import read_date
from strategy.stratml.numbers import LARGEST, is_filler, is_placeholder, read_number
from strategy.stratml.units import Unit, UnitKind, read_unit


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4000000000", 4e9),
        ("4,000,000,000", 4e9),
        ("$4,000,000", 4e6),
        ("US$ 1,200.50", 1200.5),
        ("1.200,50 €", 1200.5),
        ("EUR 12", 12.0),
        ("12 USD", 12.0),
        ("1 234 567", 1234567.0),
        ("1\u202f234,5", 1234.5),
        ("1’234’567.8", 1234567.8),
        ("1.234.567", 1234567.0),
        ("1,234", 1234.0),
        ("0,234", 0.234),
        ("12,5 %", 12.5),
        ("95%", 95.0),
        ("(1,200)", -1200.0),
        ("−5", -5.0),
        ("- 5", -5.0),
        ("+.5", 0.5),
        ("4.4249999999999998", 4.425),
        ("1.5E3", 1500.0),
        ("٣٫٥", 3.5),
    ],
)
def test_it_reads_a_number(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "about 800", "3 million", "12 34", "1,2,3", "1,23,4.5.6", "1e999", "nan", "FY2023", "(-5)", "5-7"],
)
def test_it_reads_no_number_where_there_is_none(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_it_reads_back_grouped_integers(number: int) -> None:
    assert read_number(f"{number:,}") == number


@given(st.floats(-LARGEST, LARGEST))
def test_it_reads_back_every_float(number: float) -> None:
    assert read_number(repr(number)) == number


@given(st.text())
def test_it_survives_any_text(text: str) -> None:
    assert read_number(text) is None or isinstance(read_number(text), float)
    assert is_placeholder(text) in (True, False)


@pytest.mark.parametrize(
    "text", ["[To be determined]", "...", "…", "TBD", "tbd.", "n/a", "N.A.", "-", "To be determined"]
)
def test_it_knows_placeholders_of_numbers(text: str) -> None:
    assert is_placeholder(text)


def test_it_takes_fewer_texts_for_fillers_than_for_placeholders() -> None:
    texts = ["[Insert name]", "...", "NA", "-", "[Draft] Harbour", ""]
    assert [is_filler(text) for text in texts] == [True, True, False, False, False, False]


@pytest.mark.parametrize(
    ("text", "at_end", "day"),
    [
        ("2023-06-30", False, date(2023, 6, 30)),
        ("2023-06-30Z", False, date(2023, 6, 30)),
        ("2023-06-30+02:00", True, date(2023, 6, 30)),
        ("2023-06-30T23:59:59Z", True, date(2023, 6, 30)),
        ("2024-02", False, date(2024, 2, 1)),
        ("2024-02", True, date(2024, 2, 29)),
        ("2023", False, date(2023, 1, 1)),
        ("2023", True, date(2023, 12, 31)),
        ("2023-02-29", True, None),
        ("2023-13", True, None),
        ("06/30/2023", True, None),
        ("9999-12-31", True, None),
        ("0001-01-01", True, None),
        ("", True, None),
    ],
)
def test_it_reads_a_date(text: str, at_end: bool, day: date | None) -> None:
    assert read_date(text, at_end=at_end) == day


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Percent", Unit(UnitKind.PERCENT, "%", "Percent")),
        ("%", Unit(UnitKind.PERCENT, "%", "%")),
        ("$", Unit(UnitKind.CURRENCY, "$", "$")),
        ("Dollars", Unit(UnitKind.CURRENCY, "$", "Dollars")),
        ("dollar  amount", Unit(UnitKind.CURRENCY, "$", "dollar  amount")),
        ("Count", Unit(UnitKind.NUMBER, "", "Count")),
        ("Score", Unit(UnitKind.SCORE, "", "Score")),
        ("Jobs", Unit(UnitKind.OTHER, "Jobs", "Jobs")),
        ("", Unit(UnitKind.NUMBER, "", "")),
    ],
)
def test_it_normalises_a_unit_and_keeps_its_text(text: str, unit: Unit) -> None:
    assert read_unit(text) == unit
