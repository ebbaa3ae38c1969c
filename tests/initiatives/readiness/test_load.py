"""Which departments are hit by how much in which quarter."""

import datetime as dt

import pytest

from initiatives.models import AffectedGroup, Initiative
from initiatives.readiness.load import ChangeCell, LoadLevel, change_load
from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar

FISCAL = Calendar()
FIRST = FISCAL.containing(dt.date(2026, 1, 1), Frequency.QUARTER)
QUARTERS = [FISCAL.shift(FIRST, step) for step in range(4)]


def group(
    initiative: int, department: int | None, impact: int | None, start: str = "", end: str = ""
) -> AffectedGroup:
    """A group of an initiative that lasts from one day to another; nothing is stored."""
    of = Initiative(
        pk=initiative,
        code=str(initiative),
        starts_on=dt.date.fromisoformat(start) if start else None,
        ends_on=dt.date.fromisoformat(end) if end else None,
    )
    return AffectedGroup(initiative=of, department_id=department, impact=impact)


def test_a_department_is_hit_from_the_start_to_the_end_of_an_initiative() -> None:
    groups = [
        group(1, 7, 3, "2026-03-31", "2026-07-01"),
        group(2, 7, 2, "2026-05-01", "2026-05-02"),
        group(3, None, 5, "2025-01-01", "2026-01-01"),
        group(4, 9, 5),
    ]
    load = change_load(groups, QUARTERS, FISCAL)
    counts = {key: [[each.pk for each in cell.initiatives] for cell in cells] for key, cells in load.items()}
    assert counts == {7: [[1], [1, 2], [1], []], None: [[3], [], [], []]}


@pytest.mark.parametrize(
    ("impacts", "level"),
    [
        ([], LoadLevel.NONE),
        ([5], LoadLevel.ONE),
        ([3, 4], LoadLevel.SEVERAL),
        ([4, 5], LoadLevel.MANY),
        ([None, 1, 1], LoadLevel.MANY),
    ],
)
def test_many_or_large_changes_at_once_are_much_to_ask(impacts: list[int | None], level: LoadLevel) -> None:
    cell = ChangeCell(tuple(group(place, 7, impact) for place, impact in enumerate(impacts, start=1)))
    assert cell.level == level


def test_two_groups_of_one_initiative_are_one_change() -> None:
    cell = ChangeCell((group(1, 7, 4), group(1, 7, 5)))
    assert (len(cell.initiatives), cell.impact, cell.level) == (1, 5, LoadLevel.ONE)
