"""`manage.py import_stratml`, as people and scripts run it."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kpis.models import KPI, Measurement, SeriesTarget
from strategy.models import Plan
from tests.strategy.stratml import plans


def lines(*arguments: object) -> list[str]:
    """What the command prints."""
    out = StringIO()
    call_command("import_stratml", *map(str, arguments), stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small plan on disk."""
    file = tmp_path / "plan.xml"
    file.write_bytes(plans.plan(plans.goal(plans.objective(plans.indicator()))))
    return file


def test_its_last_line_is_the_code_of_the_plan(db: None, small: Path) -> None:
    printed = lines(small)

    assert printed[0] == "Harbour plan"
    assert printed[-1] == "plan: harbour-plan"
    assert [plan.code for plan in Plan.objects.all()] == ["harbour-plan"]


def test_a_dry_run_stores_nothing_and_says_so(db: None, small: Path) -> None:
    printed = lines(small, "--dry-run", "--code", "other")

    assert printed[-2:] == ["Dry run: nothing was stored.", "plan: other"]
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b"<StrategicPlan>", "not well-formed"), (b"<Plan/>", "no StratML")],
)
def test_a_refused_file_ends_with_exit_code_2(db: None, tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "bad.xml"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=reason) as ended:
        lines(file)

    assert ended.value.returncode == 2
    assert "bad.xml is refused, nothing was stored." in str(ended.value)


def test_a_second_import_of_the_same_plan_ends_with_exit_code_2(db: None, small: Path) -> None:
    lines(small)
    with pytest.raises(CommandError, match="code harbour-plan already") as ended:
        lines(small)

    assert ended.value.returncode == 2


def test_a_file_that_is_not_there_ends_with_exit_code_2(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read") as ended:
        lines(tmp_path / "none.xml")

    assert ended.value.returncode == 2


@pytest.mark.shared_data
def test_the_large_report_becomes_104_kpis_with_their_targets_and_measurements(
    db: None, shared_data: Path
) -> None:
    printed = lines(shared_data / "stratml" / "albania.xml")

    assert (
        printed[1] == "2 priorities, 12 objectives, 104 KPIs, 2392 targets, 2278 measurements, 0 stakeholders"
    )
    assert (KPI.objects.count(), SeriesTarget.objects.count(), Measurement.objects.count()) == (
        104,
        2392,
        2278,
    )


@pytest.mark.shared_data
@pytest.mark.parametrize("name", ["ncses_part1", "sc_commerce_2023", "smlc_2011"])
def test_the_other_real_plans_import(db: None, shared_data: Path, name: str) -> None:
    printed = lines(shared_data / "stratml" / f"{name}.xml", "--code", name)

    assert printed[-1] == f"plan: {name}"
    assert Plan.objects.get().objectives.count() > 5


@pytest.mark.shared_data
@pytest.mark.parametrize("name", ["not_well_formed", "wrong_structure", "unknown_dialect"])
def test_the_files_to_be_refused_are_refused(db: None, shared_data: Path, name: str) -> None:
    with pytest.raises(CommandError) as ended:
        lines(shared_data / "stratml" / f"reject_{name}.xml")

    assert ended.value.returncode == 2
    assert not Plan.objects.exists()
