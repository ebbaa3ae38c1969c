"""Letting what was just stored be known since an earlier moment, as if it had been stored then.

Only for the demonstration, whose three years have to be readable as of any day in them.
"""

import datetime as dt
from collections.abc import Sequence

from django.db import connection
from psycopg2.extras import execute_values

from kpis.actions import Entry

_DATED = (
    "org_placement",
    "kpis_baselinesplit",
    "kpis_definition",
    "kpis_periodclosing",
    "kpis_statusoverride",
    "kpis_seriesterm",
    "kpis_seriestarget",
    "strategy_perspectiveweight",
    "strategy_objectiveplacement",
    "strategy_objectivekpi",
    "strategy_causeeffect",
)


def known_since(moment: dt.datetime, *, stored_after: dt.datetime) -> None:
    """What was stored or closed after a moment counts as stored or closed at another, earlier one."""
    with connection.cursor() as cursor:
        for table in _DATED:
            # What was closed first: the rows that follow it must never overlap it.
            for column in ("known_to", "known_from"):
                cursor.execute(
                    f"UPDATE {table} SET {column} = %s WHERE {column} >= %s",
                    [moment, stored_after],
                )


def corrected_when_known(corrections: Sequence[Entry]) -> None:
    """Corrections count as made when they became known, and what they correct as known until then.

    Outside the demonstration a correction is known from the moment it is recorded.
    """
    rows = [(each.kpi_id, each.department_id, each.period, each.known_since) for each in corrections]
    with connection.cursor() as cursor:
        for statement in (_UNTIL, _FROM):
            execute_values(cursor.cursor, statement, rows, template="(%s, %s, %s, %s::timestamptz)")


_KEY = "(m.kpi_id, m.department_id, m.period) = (c.kpi_id, c.department_id, c.period)"
_UNTIL = f"""
UPDATE kpis_measurement m SET known_to = c.moment
FROM (VALUES %s) c (kpi_id, department_id, period, moment) WHERE {_KEY} AND m.known_to IS NOT NULL
"""
_FROM = f"""
UPDATE kpis_measurement m SET known_from = c.moment
FROM (VALUES %s) c (kpi_id, department_id, period, moment) WHERE {_KEY} AND m.known_to IS NULL
"""
_ENTERED = "UPDATE kpis_measurement SET entered_at = known_from WHERE entered_at >= %(moment)s"


def entered_when_known(*, stored_after: dt.datetime) -> None:
    """Values were entered when they became known."""
    with connection.cursor() as cursor:
        cursor.execute(_ENTERED, {"moment": stored_after})
