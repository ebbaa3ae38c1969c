"""Cells as known on a past day are those that a database would show which holds only what was known then."""

import datetime as dt
import random
from typing import Any

import pytest
from django.utils import timezone

from core.models import Known
from kpis.actions import create_kpi
from kpis.actions.rollup import roll_up_all
from kpis.as_of import AsOf, AsOfError, end_of, read_as_of
from kpis.cells import Cell, read_many
from kpis.cells.restated import restated_periods
from kpis.cells.windows import Window
from kpis.engine.frequency import Frequency, Period
from kpis.models import (
    KPI,
    CellTarget,
    Definition,
    Measurement,
    PeriodClosing,
    SeriesTarget,
    SeriesTerm,
    StatusOverride,
)
from kpis.queries import calendar
from kpis.store.rules import read_rules
from org.models import Placement
from tests.kpis.city import City, month

FIRST_DAY = dt.date(2026, 1, 10)
LAST_DAY = dt.date(2026, 10, 10)
MONTHS = [month(2025, 10) + n for n in range(9)]
TABLES: list[type[Known]] = [
    Measurement,
    SeriesTarget,
    CellTarget,
    SeriesTerm,
    Definition,
    PeriodClosing,
    StatusOverride,
    Placement,
]


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> random.Random:
    """Chances that are the same in every run."""
    return random.Random(request.node.callspec.params["seed"])


def moments(rng: random.Random, most: int) -> list[dt.datetime]:
    """Different moments between the first day and the last, in order."""
    seconds = int((LAST_DAY - FIRST_DAY).total_seconds())
    chosen = sorted(rng.sample(range(seconds), rng.randint(1, most)))
    return [end_of(FIRST_DAY) + dt.timedelta(seconds=each) for each in chosen]


def chain(rng: random.Random, model: type[Any], key: dict[str, Any], facts: Any, most: int = 4) -> None:
    """Rows for one key, each known until the next; the last one sometimes until a day, then nothing."""
    times = moments(rng, most)
    for known_from, known_to in zip(times, [*times[1:], None], strict=True):
        model.objects.create(**key, **facts(), known_from=known_from, known_to=known_to)


def random_history(rng: random.Random, city: City) -> None:
    """Values, targets, terms, a tree, definitions, closings and overrides that changed again and again."""
    start = end_of(FIRST_DAY - dt.timedelta(days=30))
    for table in (Definition, Placement, SeriesTerm):
        table.objects.update(known_from=start)
    kpi = city.complaints
    for code in ("roads", "parks", "health"):
        for period in MONTHS:
            key = {"kpi": kpi, "department": city[code], "period": period}
            if rng.random() < 0.8:
                chain(rng, Measurement, key, lambda: {"value": float(rng.randint(0, 30))})
            if rng.random() < 0.4:
                chain(rng, SeriesTarget, key, lambda: {"target": float(rng.randint(5, 15))}, 2)
    quarter = {"kpi": kpi, "department": city["works"], "frequency": "quarter", "period": 2026 * 4}
    chain(rng, CellTarget, quarter, lambda: {"target": float(rng.randint(20, 60))}, 2)
    hold = {"status": "amber", "reason": "A burst main.", "expires_on": dt.date(2026, 7, 1)}
    chain(rng, StatusOverride, quarter, lambda: hold, 2)
    chain(rng, PeriodClosing, {"frequency": "month", "period": month(2026, 1)}, dict, 1)
    _redefined(rng, kpi)
    _moved(rng, city)
    _shortened(rng, city)


def _redefined(rng: random.Random, kpi: KPI) -> None:
    moment = moments(rng, 1)[0]
    row = Definition.objects.current().get(kpi=kpi)
    Definition.objects.filter(pk=row.pk).update(known_to=moment)
    row.pk, row.known_from, row.target, row.time_rollup = None, moment, 6.0, rng.choice(["sum", "mean"])
    row._state.adding = True
    row.save()


