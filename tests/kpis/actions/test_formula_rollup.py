"""Formula KPIs computed from what is stored: the worked case, in steps as in full, what a change reaches."""

import datetime as dt
import random
from collections.abc import Mapping

import pytest
from django.db import connection

from kpis.actions import (
    Entry,
    TargetEntry,
    change_kpi,
    close_series,
    create_kpi,
    open_series,
    record_measurements,
    roll_up_all,
    roll_up_dirty,
    set_targets,
)
from kpis.actions.rollup import formula_groups
from kpis.cells import read_cells
from kpis.engine.frequency import Frequency, Period
from kpis.models import KPI, CellTarget, CellYear, DirtyKPI, Measurement, RollupRun, Series
from kpis.queries import calendar
from kpis.store.compute import cells_of
from kpis.store.rules import read_rules
from kpis.store.writer import write_cells
from org.actions import move_department
from tests.kpis.city import City, month

AS_OF = dt.date(2026, 4, 30)
SUMMED = {"frequency": "month", "direction": "up", "time_rollup": "sum", "department_rollup": "sum"}
COMPLAINTS = {"roads": (40, 50, 30), "parks": (10, 20), "health": (60, 40, 50, 20)}
RESOLVED = {"roads": (36, 40, 30), "parks": (10, 18), "health": (45, 38, 48, 19)}


def summed(code: str, city: City, departments: tuple[str, ...] = ("roads", "parks", "health")) -> KPI:
    """A monthly KPI that adds up, reported by some departments."""
    kpi = create_kpi(by=None, code=code, name=code.title(), **SUMMED)
    for each in departments:
        open_series(by=None, kpi=kpi, department=city[each])
    return kpi


def report(kpi: KPI, city: City, values: Mapping[str, tuple[float, ...]], year: int = 2026) -> None:
    """Store monthly values from January on."""
    rows = [
        Entry(kpi.pk, city[code].pk, month(year, number), float(value))
        for code, row in values.items()
        for number, value in enumerate(row, 1)
    ]
    record_measurements(by=None, rows=rows)


def make_rate(formula: str = "100 * resolved / complaints") -> KPI:
    """The worked case's resolution rate."""
    lines = {"target": 90.0, "red_line": 80.0}
    return create_kpi(by=None, code="rate", name="Rate", direction="up", formula=formula, **lines)


@pytest.fixture
def rate(city: City) -> KPI:
    """The worked case, stored but not computed."""
    resolved = summed("resolved", city)
    report(city.complaints, city, COMPLAINTS)
    report(resolved, city, RESOLVED)
    return make_rate()


