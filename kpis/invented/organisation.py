"""Departments in four levels, KPIs, series, and a value and a target for every series and month."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pgtrigger
from django.db import connection, transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from kpis.actions.series import FAR_PAST
from kpis.engine.frequency import Frequency
from kpis.enums import DepartmentRollup, Direction, TimeRollup
from kpis.invented.values import add_values
from kpis.models import KPI, Definition
from kpis.queries import calendar as fiscal_calendar
from org.models import Department, Placement

_SHARES = (1 / 5, 1 / 4)  # sections to a leaf, divisions to a section
_SERIES = "INSERT INTO kpis_series (kpi_id, department_id) SELECT k, d FROM unnest(%s) k, unnest(%s) d"
_TERMS = """
INSERT INTO kpis_seriesterm (series_id, valid, weight, known_from)
SELECT id, daterange(%s, NULL), 1, now() FROM kpis_series
"""


@dataclass(frozen=True)
class Invented:
    """What was stored: ids, and the months that have values, by ordinal."""

    kpis: list[int]
    leaves: list[int]
    months: range

    @property
    def values(self) -> int:
        """How many measurements there are."""
        return len(self.kpis) * len(self.leaves) * len(self.months)


@transaction.atomic
def invent(*, kpis: int, departments: int, months: int, last: dt.date) -> Invented:
    """Store an invented organisation; always the same for the same numbers.

    `departments`: how many report, all leaves in four levels. `months`: up to the one that holds `last`.
    Raises Refused where there is an organisation already.
    """
    if Department.objects.exists() or KPI.objects.exists():
        raise Refused(_("This database holds an organisation already: name an empty one."))
    leaves = _add_tree(departments)
    kpi_ids = _add_kpis(kpis)
    with connection.cursor() as cursor:
        # Without history, which takes longer with each row of a transaction: minutes for 200,000 series.
        with pgtrigger.ignore("kpis.Series:insert_insert"):
            cursor.execute(_SERIES, [kpi_ids, leaves])
        cursor.execute(_TERMS, [FAR_PAST])
        end = fiscal_calendar().containing(last, Frequency.MONTH).ordinal
        span = range(end - months + 1, end + 1)
        add_values(cursor, kpi_ids, leaves, span)
    return Invented(kpi_ids, leaves, span)


def _add_tree(leaves: int) -> list[int]:
    """Four levels: the top, divisions, sections, leaves; returns the ids of the leaves."""
    sections = max(1, round(leaves * _SHARES[0]))
    divisions = max(1, round(sections * _SHARES[1]))
    above: list[Placement] = []
    for level, count in enumerate((1, divisions, sections, leaves)):
        above = _add_level(level, count, above)
    return [placement.department_id for placement in above]


def _add_level(level: int, count: int, above: Sequence[Placement]) -> list[Placement]:
    """Departments spread evenly under those of the level above."""
    added = Department.objects.bulk_create(
        Department(code=f"unit-{level}-{number:04}", name=f"Unit {level}.{number}") for number in range(count)
    )
    placements = []
    for number, department in enumerate(added):
        parent = above[number * len(above) // count] if above else None
        path = (parent.path if parent else "") + f"{department.pk:07}."
        parent_id = parent.department_id if parent else None
        placements.append(
            Placement(department=department, parent_id=parent_id, path=path, valid=(FAR_PAST, None))
        )
    return Placement.objects.bulk_create(placements)


def _add_kpis(count: int) -> list[int]:
    """Monthly KPIs of every direction and of the usual rollups."""
    kpis = KPI.objects.bulk_create(
        KPI(code=f"kpi-{number:04}", name=f"Measure {number}", unit="cases") for number in range(count)
    )
    Definition.objects.bulk_create(
        Definition(
            kpi=kpi,
            frequency=Frequency.MONTH,
            direction=Direction.DOWN if number % 2 else Direction.UP,
            time_rollup=TimeRollup.MEAN if number % 3 == 2 else TimeRollup.SUM,
            department_rollup=DepartmentRollup.MEAN if number % 5 == 4 else DepartmentRollup.SUM,
        )
        for number, kpi in enumerate(kpis)
    )
    return [kpi.pk for kpi in kpis]