def _moved(rng: random.Random, city: City) -> None:
    """Parks goes to Health from April on; that becomes known on a day of its own."""
    moment, april = moments(rng, 1)[0], dt.date(2026, 4, 1)
    old = Placement.objects.current().get(department=city["parks"])
    health = Placement.objects.current().get(department=city["health"])
    Placement.objects.filter(pk=old.pk).update(known_to=moment)
    path = f"{health.path}{city['parks'].pk:07d}."
    for parent, where, valid in (
        (old.parent, old.path, (old.valid.lower, april)),
        (city["health"], path, (april, None)),
    ):
        Placement.objects.create(
            department=city["parks"], parent=parent, path=where, valid=valid, known_from=moment
        )


def _shortened(rng: random.Random, city: City) -> None:
    """Health's series turns out to have begun in February only."""
    moment = moments(rng, 1)[0]
    rows = SeriesTerm.objects.filter(series__kpi=city.complaints, series__department=city["health"])
    old = rows.get()
    rows.update(known_to=moment)
    SeriesTerm.objects.create(
        series=old.series, valid=(dt.date(2026, 2, 1), None), weight=old.weight, known_from=moment
    )


def cells(city: City, as_of: AsOf) -> dict[tuple[str, str, bool], list[Cell]]:
    """Every cell of the two KPIs over half a year, by months and quarters, in the period and to date."""
    rules = read_rules(None, as_of.known_at)
    departments = [city[code] for code in ("city", "works", "roads", "parks", "health")]
    wanted = [(department.pk, known) for department in departments for known in rules]
    found = {}
    for frequency, first in ((Frequency.MONTH, month(2025, 10)), (Frequency.QUARTER, 2025 * 4 + 3)):
        periods = [Period(frequency, first + n) for n in range(6 if frequency == Frequency.MONTH else 3)]
        rows = read_many(wanted, periods, calendar(), as_of.day, known_at=as_of.known_at)
        for (department, known), row in zip(wanted, rows, strict=True):
            found[f"{department} {known.kpi_id}", str(frequency), False] = list(row)
    monthly = [(department, known) for department, known in wanted if known.kpi_id == city.complaints.pk]
    periods = [Period(Frequency.MONTH, month(2026, 1) + n) for n in range(4)]
    rows = read_many(monthly, periods, calendar(), as_of.day, known_at=as_of.known_at, year_to_date=True)
    for (department, known), row in zip(monthly, rows, strict=True):
        found[f"{department} {known.kpi_id}", "month", True] = list(row)
    return found


def forget_what_came_after(moment: dt.datetime) -> None:
    """Leave only what was known at a moment, as it was known then."""
    for table in TABLES:
        table._default_manager.filter(known_from__gt=moment).delete()
        table._default_manager.filter(known_to__gt=moment).update(known_to=None)


@pytest.mark.parametrize("seed", range(8))
def test_a_past_day_shows_what_a_database_of_that_day_would_show(
    city: City, rng: random.Random, seed: int
) -> None:
    random_history(rng, city)
    day = FIRST_DAY + dt.timedelta(days=rng.randint(5, (LAST_DAY - FIRST_DAY).days))
    as_of = AsOf(day, end_of(day))

    past = cells(city, as_of)
    forget_what_came_after(end_of(day))
    roll_up_all(as_of=day)

    assert past == cells(city, AsOf(day))
    assert any(cell.value is not None for row in past.values() for cell in row)


@pytest.fixture
def restated(city: City) -> City:
    """Roads reported 20 for March on 5 April 2026 and corrected it to 30 on 4 May."""
    for table in (Definition, Placement, SeriesTerm):
        table.objects.update(known_from=end_of(dt.date(2026, 1, 1)))
    first, then = end_of(dt.date(2026, 4, 5)), end_of(dt.date(2026, 5, 4))
    key = {"kpi": city.complaints, "department": city["roads"], "period": month(2026, 3)}
    Measurement.objects.create(**key, value=20.0, known_from=first, known_to=then)
    Measurement.objects.create(**key, value=30.0, known_from=then, reason="Late forms added")
    roll_up_all(as_of=dt.date(2026, 6, 1))
    return city


