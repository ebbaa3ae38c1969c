"""Which period a page of a plan shows when nobody named one."""

import datetime as dt

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.wording import last_ended
from strategy.models import Plan

TOO_FINE = _("A scorecard goes by month, quarter, half-year or year: 2026-03, 2026-Q1, 2026-H1, 2026.")
# The newest value of each linked KPI is the end of its index: one look-up a KPI, however many values.
_SQL = """
SELECT k.frequency, max(k.newest) FROM (
  SELECT d.frequency, (SELECT max(m.period) FROM kpis_measurement m
    WHERE m.kpi_id = l.kpi_id AND m.known_to IS NULL AND NOT m.pending) AS newest
  FROM (SELECT DISTINCT l.kpi_id FROM strategy_objectivekpi l
    JOIN strategy_objective o ON o.id = l.objective_id
    WHERE o.plan_id = %s AND l.known_to IS NULL) l
  JOIN kpis_definition d ON d.kpi_id = l.kpi_id AND d.known_to IS NULL
) k WHERE k.newest IS NOT NULL GROUP BY k.frequency
"""


def default_period(plan: Plan, calendar: Calendar, today: dt.date) -> Period:
    """The last ended quarter; for a plan whose values end before it, the quarter or year of the newest one.

    So that a plan of the past opens on its numbers instead of on a page of late ones.
    """
    usual = last_ended(calendar, Frequency.QUARTER, today)
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [plan.pk])
        newest = [Period(Frequency(frequency), ordinal) for frequency, ordinal in cursor.fetchall()]
    if not newest:
        return usual
    latest = max(newest, key=calendar.end)
    if calendar.end(latest) >= _year_before(calendar.start(usual)):
        return usual
    coarser = latest.frequency if Frequency.QUARTER.is_finer_than(latest.frequency) else Frequency.QUARTER
    return calendar.containing(calendar.end(latest), coarser)


def _year_before(day: dt.date) -> dt.date:
    """A yearly value is held for about a year: until then the usual period still shows it."""
    return day - dt.timedelta(days=366)
