"""Finding the values that wait, by what rows name: a KPI, a department, a period and the value seen there."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from core.errors import Conflict, Refused
from kpis.intake.rows import RowChecker
from kpis.intake.world import read_world
from kpis.models import Measurement

Key = tuple[int, int, int]


class SeenValue(NamedTuple):
    """A value that waits, as somebody has read it; `line` is for rows of files, which name none."""

    kpi: str
    department: str
    period: str
    value: float
    line: int | None = None


def find_waiting(rows: Sequence[SeenValue]) -> list[int]:
    """The ids of the values that wait, in the order of the rows; two queries beside the world's.

    Raises Refused for a row that names nothing, Conflict where nothing or another value waits there.
    """
    checker = RowChecker(read_world(row.kpi for row in rows))
    keys = [_key(checker, position, row) for position, row in enumerate(rows)]
    if checker.faults:
        raise Refused(checker.sorted_faults())
    waiting = _waiting([key for key in keys if key is not None]) if keys else {}
    found = []
    for key, row in zip(keys, rows, strict=True):
        pk, value = waiting.get(key or (0, 0, 0), (0, None))
        if value != row.value:
            where = {"kpi": row.kpi, "department": row.department, "period": row.period}
            reason = _("Of %(kpi)s, %(department)s, %(period)s this value does not wait (any more).")
            raise Conflict(reason % where)
        found.append(pk)
    return found


def _key(checker: RowChecker, position: int, row: SeenValue) -> Key | None:
    kpi, department = checker.kpi(position, row), checker.department(position, row)
    period = checker.period(position, row, kpi) if kpi else None
    return (kpi.id, department.id, period.period.ordinal) if kpi and department and period else None


def _waiting(keys: Sequence[Key]) -> dict[Key, tuple[int, float]]:
    kpis, departments, periods = (set(each) for each in zip(*keys, strict=True))
    rows = Measurement.objects.current().filter(
        pending=True, kpi__in=kpis, department__in=departments, period__in=periods
    )
    return {
        (kpi, department, period): (pk, value)
        for pk, kpi, department, period, value in rows.values_list(
            "pk", "kpi_id", "department_id", "period", "value"
        )
    }
