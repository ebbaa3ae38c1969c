"""Values that wait, as pages show them: what would change, who entered it, what proves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kpis.approvals import pending, readable_by
from kpis.engine.frequency import Frequency, Period
from kpis.evidence import evidence_of
from kpis.models import KPI, Definition, Evidence, Measurement
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text

MOST = 50


@dataclass(frozen=True)
class WaitingRow:
    """A value that waits; `present` counts until it is approved, `own`: the reader entered it."""

    row: Measurement
    period: str
    period_code: str
    present: float | None
    change: float | None
    evidence: Sequence[Evidence]
    own: bool


def waiting_rows(user: Any, rows: Sequence[Measurement]) -> list[WaitingRow]:
    """The rows of `kpis.approvals.pending` with all that a decision asks for; three queries."""
    calendar = fiscal_calendar()
    definitions = Definition.objects.current().filter(kpi__in={row.kpi_id for row in rows})
    frequencies = dict(definitions.values_list("kpi", "frequency"))
    files = evidence_of(user, [(row.kpi_id, row.department_id, row.period) for row in rows])
    found = []
    for row in rows:
        period = Period(Frequency(frequencies[row.kpi_id]), row.period)
        present: float | None = vars(row)["present"]
        found.append(
            WaitingRow(
                row=row,
                period=period_text(period, calendar),
                period_code=calendar.format(period),
                present=present,
                change=None if present is None else row.value - present,
                evidence=files.get((row.kpi_id, row.department_id, row.period), ()),
                own=row.recorded_by_id == user.pk,
            )
        )
    return found


def waiting_in(user: Any, kpi: KPI, path: str, periods: tuple[int, int]) -> list[WaitingRow]:
    """What waits for native periods (first, last) at the department at `path` and below it.

    Shown to those who are near, see `kpis.near`.
    """
    waits: Any = pending()  # with the path, which the model itself does not know
    rows = readable_by(user, waits.filter(kpi=kpi, path__startswith=path, period__range=periods))
    return waiting_rows(user, list(rows.order_by("entered_at", "pk")[:MOST]))
