"""From an indicator of a file to a KPI: frequency, periods, and what does not count."""

from datetime import date, timedelta

import pytest

from kpis.engine.periods import Calendar, Frequency, Period
from strategy.stratml.document import Remark
from strategy.stratml.indicators import KpiReading, KpiReadings, PeriodValue, read_kpis
from strategy.stratml.reader import read
from strategy.stratml.units import Unit, UnitKind
from tests.strategy.stratml.plans import baseline, goal, indicator, objective, plan, result, with_indicator

DIRECTION = Remark(
    None, "StratML does not say whether more or less is wanted: every KPI is read as higher is better."
)
YEAR_2023 = Period(Frequency.YEAR, 2023)
YEAR_2024 = Period(Frequency.YEAR, 2024)


def readings(data: bytes, calendar: Calendar | None = None) -> KpiReadings:
    return read_kpis(read(data), calendar or Calendar())


def only_kpi(data: bytes, calendar: Calendar | None = None) -> KpiReading:
    (kpi,) = readings(data, calendar).kpis
    return kpi


def year(kind: str, number: str, more: str = "", of: int = 2024) -> str:
    return result(kind, f"{of}-01-01", f"{of}-12-31", number, more)


def actuals(kpi: KpiReading) -> dict[Period, float]:
    return {one.period: one.value for one in kpi.actuals}


def test_it_reads_a_kpi_whole() -> None:
    more = "<SequenceIndicator>1.1</SequenceIndicator><OtherInformation>Port log</OtherInformation>"
    noted = year("Actual", "4", "<Description>Fewer.</Description>")
    document = read(
        plan(goal(objective(indicator([year("Target", "5") + noted], unit="Percent", more=more))))
    )
    expected = KpiReading(
        name="Collisions",
        objective=0,
        indicator=document.indicators[0][1],
        unit=Unit(UnitKind.PERCENT, "%", "Percent"),
        frequency=Frequency.YEAR,
        targets=(PeriodValue(YEAR_2024, 5.0, "", 1),),
        actuals=(PeriodValue(YEAR_2024, 4.0, "Fewer.", 1),),
        extra={
            "sequence": "1.1",
            "unit": "Percent",
            "other_information": "Port log",
        },
    )
    assert read_kpis(document, Calendar()) == KpiReadings((expected,), (DIRECTION,))


@pytest.mark.parametrize(
    ("span", "frequency"),
    [
        (7, Frequency.WEEK),
        (28, Frequency.MONTH),
        (31, Frequency.MONTH),
        (90, Frequency.QUARTER),
        (92, Frequency.QUARTER),
        (184, Frequency.HALF),
        (365, Frequency.YEAR),
        (366, Frequency.YEAR),
        (1827, Frequency.YEAR),
    ],
)
def test_it_infers_the_frequency_from_the_length_of_the_ranges(span: int, frequency: Frequency) -> None:
    start = date(2024, 1, 1)
    end = start + timedelta(days=span - 1)
    assert only_kpi(with_indicator(result("Actual", str(start), str(end), "1"))).frequency == frequency


def test_it_follows_the_frequency_most_results_have() -> None:
    months = [result("Actual", f"2024-0{n}-01", f"2024-0{n}-28", str(n)) for n in (1, 2)]
    kpi = only_kpi(with_indicator(*months, year("Target", "9")))
    assert (kpi.frequency, actuals(kpi)) == (
        Frequency.MONTH,
        {Period(Frequency.MONTH, 2024 * 12): 1.0, Period(Frequency.MONTH, 2024 * 12 + 1): 2.0},
    )


def test_it_takes_the_finer_of_two_frequencies_equally_often_met() -> None:
    quarter = result("Actual", "2024-01-01", "2024-03-31", "1")
    assert only_kpi(with_indicator(year("Target", "9"), quarter)).frequency == Frequency.QUARTER
    assert only_kpi(with_indicator(quarter, year("Target", "9"))).frequency == Frequency.QUARTER


def test_it_measures_single_days_by_the_distance_between_them() -> None:
    days = [result("Actual", day, day, "1") for day in ("2024-03-31", "2024-06-30", "2024-09-30")]
    assert only_kpi(with_indicator(*days)).frequency == Frequency.QUARTER
    assert only_kpi(with_indicator(days[0])).frequency == Frequency.YEAR


def test_it_takes_a_year_where_no_range_tells() -> None:
    only_ends = [result("Actual", "", day, "1") for day in ("2024-03-31", "2024-04-30")]
    assert only_kpi(with_indicator(*only_ends)).frequency == Frequency.YEAR
    assert only_kpi(with_indicator()).frequency == Frequency.YEAR


