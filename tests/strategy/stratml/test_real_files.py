"""Real plans beside the repository; skipped where they are absent."""

import json
import os
from pathlib import Path

import pytest

from kpis.engine.periods import Calendar, Frequency
from strategy.stratml.document import Counts
from strategy.stratml.errors import StratmlError
from strategy.stratml.indicators import read_kpis
from strategy.stratml.reader import read
from strategy.stratml.units import UnitKind

BESIDE = Path(__file__).parents[3].parent / "shared" / "data"
FILES = Path(os.environ.get("SMO_SHARED_DATA", BESIDE)) / "stratml"

pytestmark = [
    pytest.mark.shared_data,
    pytest.mark.skipif(not FILES.is_dir(), reason="the real StratML files are absent (set SMO_SHARED_DATA)"),
]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("albania.xml", Counts(2, 12, 104, 2392, 0)),
        ("sc_commerce_2023.xml", Counts(5, 11, 28, 28, 49)),
        ("smlc_2011.xml", Counts(3, 10, 11, 11, 55)),
        ("ncses_part1.xml", Counts(4, 6, 0, 0, 52)),
    ],
)
def test_it_reads_a_real_plan(name: str, counts: Counts) -> None:
    document = read((FILES / name).read_bytes())
    kpis = read_kpis(document, Calendar()).kpis
    assert (document.counts, len(kpis)) == (counts, counts.indicators)
    assert json.loads(json.dumps([kpi.extra for kpi in kpis])) == [kpi.extra for kpi in kpis]
    assert all(one.title for one in (*document.plan.goals, *document.objectives)) or name.startswith("ncses")


def test_it_reads_every_dated_number_of_the_large_report() -> None:
    document = read((FILES / "albania.xml").read_bytes())
    found = read_kpis(document, Calendar())
    values = sum(len(kpi.targets) for kpi in found.kpis), sum(len(kpi.actuals) for kpi in found.kpis)
    assert (values, len(document.warnings), len(found.warnings)) == ((2392, 2278), 0, 1)
    assert {(kpi.frequency, kpi.unit.kind) for kpi in found.kpis} == {(Frequency.YEAR, UnitKind.SCORE)}


def test_it_counts_the_targets_and_not_the_baselines_of_the_accountability_report() -> None:
    document = read((FILES / "sc_commerce_2023.xml").read_bytes())
    found = read_kpis(document, Calendar())
    periods = {(one.period.frequency, one.period.ordinal) for kpi in found.kpis for one in kpi.targets}
    assert periods == {(Frequency.YEAR, 2023)}
    assert [len(kpi.targets) for kpi in found.kpis] == [1] * 28
    assert [kpi.actuals for kpi in found.kpis] == [()] * 28
    assert sum("after its end" in remark.message for remark in document.warnings) == 3


@pytest.mark.parametrize(
    ("name", "line", "reason"),
    [
        ("reject_not_well_formed.xml", 5, "not well-formed XML"),
        ("reject_wrong_structure.xml", 3, "<StrategicPlanCore> with at least one <Goal> is expected"),
        (
            "reject_unknown_dialect.xml",
            3,
            "<OrganizationalStrategyDocument> in “http://schemas.stratml.us/3.5”",
        ),
    ],
)
def test_it_refuses_a_file_for_the_right_reason(name: str, line: int, reason: str) -> None:
    with pytest.raises(StratmlError) as caught:
        read((FILES / name).read_bytes())
    assert (caught.value.line, reason in caught.value.message) == (line, True)


@pytest.mark.parametrize("name", ["smlc_2011.xml", "sc_commerce_2023.xml"])
def test_it_refuses_a_real_plan_that_was_cut_off_anywhere(name: str) -> None:
    data = (FILES / name).read_bytes().rstrip()
    for length in range(0, len(data) - 1, 997):
        with pytest.raises(StratmlError):
            read(data[:length])
