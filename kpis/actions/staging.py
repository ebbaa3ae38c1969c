"""Bulk writes: COPY into a staging table, then statements on sets."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

# Advisory locks are pairs of a class and a KPI: rollups and writers of values do not wait for each other.
ROLLUP_LOCK = 7301
WRITE_LOCK = 7302
# Not of a KPI: one closes or opens periods at a time.
CLOSING_LOCK = 7303


def stage(cursor: Any, table: str, columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]]) -> None:
    """Make a temporary table that ends with the transaction and COPY rows into it; None is NULL."""
    typed = ", ".join(f"{name} {kind}" for name, kind in columns)
    cursor.execute(f"DROP TABLE IF EXISTS {table}; CREATE TEMP TABLE {table} ({typed}) ON COMMIT DROP")
    lines = ("\t".join(map(_cell, row)) + "\n" for row in rows)
    names = ", ".join(name for name, _ in columns)
    cursor.copy_expert(f"COPY {table} ({names}) FROM STDIN", io.StringIO("".join(lines)))


FEW = 50
"""So many rows and fewer go as arrays with each statement: a table for them takes longer than the rest."""


def staged_rows(
    cursor: Any, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[Any]]
) -> tuple[str, dict[str, list[str | None]]]:
    """Rows as what a statement reads FROM (an alias follows), and the parameters this needs.

    Few rows are parameters of the statement, many are staged in a table.
    """
    if len(rows) > FEW:
        stage(cursor, table, columns, rows)
        return table, {}
    arrays = ", ".join(f"%(staged_{name})s::{kind}[]" for name, kind in columns)
    names = ", ".join(name for name, _ in columns)
    given = {f"staged_{name}": [_text(row[i]) for row in rows] for i, (name, _) in enumerate(columns)}
    return f"(SELECT * FROM unnest({arrays}) AS staged ({names}))", given


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


# COPY's text format: unlike its CSV, every text can be written in it on every version of PostgreSQL.
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _cell(value: Any) -> str:
    if value is None:
        return "\\N"
    return value.translate(_ESCAPED) if isinstance(value, str) else str(value)


# The inner query is a fence: its rows come in its order, and only then is each lock taken.
_LOCK = """
SELECT pg_advisory_xact_lock(%s, kpi_id) FROM (
  SELECT kpi_id FROM unnest(%s::int[]) AS wanted (kpi_id) ORDER BY kpi_id OFFSET 0) AS in_order
"""
_TAKEN = """
SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objsubid = 2
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def lock_kpis(cursor: Any, lock_class: int, kpi_ids: Iterable[int]) -> None:
    """Take the KPIs' locks, in sorted order so that two takers never wait for each other in a circle.

    A statement of its own before anything is read: what is read afterwards includes what others committed
    while this waited.
    """
    ordered = sorted(set(kpi_ids))
    if ordered:
        cursor.execute(_LOCK, [lock_class, ordered])


def taken_kpis(cursor: Any, lock_class: int) -> set[int]:
    """The KPIs whose lock somebody holds or waits for just now."""
    cursor.execute(_TAKEN, [lock_class])
    return {kpi_id for (kpi_id,) in cursor.fetchall()}