def test_it_places_a_result_by_its_end_else_by_its_start() -> None:
    data = with_indicator(
        result("Actual", "2022-07-01", "2023-06-30", "1"), result("Actual", "2024-02-01", "", "2")
    )
    assert actuals(only_kpi(data)) == {YEAR_2023: 1.0, YEAR_2024: 2.0}


def test_it_places_a_result_in_the_fiscal_year_that_holds_its_end() -> None:
    data = with_indicator(result("Actual", "2022-07-01", "2023-06-30", "1"))
    assert actuals(only_kpi(data, Calendar(first_month=7))) == {YEAR_2023: 1.0}
    assert actuals(only_kpi(data, Calendar(first_month=4))) == {YEAR_2024: 1.0}


def test_it_keeps_dates_that_are_not_those_of_the_period() -> None:
    kpi = only_kpi(with_indicator(result("Target", "2024-07-01", "2024-06-30", "5")))
    detail = {"kind": "target", "instance": 0, "period": "2024", "start": "2024-07-01", "end": "2024-06-30"}
    assert kpi.extra["results"] == [detail]


def test_it_sets_aside_an_undated_result_with_a_remark() -> None:
    found = readings(with_indicator(result("Target", "", "", "5")))
    said = "A result of “Collisions” has no date; it is kept with the plan and counts nowhere."
    assert found.warnings == (DIRECTION, Remark(1, said))
    assert (found.kpis[0].targets, found.kpis[0].extra["set_aside"]) == (
        (),
        [{"reason": "undated", "kind": "target", "instance": 0, "number": 5.0}],
    )


def test_it_lets_the_last_of_several_results_in_a_period_count() -> None:
    found = readings(
        with_indicator(year("Actual", "1") + "\n" + year("Actual", "2"), "\n" + year("Actual", "3"))
    )
    kept = (
        "“Collisions” has several values for 2024: the one on line %d counts, this one is kept with the plan."
    )
    assert actuals(found.kpis[0]) == {YEAR_2024: 3.0}
    assert found.warnings == (DIRECTION, Remark(1, kept % 2), Remark(2, kept % 3))
    aside = {"reason": "replaced", "kind": "actual", "start": "2024-01-01", "end": "2024-12-31"}
    assert found.kpis[0].extra["set_aside"] == [
        {**aside, "instance": 0, "number": 1.0},
        {**aside, "instance": 0, "number": 2.0},
    ]


def test_it_never_lets_a_result_without_a_number_replace_one_with_a_number() -> None:
    data = with_indicator(year("Actual", "1") + year("Actual", "[To be determined]"))
    assert actuals(only_kpi(data)) == {YEAR_2024: 1.0}


def test_it_keeps_zero() -> None:
    assert actuals(only_kpi(with_indicator(year("Actual", "0")))) == {YEAR_2024: 0.0}


def test_it_sets_baselines_aside_and_says_so_once() -> None:
    marked = year("Actual", "7", baseline())
    core = goal(objective(indicator([marked]) + "\n" + indicator([marked, year("Actual", "8")])))
    found = readings(plan(core))
    said = "2 baselines are kept with the plan; they are no results of a period. This is the first."
    assert [actuals(kpi) for kpi in found.kpis] == [{}, {YEAR_2024: 8.0}]
    assert found.warnings == (DIRECTION, Remark(1, said))
    assert found.kpis[0].extra["set_aside"] == [
        {
            "reason": "baseline",
            "kind": "actual",
            "instance": 0,
            "start": "2024-01-01",
            "end": "2024-12-31",
            "number": 7.0,
            "descriptors": [["Status", "Baseline"]],
        }
    ]


def test_it_counts_a_target_marked_as_a_baseline_unless_there_is_another() -> None:
    marked = year("Target", "7", baseline("Annual Baseline"))
    alone = only_kpi(with_indicator(marked))
    with_another = only_kpi(with_indicator(year("Target", "8"), marked))
    assert [one.value for one in alone.targets] == [7.0]
    assert [one.value for one in with_another.targets] == [8.0]


def test_it_names_an_unnamed_indicator_after_its_objective() -> None:
    found = readings(with_indicator(dimension=""))
    said = "An indicator says not what it measures; it is named after its objective “Fewer accidents”."
    assert (found.kpis[0].name, found.warnings[1]) == ("Fewer accidents", Remark(1, said))


def test_it_points_each_kpi_at_its_objective() -> None:
    core = goal(objective(indicator())) + goal(objective() + objective(indicator() + indicator()))
    assert [kpi.objective for kpi in readings(plan(core)).kpis] == [0, 2, 2]


def test_it_says_nothing_about_directions_where_there_is_no_kpi() -> None:
    assert readings(plan(goal())) == KpiReadings((), ())
