"""A value that has been checked and can be stored."""

import datetime as dt
from typing import NamedTuple


class Entry(NamedTuple):
    """A checked value of a series for one native period (by ordinal); see `kpis.intake` for the checks."""

    kpi_id: int
    department_id: int
    period: int
    value: float
    note: str = ""
    reason: str = ""
    external_id: str = ""
    known_since: dt.datetime | None = None


ENTRY_COLUMNS = [
    ("kpi_id", "bigint"),
    ("department_id", "bigint"),
    ("period", "int"),
    ("value", "float8"),
    ("note", "text"),
    ("reason", "text"),
    ("external_id", "text"),
    ("known_since", "timestamptz"),
]
"""The columns of an entry, for staging."""
