"""What the demonstration shows of the life of a value: some wait, one went back, quarters are closed."""

import datetime as dt

from django.utils import timezone

from kpis.actions import (
    Entry,
    add_evidence,
    approve_values,
    change_kpi,
    close_period,
    record_measurements,
    reopen_period,
    return_values,
)
from kpis.engine.frequency import Frequency, Period
from kpis.models import KPI, Measurement, PeriodClosing
from kpis.queries import calendar as fiscal_calendar
from org.models import User
from smo.demo.backdating import known_since
from smo.demo.people import Departments, People

# KPIs whose values count once somebody else has approved them.
APPROVED = ("cycle-lanes", "sick-days")
CSV = b"month,days,staff\nlate notes of the ferry crews,9,4\nNorthgate night shift,3,2\n"
TXT = b"Surveyed on foot, 2 km at the harbour measured twice and taken out again.\n"


def ask_for_approval(kpis: dict[str, KPI], departments: Departments, people: People) -> None:
    """Let two KPIs ask for approval, with corrections that wait, were returned and were approved."""
    for code in APPROVED:
        change_kpi(by=people["smo"], kpi=kpis[code], approval_needed=True)
    steward, head, office = people["contributor"], people["head"], people["smo"]
    lanes, sick, transport = kpis["cycle-lanes"], kpis["sick-days"], departments["transport"].pk
    latest, _before, earlier = _latest(lanes, transport, 3)
    _correct(steward, earlier, 1.5, "Section on the quay opened in time")
    approve_values(by=head, rows=_waiting(lanes))
    _correct(steward, latest, 4, "New survey")
    return_values(
        by=head, rows=_waiting(lanes), comment="Is the harbour stretch counted twice? Attach the survey."
    )
    for number, value in enumerate(_latest(sick, transport, 2)):
        _correct(steward, value, 0.3 * (number + 1), "Late sick notes")
    _correct(office, _latest(sick, departments["harbour"].pk, 1)[0], -0.2, "Two people counted twice")
    _attach(steward, latest, "survey.txt", TXT)
    _attach(steward, _latest(sick, transport, 1)[0], "late-notes.csv", CSV)


def close_quarters(people: People, today: dt.date) -> None:
    """Close the quarters before the last one that ended; one was opened again for a while."""
    calendar, office = fiscal_calendar(), people["smo"]
    running = calendar.containing(today, Frequency.QUARTER)
    for back in range(11, 1, -1):
        period = calendar.shift(running, -back)
        closing = _on(_noon(calendar.end(period), 25), office, period)
        if back == 3:
            changed = timezone.now()
            reopen_period(by=office, closing=closing, reason="The harbour's figures came late.")
            known_since(_noon(calendar.end(period), 32), stored_after=changed)
            _on(_noon(calendar.end(period), 35), office, period)


def _on(moment: dt.datetime, by: User, period: Period) -> PeriodClosing:
    """Close a period as of a moment in the past."""
    changed = timezone.now()
    closing = close_period(by=by, frequency=period.frequency, period=period.ordinal)
    known_since(moment, stored_after=changed)
    return closing


def _noon(day: dt.date, days: int) -> dt.datetime:
    later = day + dt.timedelta(days=days)
    return dt.datetime.combine(later, dt.time(12), tzinfo=timezone.get_current_timezone())


def _latest(kpi: KPI, department: int, count: int) -> list[Measurement]:
    """The latest values that count, the latest first."""
    rows = Measurement.objects.current().filter(kpi=kpi, department=department, pending=False)
    return list(rows.order_by("-period")[:count])


def _waiting(kpi: KPI) -> list[int]:
    rows = Measurement.objects.current().filter(kpi=kpi, pending=True)
    return list(rows.values_list("pk", flat=True))


def _correct(by: User, value: Measurement, difference: float, reason: str) -> None:
    corrected = round(value.value + difference, 2)
    entry = Entry(value.kpi_id, value.department_id, value.period, corrected, value.note, reason)
    record_measurements(by=by, rows=[entry])


def _attach(by: User, value: Measurement, name: str, content: bytes) -> None:
    add_evidence(
        by=by,
        kpi=value.kpi,
        department=value.department,
        period=value.period,
        name=name,
        content=content,
    )
