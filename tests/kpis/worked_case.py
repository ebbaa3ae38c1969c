"""The worked case of the semantics, stored: complaints of a city's departments from January to April 2026."""

from kpis.actions import Entry, create_kpi, open_series, record_measurements
from kpis.actions.rollup import roll_up_dirty
from kpis.models import KPI
from tests.kpis.city import City, month

COMPLAINTS = {
    "roads": (40, 50, 30),
    "parks": (10, 20),
    "health": (60, 40, 50, 20),
}


def report(kpi: KPI, city: City, values: dict[str, tuple[float, ...]]) -> None:
    """Store monthly values from January 2026 on and compute all cells."""
    rows = [
        Entry(kpi.pk, city[code].pk, month(2026, number), value)
        for code, row in values.items()
        for number, value in enumerate(row, 1)
    ]
    record_measurements(by=city.staff, rows=rows)
    roll_up_dirty()


def make_band(city: City) -> KPI:
    """A monthly KPI that should stay from 97 to 101, reported by the city itself."""
    kpi = create_kpi(
        by=None,
        code="spending",
        name="Spending",
        unit="%",
        frequency="month",
        direction="band",
        time_rollup="mean",
        department_rollup="mean",
        low=97.0,
        red_low=94.0,
        high=101.0,
        red_high=105.0,
    )
    open_series(by=None, kpi=kpi, department=city["city"])
    return kpi
