"""What helps somebody who enters a value: the one before it, and what they handed in already."""

from dataclasses import dataclass
from typing import Any

from core.errors import Refused
from core.ui.numbers import number_text
from kpis.approvals import pending, readable_by
from kpis.engine.frequency import Period
from kpis.intake.place import find_place
from kpis.models import KPI, Measurement
from kpis.previous_values import PreviousValue, previous_values
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text


@dataclass(frozen=True)
class Beside:
    """What stands beside the form: the value `before` with its note, and what `waits` for the period."""

    before: PreviousValue | None = None
    before_period: str = ""
    before_value: str = ""
    waits: Measurement | None = None


def read_beside(user: Any, kpi: KPI, department: str, period: str) -> Beside:
    """What is known beside the value of a department (code) and a period (text); nothing for unknown ones."""
    try:
        place = find_place(kpi.code, department, period)
    except Refused:
        return Beside()
    key = (place.kpi_id, place.department_id, place.period.ordinal)
    before = previous_values([key]).get(key)
    rows = pending().filter(kpi=key[0], department=key[1], period=key[2])
    waits = readable_by(user, rows).first()
    if before is None:
        return Beside(waits=waits)
    earlier = Period(place.period.frequency, before.period)
    return Beside(
        before,
        period_text(earlier, fiscal_calendar()),
        number_text(before.value, kpi.decimals),
        waits,
    )
