"""Cards of the demonstration: how far its KPIs can be relied upon, and what peers reach."""

import datetime as dt
from dataclasses import dataclass

from kpis.actions import CellTargetEntry, add_benchmark, change_kpi, set_cell_targets
from kpis.models import KPI
from org.models import Department, User


@dataclass(frozen=True)
class Rating:
    """Data quality of a KPI, rated so many days ago, what not to conclude from it, and its stretch target."""

    code: str
    quality: str
    days_ago: int
    limits: str = ""
    stretch: float | None = None


RATINGS = (
    Rating("bus-on-time", "high", 140, "Says nothing about buses that never left the depot.", 93.0),
    Rating("bus-trips", "medium", 140, "Door counters miss passengers who change at a stop.", 480.0),
    Rating("active-trips", "low", 420, "One survey a year: a change below two points may be chance."),
    Rating("road-injuries", "high", 60, "Small numbers: one bad crossing moves a quarter.", 3.0),
    Rating("calm-streets", "medium", 75),
    Rating("affordable-homes", "high", 200),
    Rating("housing-wait", "medium", 230, "Households that gave up waiting are not in it.", 14.0),
    Rating("bathing-water", "high", 95),
    Rating(
        "complaints", "medium", 30, "Not for ranking departments: some streets ask more often than others."
    ),
    Rating("potholes", "low", 500, "Crews close a ticket before the surface has set."),
    Rating("planning-days", "high", 120, stretch=35.0),
    Rating("recycling", "medium", 180, stretch=60.0),
    Rating("sick-days", "high", 25),
    Rating("good-employer", "medium", 310, "One in three answers; those who left are not asked."),
    Rating("cargo", "high", 45),
)

# Peers are as fictional as Port Selwyn. Years before the present one.
BENCHMARKS = (
    ("bus-on-time", "Fairhaven", 1, 86.5, "Coastal Transport Yearbook, table 7"),
    ("bus-on-time", "Marlow Sound", 1, 91.2, "Coastal Transport Yearbook, table 7"),
    ("bus-on-time", "Fairhaven", 2, 84.1, "Coastal Transport Yearbook, table 7"),
    ("recycling", "Fairhaven", 1, 54.0, "Waste report of the Seven Harbours league"),
    ("recycling", "Greywater Bay", 1, 47.5, "Waste report of the Seven Harbours league"),
)


def rate_kpis(kpis: dict[str, KPI], by: User, today: dt.date) -> None:
    """Ratings, limits of use, stretch targets and benchmarks."""
    for rating in RATINGS:
        change_kpi(
            by=by,
            kpi=kpis[rating.code],
            quality=rating.quality,
            quality_rated_on=today - dt.timedelta(days=rating.days_ago),
            limits_of_use=rating.limits,
            stretch_target=rating.stretch,
        )
    for code, peer, years_ago, value, source in BENCHMARKS:
        period = str(today.year - years_ago)
        add_benchmark(by=by, kpi=kpis[code], peer=peer, period=period, value=value, source=source)


def agree_on_a_year(kpis: dict[str, KPI], top: Department, by: User, today: dt.date) -> None:
    """The council's own target for the city's year, a little above what the depots' add up to."""
    note = "Agreed in the budget round, a little above what the depots set themselves."
    row = CellTargetEntry(kpis["bus-trips"].pk, top.pk, today.year, "year", target=5250.0, note=note)
    set_cell_targets(by=by, rows=[row])