def march(city: City, code: str, as_of: AsOf) -> Cell:
    """The cell of complaints for March."""
    known = read_rules([city.complaints.pk], as_of.known_at)
    wanted = [(city[code].pk, each) for each in known]
    periods = [Period(Frequency.MONTH, month(2026, 3))]
    return read_many(wanted, periods, calendar(), as_of.day, known_at=as_of.known_at)[0][0]


def test_a_value_is_restated_from_its_correction_on_and_for_all_above(restated: City) -> None:
    before, after = (AsOf(day, end_of(day)) for day in (dt.date(2026, 5, 3), dt.date(2026, 5, 4)))
    seen = [
        (code, cell.value, cell.restated)
        for code in ("roads", "works", "city", "health")
        for cell in (march(restated, code, before), march(restated, code, after))
    ]
    assert seen == [
        ("roads", 20.0, False),
        ("roads", 30.0, True),
        ("works", 20.0, False),
        ("works", 30.0, True),
        ("city", 20.0, False),
        ("city", 30.0, True),
        ("health", None, False),
        ("health", None, False),
    ]


def test_what_is_mended_before_it_is_due_is_no_restatement(restated: City) -> None:
    Definition.objects.filter(kpi=restated.complaints).update(due_days=40)
    assert not march(restated, "roads", AsOf(dt.date(2026, 6, 1))).restated


def test_a_formula_is_restated_where_a_value_it_is_made_of_is_however_deep(
    restated: City, django_assert_num_queries: Any
) -> None:
    """`yearly` is computed by the year, its input's input is reported by the month."""
    twice = create_kpi(by=None, code="twice", name="Twice", direction="up", formula="complaints * 2")
    yearly = create_kpi(by=None, code="yearly", name="Yearly", direction="up", formula="twice + budget")
    others = create_kpi(by=None, code="others", name="Others", direction="up", formula="budget * 2")
    known = {each.kpi_id: each for each in read_rules([twice.pk, yearly.pk, others.pk, restated.budget.pk])}
    months = [Period(Frequency.MONTH, month(2026, number)) for number in (2, 3, 4)]
    years = [Period(Frequency.YEAR, year) for year in (2025, 2026)]

    def marks(kpi: KPI, periods: list[Period]) -> dict[str, list[bool]]:
        wanted = [(restated[code].pk, known[kpi.pk]) for code in ("roads", "city", "health")]
        rows = read_many(wanted, periods, calendar(), dt.date(2026, 6, 1))
        found = zip(("roads", "city", "health"), rows, strict=True)
        return {code: [row[i].restated for i in range(len(periods))] for code, row in found}

    march, this_year = [False, True, False], [False, True]
    assert marks(twice, months) == {"roads": march, "city": march, "health": [False] * 3}
    assert marks(yearly, years) == {"roads": this_year, "city": this_year, "health": [False] * 2}
    assert not any(flag for flags in marks(others, years).values() for flag in flags)
    everything = [(restated["city"].pk, each) for each in known.values()]
    fiscal = calendar()
    with django_assert_num_queries(3):
        restated_periods(everything, [Window(Frequency.YEAR, 2025, 2026)] * 4, fiscal, False, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31.3.2026", "is no day"),
        ("20260331", "is no day"),
        ("2026-W09", "is no day"),
        ("2999-01-01", "is still to come"),
        ("1999-01-01", "Nothing was known on 1 January 1999 yet"),
    ],
)
def test_a_day_of_which_nothing_is_known_is_refused_in_words(city: City, text: str, message: str) -> None:
    with pytest.raises(AsOfError, match=message):
        read_as_of(text)


def test_today_is_the_present(city: City) -> None:
    today = timezone.localdate()
    assert (read_as_of(""), read_as_of(today.isoformat())) == (AsOf(today), AsOf(today))
