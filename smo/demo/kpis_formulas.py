"""KPIs of the demonstration that are computed from others."""

from dataclasses import dataclass

from kpis.enums import Direction, Tendency


@dataclass(frozen=True)
class FormulaSpec:
    """A KPI made of others, on an objective's scorecard; target and red line hold always and everywhere."""

    code: str
    name: str
    unit: str
    formula: str
    direction: Direction
    target: float
    red_line: float
    objective: str
    weight: float
    owner: str
    purpose: str
    method: str
    decimals: int = 1
    tendency: Tendency = Tendency.LAGGING


FORMULA_KPIS = (
    FormulaSpec(
        code="oil-per-cargo",
        name="Pollution incidents per million tonnes",
        unit="",
        formula="1000 * [oil-on-water] / cargo",
        direction=Direction.DOWN,
        target=18,
        red_line=30,
        objective="O11",
        weight=15,
        owner="henrik.solberg",
        purpose="A busier harbour may have more incidents without being a worse one.",
        method="Incidents over cargo of the same months; never a mean of monthly rates.",
    ),
    FormulaSpec(
        code="nights-per-guest",
        name="Hotel nights per 100 passengers",
        unit="",
        formula="100 * [hotel-nights] / [ferry-guests]",
        direction=Direction.UP,
        target=150,
        red_line=130,
        objective="O12",
        weight=15,
        owner="anton.mercer",
        purpose="Guests who stay overnight leave more in the city than those who pass through.",
        method="Hotel nights over ferry and cruise passengers of the same months.",
    ),
    FormulaSpec(
        code="complaints-growth",
        name="Complaints against the period before",
        unit="%",
        formula="100 * (complaints / prev(complaints) - 1)",
        direction=Direction.DOWN,
        target=0,
        red_line=15,
        objective="O5",
        weight=5,
        owner="smo",
        purpose="Shows a turn before the year's number does.",
        method="To date it compares with last year's to the same point.",
        tendency=Tendency.LEADING,
    ),
)
