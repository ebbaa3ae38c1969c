"""The floor of a full rollup: COPY out of its inputs and COPY in of the bytes it stores, and nothing else."""

import io
import os
from pathlib import Path

from django.db import connection, transaction

_INPUTS = (
    """SELECT kpi_id, department_id, period, value FROM kpis_measurement
    WHERE known_to IS NULL AND NOT pending""",
    """SELECT kpi_id, department_id, period, target, red_line, best, worst FROM kpis_seriestarget
    WHERE known_to IS NULL""",
)
_TABLE = "bench_floor"
_OPTIONS = "SELECT array_to_string(reloptions, ', ') FROM pg_class WHERE relname = 'kpis_cellyear'"


def make_table() -> None:
    """A table like that of the cells, empty; without its foreign keys."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {_TABLE}")
        cursor.execute(f"CREATE TABLE {_TABLE} (LIKE kpis_cellyear INCLUDING ALL)")
        cursor.execute(_OPTIONS)
        cursor.execute(f"ALTER TABLE {_TABLE} SET ({cursor.fetchone()[0]})")


def stored_bytes() -> bytes:
    """The cells that are stored now, as binary COPY has them."""
    buffer = io.BytesIO()
    with connection.cursor() as cursor:
        cursor.copy_expert("COPY kpis_cellyear TO STDOUT (FORMAT binary)", buffer)
    return buffer.getvalue()


@transaction.atomic
def copy_out_and_in(stored: bytes) -> None:
    """The floor itself."""
    with connection.cursor() as cursor, Path(os.devnull).open("wb") as nowhere:
        for query in _INPUTS:
            cursor.copy_expert(f"COPY ({query}) TO STDOUT (FORMAT binary)", nowhere)
        cursor.copy_expert(f"COPY {_TABLE} FROM STDIN (FORMAT binary)", io.BytesIO(stored), 1 << 18)


def empty() -> None:
    """Forget what the last run stored."""
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {_TABLE}")
