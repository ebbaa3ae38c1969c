"""What the KPI page draws and says of signals and of the year's end."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kpis.actions import (
    Entry,
    TargetEntry,
    add_benchmark,
    create_kpi,
    open_series,
    record_measurements,
    set_targets,
    split_baseline,
)
from kpis.actions.rollup import roll_up_dirty
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.projection import Decline, Declined, Goal, Projection
from kpis.engine.rules import KpiRules, TimeRollup
from kpis.engine.scoring import Direction
from kpis.engine.signals import Reading
from kpis.projection_wording import chance_text, declined_text, required_text
from kpis.projections import KpiProjection
from kpis.signal_readings import Said
from kpis.signal_wording import advice_of, signal_text
from kpis.signals import Signal
from kpis.store.rules import KnownRules
from tests.kpis.city import City

PAGE = "/performance/kpis/complaints/?department=health"
CALENDAR = Calendar()


def this_month() -> int:
    """The ordinal of the running month."""
    today = timezone.localdate()
    return today.year * 12 + today.month - 1


@pytest.fixture
def staff(client: Client, city: City) -> Client:
    """The strategy office; Health reported 10 and 14 in turn for two years, 60 last month."""
    values = [*[10.0, 14.0] * 12, 60.0]
    first = this_month() - len(values)
    rows = [Entry(city.complaints.pk, city["health"].pk, first + n, v) for n, v in enumerate(values)]
    record_measurements(by=city.staff, rows=rows)
    roll_up_dirty()
    client.force_login(city.staff)
    return client


def traces(context: Any) -> dict[str, Any]:
    return {each.get("name"): each for each in context["figure"]["data"] if each.get("name")}


def test_signals_are_diamonds_with_words_and_a_row_of_the_table(staff: Client) -> None:
    month = this_month() - 1
    context = staff.get(f"{PAGE}&period={month // 12}-{month % 12 + 1:02}").context
    actual = traces(context)["Actual"]
    assert actual["marker"]["symbol"] == ["circle"] * 24 + ["diamond"]
    assert actual["customdata"][-1].endswith("above the upper limit")
    assert [column.signal_word for column in context["columns"]][-2:] == ["", "High"]
    assert context["signal"] == Said(1, Reading.FIND_THE_CAUSE)


def test_natural_limits_are_a_band_with_its_numbers(staff: Client) -> None:
    context = staff.get(PAGE).context
    texts = [each["text"] for each in context["figure"]["layout"]["annotations"]]
    limits = context["signal_limits"]
    assert f"Natural limits {limits}" in texts
    fills = [each.get("fillcolor") for each in context["figure"]["layout"]["shapes"]]
    assert fills.count("var(--chart-limits)") == 1


def test_limits_are_stepped_where_a_baseline_begins_anew(staff: Client, city: City) -> None:
    month = this_month() - 12
    split_baseline(
        by=city.staff,
        kpi=city.complaints,
        department=city["health"],
        period=f"{month // 12}-{month % 12 + 1:02}",
        reason="A new register",
    )
    context = staff.get(PAGE).context
    fills = [each.get("fillcolor") for each in context["figure"]["layout"]["shapes"]]
    assert fills.count("var(--chart-limits)") == 2
    assert [row.split.reason for row in context["splits"]] == ["A new register"]


@pytest.mark.parametrize("view", ["month", "ytd"])
def test_the_projection_goes_on_to_the_years_end(staff: Client, view: str) -> None:
    context = staff.get(f"{PAGE}&frequency={view}").context
    fan = traces(context)["Projected"]
    december = Period(Frequency.MONTH, this_month() // 12 * 12 + 11)
    assert fan["x"][-1].startswith("December")
    assert context["figure"]["layout"]["xaxis"]["categoryarray"][-1] == fan["x"][-1]
    step = context["projection"].path[-1]
    expected = step.to_date if view == "ytd" else step.value
    assert fan["y"][-1] == pytest.approx(expected[0], rel=1e-5)
    assert december.ordinal >= this_month()


def test_a_longer_view_has_neither_limits_nor_projection(staff: Client) -> None:
    context = staff.get(f"{PAGE}&frequency=quarter").context
    assert "Projected" not in traces(context)
    assert (context["beside"].limits, context["beside"].signals) == ((), {})


def test_peers_are_crosses_in_their_periods(staff: Client, city: City) -> None:
    month = this_month() - 2
    period = f"{month // 12}-{month % 12 + 1:02}"
    add_benchmark(
        by=city.staff, kpi=city.complaints, peer="Quay", period=period, value=9.0, source="Yearbook"
    )
    add_benchmark(
        by=city.staff, kpi=city.complaints, peer="Quay", period="2020", value=90.0, source="Yearbook"
    )
    peers = traces(staff.get(PAGE).context)["Peers"]
    assert (peers["y"], len(peers["x"])) == ([9.0], 1)


def test_the_page_says_why_there_is_no_projection(staff: Client, city: City) -> None:
    page = staff.get("/performance/kpis/budget/?department=city")
    assert page.context["projection"] is None
    assert page.context["signal_too_few"] == "Too few points for natural limits: 0 of 8 years."
    assert page.context["projection_declined"] == (
        "There is no target for the whole year, so its end is not projected."
    )
    rows = [TargetEntry(city.budget.pk, city["city"].pk, this_month() // 12, target=6.0)]
    set_targets(by=city.staff, rows=rows)
    roll_up_dirty()
    assert staff.get("/performance/kpis/budget/").context["projection_declined"] == (
        "A projection needs 8 ended years; there are 0."
    )


def test_a_sum_with_targets_for_a_part_of_the_year_has_none_to_end_at(staff: Client, city: City) -> None:
    by = city.staff
    trees = create_kpi(
        by=by,
        code="trees",
        name="Trees",
        direction="up",
        frequency="month",
        time_rollup="sum",
        department_rollup="sum",
    )
    health, months = city["health"], range(this_month() - 12, this_month())
    open_series(by=by, kpi=trees, department=health)
    record_measurements(by=by, rows=[Entry(trees.pk, health.pk, month, 5.0) for month in months])
    year = [this_month() // 12 * 12 + n for n in range(12)]
    page = "/performance/kpis/trees/?department=health"

    def declined(targets: list[int]) -> str | None:
        set_targets(by=by, rows=[TargetEntry(trees.pk, health.pk, month, target=6.0) for month in targets])
        roll_up_dirty()
        return staff.get(page).context.get("projection_declined")

    part, whole = declined(year[:6]), declined(year[6:])
    assert part == "There is no target for the whole year, so its end is not projected."
    assert whole is None


def projection(rollup: TimeRollup, direction: Direction, required: float, so_far: float) -> Any:
    """A projection of a monthly KPI whose rest must bring `required`."""
    rules = KpiRules("k", Frequency.MONTH, direction, rollup)
    goal = Goal(direction, 100.0, 100.0)
    made = Projection(90.0, 80.0, 99.0, 0.725, goal, 4, 8, so_far, (required, required))
    year = Period(Frequency.YEAR, 2026)
    return KpiProjection(KnownRules(1, rules, 15), year, made, Period(Frequency.MONTH, 2026 * 12 + 4)), made


@pytest.mark.parametrize(
    ("rollup", "direction", "required", "text"),
    [
        ("sum", "up", 9.5, "Needs at least 9.5 a month for the rest of the year (so far 7.0)."),
        ("sum", "down", 9.5, "Needs at most 9.5 a month for the rest of the year (so far 7.0)."),
        ("sum", "up", -1.0, "Reached already, whatever the rest of the year brings."),
        ("sum", "down", -1.0, "Out of reach: the rest of the year would have to be below zero."),
        ("mean", "up", 9.5, "Needs at least 9.5 on average for the rest of the year (so far 7.0)."),
        ("last", "up", 100.0, "Needs at least 100 at the year's end."),
        ("max", "down", 100.0, "Needs at most 100 as the year's highest value."),
    ],
)
def test_what_the_rest_must_bring_is_said(rollup: str, direction: str, required: float, text: str) -> None:
    whole, made = projection(TimeRollup(rollup), Direction(direction), required, 7.0)
    assert required_text(whole, made, 1) == text


def test_what_can_hardly_be_reached_any_more_is_said_to_be_so() -> None:
    whole, made = projection(TimeRollup.MEAN, Direction.UP, 119.1, 84.0)
    assert required_text(whole, replace(made, probability=0.004), 1) == (
        "Hardly possible any more. Needs at least 119.1 on average for the rest of the year (so far 84.0)."
    )


def test_chances_are_said_in_whole_percent() -> None:
    _, made = projection(TimeRollup.SUM, Direction.UP, 9.0, 7.0)
    assert chance_text(made, 1) == "72 % likely to reach 100."


@pytest.mark.parametrize("why", list(Decline))
def test_every_reason_to_decline_has_words(why: Decline) -> None:
    assert declined_text(Declined(why, 5), Frequency.MONTH).endswith(".")


@pytest.mark.parametrize("reading", list(Reading))
def test_every_reading_has_advice(reading: Reading) -> None:
    assert advice_of(reading)


def test_signals_are_said_in_words() -> None:
    march, may = (Period(Frequency.MONTH, 2026 * 12 + n) for n in (2, 4))
    assert [
        signal_text(Signal(march, 1.0, 1, True, 1, march, True), CALENDAR),
        signal_text(Signal(may, 1.0, -1, True, 3, march, True), CALENDAR),
        signal_text(Signal(may, 1.0, -1, False, 9, march, True), CALENDAR),
    ] == [
        "March 2026: above the upper limit",
        "March 2026 to May 2026: below the lower limit",
        "9 in a row below the centre, March 2026 to May 2026",
    ]