def cells(*kpis: KPI) -> set[tuple[str, ...]]:
    """Stored rows of cells as PostgreSQL writes them, so that NaN equals NaN and the last bit counts."""
    keys = [each.pk for each in kpis] or list(KPI.objects.values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("SELECT c::text FROM kpis_cellyear c WHERE kpi_id = ANY(%s)", [keys])
        return set(cursor.fetchall())


def values(kpi: KPI, city: City, department: str, year: int = 2026, months: int = 4) -> list[float | None]:
    """Its monthly values from January on; None is missing."""
    row = CellYear.objects.get(kpi=kpi, department=city[department], fiscal_year=year)
    return [None if value != value else round(value, 9) for value in row.value[:months]]


@pytest.mark.parametrize(
    ("department", "period", "value", "score", "status", "counted"),
    [
        ("works", "2026-02", 82.857142857, 42.857142857, "amber", (2, 2)),
        ("works", "2026-Q1", 89.333333333, 64.444444444, "amber", (5, 6)),
        ("city", "2026-Q1", 88.333333333, 61.111111111, "amber", (8, 9)),
        ("city", "2026-04", 95.0, 83.333333333, "insufficient_data", (1, 3)),
        ("city", "2026", 88.75, 62.5, "amber", (9, 12)),
        ("roads", "2026-04", None, None, "due", (0, 1)),
    ],
)
def test_the_worked_case_is_stored(
    city: City,
    rate: KPI,
    department: str,
    period: str,
    value: float | None,
    score: float | None,
    status: str,
    counted: tuple[int, int],
) -> None:
    roll_up_dirty(AS_OF)
    wanted = calendar().parse(period)
    grid = read_cells(city[department].pk, read_rules([rate.pk]), [wanted], calendar(), AS_OF)
    cell = grid.cells[rate.pk][0]
    assert (cell.value, cell.score) == (value and pytest.approx(value), score and pytest.approx(score))
    assert (str(cell.status), (cell.reported, cell.expected)) == (status, counted)


def test_a_pair_that_lacks_an_input_is_left_out_of_all(city: City, rate: KPI) -> None:
    Measurement.objects.filter(kpi__code="resolved", department=city["parks"], period=month(2026, 2)).delete()
    roll_up_dirty(AS_OF)
    assert values(rate, city, "works")[1] == 80.0


def test_a_change_of_an_input_reaches_the_formulas_above_it_at_once(city: City, rate: KPI) -> None:
    doubled = create_kpi(by=None, code="doubled", name="Doubled", direction="up", formula="2 * rate")
    roll_up_dirty(AS_OF)
    rows = [Entry(city.complaints.pk, city["roads"].pk, month(2026, 2), 100.0)]
    record_measurements(by=None, rows=rows)
    assert list(DirtyKPI.objects.values_list("kpi_key", flat=True)) == [city.complaints.pk]
    assert roll_up_dirty(AS_OF) == 3
    assert values(rate, city, "roads") == [90.0, 40.0, 100.0, None]
    assert values(doubled, city, "roads") == [180.0, 80.0, 200.0, None]
    assert not DirtyKPI.objects.exists()


def test_a_change_reaches_later_years_through_previous_values(city: City, rate: KPI) -> None:
    change = create_kpi(
        by=None, code="change", name="Change", direction="down", formula="complaints - prev(complaints)"
    )
    second = create_kpi(by=None, code="second", name="2nd", direction="down", formula="change - prev(change)")
    report(city.complaints, city, {"roads": (1,) * 12}, 2025)
    roll_up_dirty(AS_OF)
    assert values(change, city, "roads") == [39, 10, -20, None]
    assert values(second, city, "roads") == [39, -29, -30, None]
    december = Entry(city.complaints.pk, city["roads"].pk, month(2025, 12), 30.0)
    record_measurements(by=None, rows=[december])
    roll_up_dirty(AS_OF)
    assert values(change, city, "roads") == [10, 10, -20, None]
    assert values(second, city, "roads") == [10 - 29, 0, -30, None]
    stepwise = cells()
    roll_up_all(AS_OF)
    assert cells() == stepwise


def test_computing_in_steps_and_in_full_leaves_the_same_cells_to_the_last_bit(city: City, rate: KPI) -> None:
    steps = random.Random(3)
    formula = "coalesce(rate, 50) / max(prev(complaints), budget, 0.1)"
    create_kpi(by=None, code="odd", name="Odd", direction="down", formula=formula, target=1.0)
    roll_up_dirty(AS_OF)
    kpis = [city.complaints, KPI.objects.get(code="resolved")]
    for _step in range(12):
        kpi, where = steps.choice(kpis), steps.choice(["roads", "parks", "health"])
        period = month(steps.choice([2023, 2025, 2026]), steps.randint(1, 12))
        entry = Entry(kpi.pk, city[where].pk, period, steps.uniform(0, 100))
        record_measurements(by=None, rows=[entry])
        roll_up_dirty(AS_OF)
    set_targets(by=None, rows=[TargetEntry(kpis[1].pk, city["roads"].pk, month(2028, 6), target=8.0)])
    roll_up_dirty(AS_OF)
    change_kpi(by=None, kpi=KPI.objects.get(code="rate"), formula="resolved / complaints", target=99)
    close_series(by=None, series=Series.objects.get(department=city["parks"], kpi=kpis[1]), on=AS_OF)
    roll_up_dirty(AS_OF)
    stepwise = cells()
    roll_up_all(AS_OF)
    assert cells() == stepwise
    assert RollupRun.objects.latest("pk").rows_written == 0
    CellYear.objects.all().delete()
    roll_up_all(AS_OF)
    assert cells() == stepwise


def test_cells_are_computed_without_being_stored_as_known_then(city: City, rate: KPI) -> None:
    roll_up_dirty(AS_OF)
    stored, then = cells(rate), KPI.objects.get(pk=rate.pk).definitions.get().known_from
    known_at = then + dt.timedelta(microseconds=1)
    rows = [Entry(city.complaints.pk, city["roads"].pk, month(2026, 2), 100.0)]
    record_measurements(by=None, rows=rows)
    change_kpi(by=None, kpi=rate, formula="resolved")
    roll_up_dirty(AS_OF)
    assert cells(rate) != stored
    with connection.cursor() as cursor:
        for each in cells_of(cursor, [rate.pk], (2026, 2026), calendar(), AS_OF, known_at):
            write_cells(cursor, each, each.cells)
    assert cells(rate) == stored


def test_what_was_not_known_yet_has_no_cells(city: City, rate: KPI) -> None:
    long_ago = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    with connection.cursor() as cursor:
        assert list(cells_of(cursor, [rate.pk], (2026, 2026), calendar(), AS_OF, long_ago)) == []


def test_a_formula_that_is_given_another_leaves_no_cells_of_the_old_one(city: City, rate: KPI) -> None:
    report(city.complaints, city, {"roads": (5,)}, 2021)
    change_kpi(by=None, kpi=rate, formula="complaints")
    roll_up_dirty(AS_OF)
    assert CellYear.objects.filter(kpi=rate, fiscal_year=2021).exists()
    change_kpi(by=None, kpi=rate, formula="resolved")
    roll_up_dirty(AS_OF)
    assert not CellYear.objects.filter(kpi=rate, fiscal_year=2021).exists()


def test_a_target_set_for_a_cell_of_a_formula_counts(city: City, rate: KPI) -> None:
    CellTarget.objects.create(
        kpi=rate, department=city["works"], frequency="quarter", period=2026 * 4, target=70.0, red_line=60.0
    )
    roll_up_dirty(AS_OF)
    first = Period(Frequency.QUARTER, 2026 * 4)
    cell = read_cells(city["works"].pk, read_rules([rate.pk]), [first], calendar(), AS_OF).cells[rate.pk][0]
    assert (cell.target, str(cell.status)) == (70.0, "green")


def test_a_department_that_moves_takes_its_part_of_the_formula_along(city: City, rate: KPI) -> None:
    move_department(by=None, department=city["parks"], parent=city["health"], since=dt.date(2026, 2, 1))
    roll_up_all(AS_OF)
    assert values(rate, city, "works") == [pytest.approx(92.0), 80.0, 100.0, None]
    assert values(rate, city, "health") == [75.0, pytest.approx(100 * 56 / 60), 96.0, 95.0]


def test_averaging_the_rates_of_departments_would_be_another_number(city: City, rate: KPI) -> None:
    roll_up_dirty(AS_OF)
    parts = [values(rate, city, each)[1] for each in ("roads", "parks", "health")]
    assert sum(part or 0 for part in parts) / 3 == pytest.approx(88 + 1 / 3)
    assert values(rate, city, "city")[1] == pytest.approx(100 * 96 / 110)


def test_kpis_that_a_formula_ties_together_are_one_group(city: City, rate: KPI) -> None:
    alone = summed("alone", city)
    tied = {city.complaints.pk, rate.pk, KPI.objects.get(code="resolved").pk}
    assert {frozenset(group) for group in formula_groups()} == {
        frozenset(tied),
        frozenset([city.budget.pk]),
        frozenset([alone.pk]),
    }
