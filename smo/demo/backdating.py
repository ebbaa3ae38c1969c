"""Letting what was just stored be known since an earlier moment, as if it had been stored then.

Only for the demonstration, whose three years have to be readable as of any day in them.
"""

import datetime as dt

from django.db import connection

_DATED = (
    "org_placement",
    "kpis_definition",
    "kpis_seriesterm",
    "kpis_seriestarget",
    "strategy_perspectiveweight",
    "strategy_objectiveplacement",
    "strategy_objectivekpi",
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


_CLOSE = """
UPDATE kpis_measurement old SET known_to = new.known_from FROM kpis_measurement new
WHERE (old.kpi_id, old.period, old.department_id) = (new.kpi_id, new.period, new.department_id)
  AND old.known_to >= %(moment)s AND new.known_to IS NULL AND new.entered_at >= %(moment)s
"""
_ENTERED = "UPDATE kpis_measurement SET entered_at = known_from WHERE entered_at >= %(moment)s"


def entered_when_known(*, stored_after: dt.datetime) -> None:
    """Values were entered, and corrected ones superseded, when they became known."""
    with connection.cursor() as cursor:
        cursor.execute(_CLOSE, {"moment": stored_after})
        cursor.execute(_ENTERED, {"moment": stored_after})
