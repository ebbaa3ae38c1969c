"""Bulk writes: COPY into a staging table, then statements on sets."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

# Advisory locks are pairs of a class and a KPI: rollups and writers of values do not wait for each other.
ROLLUP_LOCK = 7301
WRITE_LOCK = 7302


def stage(cursor: Any, table: str, columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]]) -> None:
    """Make a temporary table that ends with the transaction and COPY rows into it; None is NULL."""
    cursor.execute(f"DROP TABLE IF EXISTS {table}")
    cursor.execute(f"CREATE TEMP TABLE {table} ({', '.join(f'{n} {t}' for n, t in columns)}) ON COMMIT DROP")
    buffer = io.StringIO()
    # QUOTE_NOTNULL would tell None from ""; before Python 3.12 a marker has to.
    writer = csv.writer(buffer)
    writer.writerows([["\\N" if cell is None else cell for cell in row] for row in rows])
    buffer.seek(0)
    names = ", ".join(name for name, _ in columns)
    cursor.copy_expert(f"COPY {table} ({names}) FROM STDIN (FORMAT csv, NULL '\\N')", buffer)


def lock_kpis(cursor: Any, lock_class: int, kpi_ids: Iterable[int]) -> None:
    """Take the KPIs' locks, in sorted order so that two takers never wait for each other in a circle.

    A statement of its own before anything is read: what is read afterwards includes what others committed
    while this waited.
    """
    ordered = sorted(set(kpi_ids))
    for kpi_id in ordered:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [lock_class, kpi_id])
