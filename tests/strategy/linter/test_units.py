"""Which units are ratios, and which formulas add what cannot be added."""

import pytest

from kpis.engine.formulas.parser import parse
from strategy.linter.units import is_ratio, mixed_units

UNITS = {"cost": "EUR", "fees": " eur ", "hours": "h", "staff": "people", "bare": ""}


@pytest.mark.parametrize("unit", ["%", "per 1,000", "EUR/h", "share", "Percent", "km/h", "average days"])
def test_a_ratio_is_known_by_its_unit(unit: str) -> None:
    assert is_ratio(unit)


@pytest.mark.parametrize("unit", ["", "days", "million EUR", "people", "separate bins", "operations"])
def test_an_amount_is_no_ratio(unit: str) -> None:
    assert not is_ratio(unit)


@pytest.mark.parametrize(
    ("formula", "clash"),
    [
        ("cost + hours", ("EUR", "h")),
        ("cost - fees", None),
        ("cost + bare", None),
        ("cost + 5", None),
        ("cost / hours", None),
        ("cost / hours + staff", None),
        ("100 * (cost + hours) / staff", ("EUR", "h")),
        ("max(cost, fees, staff)", ("EUR", "people")),
        ("abs(cost) + -hours", ("EUR", "h")),
        ("if(staff > 3, cost, hours)", ("EUR", "h")),
        ("if(cost + staff > 3, cost, fees)", ("EUR", "people")),
        ("prev(cost) - hours", ("EUR", "h")),
    ],
)
def test_a_sum_of_different_units_is_found(formula: str, clash: tuple[str, str] | None) -> None:
    assert mixed_units(parse(formula), UNITS) == clash
