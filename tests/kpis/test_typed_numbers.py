"""Numbers as people type and paste them."""

import pytest
from django.utils import translation

from kpis.grid.plausible import doubt, natural_limits
from kpis.grid.typed import Typed, number_as_typed, typed_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1234.5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\u202f234,5", 1234.5),
        ("1'234.5", 1234.5),
        ("12,5", 12.5),
        ("1,234,567", 1234567.0),
        ("1.234.567", 1234567.0),
        ("1.234.567,8", 1234567.8),
        ("0,1234", 0.1234),
        ("1,234", 1234.0),
        ("1.234", 1.234),
        ("−3", -3.0),
        ("(1,250)", -1250.0),
        ("  7 ", 7.0),
        ("1e3", 1000.0),
    ],
)
def test_a_number_is_read_as_it_is_meant(text: str, number: float) -> None:
    assert number_as_typed(text) == number


@pytest.mark.parametrize(("text", "number"), [("1,234", 1.234), ("1.234", 1234.0), ("12.5", 12.5)])
def test_the_readers_language_decides_where_a_separator_could_be_either(text: str, number: float) -> None:
    with translation.override("de"):
        assert number_as_typed(text) == number


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [("12 %", "%", 12.0), ("12,5%", "% of stops", 12.5), ("3 km", "km", 3.0), ("3 KM", "km", 3.0)],
)
def test_a_unit_behind_it_may_be_the_kpis_own(text: str, unit: str, number: float) -> None:
    assert number_as_typed(text, unit) == number


def test_another_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="not in %, but in km"):
        number_as_typed("12 %", "km")


@pytest.mark.parametrize("text", ["many", "1,23,4", "1.2.3", "--3", "12 apples", "nan", "()", "1.234,5,6"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        number_as_typed(text)


def test_a_form_is_read_by_the_names_of_its_fields() -> None:
    data = {
        "csrfmiddlewaretoken": "x",
        "value-7-24314": " 12 ",
        "note-7-24314": "Bridge closed",
        "ok-7-24314": "1",
        "value-8-24314": "",
        "note-8-24314": "nothing to say it of",
        "value-x-1": "5",
        "value-9--3": "5",
    }
    assert typed_in(data) == [Typed(7, 24314, "12", "Bridge closed", "", True), Typed(9, -3, "5")]


STEADY = [82.0, 84.0, 83.0, 81.0, 83.0, 82.0, 84.0, 83.0]


@pytest.mark.parametrize(
    ("value", "before", "unit", "question"),
    [
        (83.7, STEADY, "%", ""),
        (837.0, STEADY, "%", "837 is more than 100%. Did you mean 83.7?"),
        (101.0, [99.0, 104.0], "%", ""),
        (8.2, STEADY, "", "8.2 lies outside the natural limits, 78.6 to 86.9. Did you mean 82?"),
        (40.0, [10.0, 12.0], "", "40 is more than three times the last value, 12."),
        (120.0, [10.0, 12.0], "", "120 is more than three times the last value, 12. Did you mean 12?"),
        (5.0, [], "", ""),
        (5.0, [0.0], "", ""),
        (20.0, [float(each) for each in range(8, 20)], "", ""),
        (12.0, [3.0, 12.0], "", ""),
    ],
)
def test_an_unlikely_value_is_asked_about(
    value: float, before: list[float], unit: str, question: str
) -> None:
    assert doubt(value, before, unit, 1) == question


def test_seven_values_have_no_natural_limits() -> None:
    assert natural_limits(STEADY[:7]) is None
