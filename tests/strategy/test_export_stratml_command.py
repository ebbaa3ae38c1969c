"""`manage.py export_stratml`, as people and scripts run it."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from strategy.models import Plan
from strategy.stratml.reader import read


def printed(*arguments: object) -> str:
    """What the command prints."""
    out = StringIO()
    call_command("export_stratml", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_it_prints_the_plan(plan: Plan) -> None:
    assert read(printed("h30").encode()).plan.name == "Harbour 2030"


def test_it_writes_a_file(plan: Plan, tmp_path: Path) -> None:
    file = tmp_path / "plan.xml"
    assert printed("H30", "-o", file) == f"Harbour 2030 → {file}\n"
    assert read(file.read_bytes()).plan.name == "Harbour 2030"


def test_an_unknown_plan_is_refused_by_name_with_those_that_exist(plan: Plan) -> None:
    with pytest.raises(CommandError, match=r"There is no plan 'h31'. There are: h30") as refused:
        printed("h31")
    assert refused.value.returncode == 2


def test_a_file_that_cannot_be_written_is_named(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written: Is a directory") as refused:
        printed("h30", "-o", tmp_path)
    assert refused.value.returncode == 2
