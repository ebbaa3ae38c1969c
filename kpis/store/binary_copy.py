"""PostgreSQL's binary COPY format, read and written as NumPy records.

Rows whose columns all have a fixed width are one structured array: no value passes through Python.
Format: https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4
"""

import io
from collections import deque
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

_HEADER = b"PGCOPY\n\xff\r\n\0" + b"\0" * 8
_TRAILER = b"\xff\xff"
_FLOAT8_OID = 701
_AT_ONCE = 1 << 18  # bytes that go to the server in one message
_ROWS_AT_ONCE = 500
Records = NDArray[np.void]

INT2, INT4, INT8, FLOAT8 = ">i2", ">i4", ">i8", ">f8"


def _row_type(columns: Mapping[str, str], arrays: Mapping[str, int]) -> np.dtype:
    fields: list[tuple[str, Any]] = [("_count", INT2)]
    for name, kind in columns.items():
        fields += [(f"_len_{name}", INT4), (name, kind)]
    for name, length in arrays.items():
        fields += [(f"_len_{name}", INT4), (name, np.dtype(float_array_type(length)))]
    return np.dtype(fields)


def copy_out(
    cursor: Any,
    query: str,
    parameters: Mapping[str, Any],
    columns: Mapping[str, str],
    arrays: Mapping[str, int] = MappingProxyType({}),
) -> Records:
    """Rows of a query whose columns are never null and as wide as `columns` (name → dtype) says.

    `arrays` (name → length): float8[] columns behind them, without nulls; a field's numbers are its
    `["elements"]["v"]`. Returns a structured array with these names; big-endian, as it came.
    """
    buffer = io.BytesIO()
    sql = cursor.mogrify(query, parameters).decode()
    cursor.copy_expert(f"COPY ({sql}) TO STDOUT (FORMAT binary)", buffer)
    data = memoryview(buffer.getbuffer())[len(_HEADER) : -len(_TRAILER)]
    return np.frombuffer(data, dtype=_row_type(columns, arrays))


def float_array_type(length: int) -> list[tuple[str, Any]]:
    """The fields of a float8[] of `length` elements, behind its length word."""
    head: list[tuple[str, Any]] = [("ndim", INT4), ("flags", INT4), ("oid", INT4)]
    if length == 0:
        return head
    elements = np.dtype([("_len", INT4), ("v", FLOAT8)])
    body: list[Any] = [("dim", INT4), ("lbound", INT4), ("elements", elements, (length,))]
    return [*head, *body]


@lru_cache(maxsize=64)
def _empty_row(scalars: tuple[tuple[str, str], ...], arrays: tuple[tuple[str, int], ...]) -> Records:
    """One row in which everything stands but the values."""
    row = np.zeros(1, dtype=_row_type(dict(scalars), dict(arrays)))
    row["_count"] = len(scalars) + len(arrays)
    for name in (*dict(scalars), *dict(arrays)):
        row[f"_len_{name}"] = row.dtype[name].itemsize
    for name, length in arrays:
        row[name]["oid"] = _FLOAT8_OID
        if length:
            row[name]["ndim"], row[name]["dim"], row[name]["lbound"] = 1, length, 1
            row[name]["elements"]["_len"] = 8
    return row


def records_of(
    scalars: Mapping[str, tuple[str, NDArray]], arrays: Mapping[str, NDArray[np.float64]], rows: int
) -> Records:
    """Rows as COPY has them: `scalars` name → (dtype, [rows]), `arrays` name → [rows, length].

    Some at a time, so that a row is still in the processor's cache when its next column is written.
    """
    row = _empty_row(
        tuple((name, kind) for name, (kind, _) in scalars.items()),
        tuple((name, values.shape[1]) for name, values in arrays.items()),
    )
    records = np.empty(rows, dtype=row.dtype)
    records.view(np.uint8).reshape(rows, row.itemsize)[:] = row.view(np.uint8)
    for start in range(0, rows, _ROWS_AT_ONCE):
        some = slice(start, start + _ROWS_AT_ONCE)
        for name, (_, column) in scalars.items():
            records[name][some] = column[some]
        for name, values in arrays.items():
            if values.shape[1]:
                records[name]["elements"]["v"][some] = values[some]
    return records


def columns_of(records: Records) -> list[str]:
    """The names of the columns of `records_of`."""
    return [name for name in records.dtype.names or () if not name.startswith("_")]


def copy_records_in(cursor: Any, table: str, records: Records) -> None:
    """COPY rows made by `records_of` into a table."""
    columns = ", ".join(columns_of(records))
    cursor.copy_expert(f"COPY {table} ({columns}) FROM STDIN (FORMAT binary)", _Stream(records), _AT_ONCE)


class _Stream:
    """Records as the file that COPY reads, without a copy of all of them."""

    def __init__(self, records: Records) -> None:
        self._parts = deque((memoryview(_HEADER), records.view(np.uint8).data, memoryview(_TRAILER)))

    def read(self, size: int) -> bytes:
        """At most `size` bytes; none at the end."""
        if not self._parts:
            return b""
        part = self._parts.popleft()
        if len(part) > size:
            self._parts.appendleft(part[size:])
        return bytes(part[:size])


def copy_in(
    cursor: Any,
    table: str,
    scalars: Mapping[str, tuple[str, NDArray]],
    arrays: Mapping[str, NDArray[np.float64]],
    rows: int,
) -> None:
    """COPY rows into a table: `scalars` name → (dtype, [rows]), `arrays` name → [rows, length]."""
    copy_records_in(cursor, table, records_of(scalars, arrays, rows))
