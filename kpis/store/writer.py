"""What the engine computed, from arrays into the table of cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from kpis.engine.batch import METRICS, Cells
from kpis.engine.layout import Grain
from kpis.engine.periods import IntArray
from kpis.store.binary_copy import (
    INT2,
    INT8,
    Records,
    copy_out,
    copy_records_in,
    copy_records_out,
    records_of,
)

_COLUMNS = [*METRICS, *(f"ytd_{metric}" for metric in METRICS)]
_KEY = ["department_id", "fiscal_year", "kpi_id", "grain"]
_STAGE = """
CREATE TEMP TABLE IF NOT EXISTS cell_staging (LIKE kpis_cellyear) ON COMMIT DELETE ROWS;
TRUNCATE cell_staging
"""
_MERGE = f"""
INSERT INTO kpis_cellyear AS c ({", ".join([*_KEY, *_COLUMNS])})
SELECT {", ".join([*_KEY, *_COLUMNS])} FROM cell_staging
ON CONFLICT ({", ".join(_KEY)}) DO UPDATE SET {", ".join(f"{m} = EXCLUDED.{m}" for m in _COLUMNS)}
WHERE ({", ".join(f"c.{m}" for m in _COLUMNS)})
  IS DISTINCT FROM ({", ".join(f"EXCLUDED.{m}" for m in _COLUMNS)})
"""
_DELETE = f"""
DELETE FROM kpis_cellyear c USING unnest(%(departments)s::bigint[], %(years)s::smallint[],
    %(kpis)s::bigint[], %(grains)s::smallint[]) AS gone ({", ".join(_KEY)})
WHERE {" AND ".join(f"c.{k} = gone.{k}" for k in _KEY)}
"""
_OUTSIDE = """
DELETE FROM kpis_cellyear c USING unnest(%s::bigint[], %s::int[], %s::int[]) AS kept (kpi_id, first, last)
WHERE c.kpi_id = kept.kpi_id AND c.fiscal_year NOT BETWEEN kept.first AND kept.last
"""
_OURS = "kpi_id = ANY(%(kpis)s) AND fiscal_year BETWEEN %(first)s AND %(last)s"
_STORED_KEYS = f"SELECT {', '.join(_KEY)} FROM kpis_cellyear WHERE {_OURS}"
# Rows of one form are of one width, so that they come as one array of records.
_STORED_ALIKE = f"""
SELECT {", ".join([*_KEY, *_COLUMNS])} FROM kpis_cellyear WHERE {_OURS} AND grain = %(grain)s
  AND {" AND ".join(f"cardinality({m}) = %({m})s" for m in _COLUMNS)}
"""
_KEY_TYPES = {"department_id": INT8, "fiscal_year": INT2, "kpi_id": INT8, "grain": INT2}


class CellKeys(Protocol):
    """The keys of the axes of cells."""

    @property
    def kpi_ids(self) -> IntArray:
        """[K]"""

    @property
    def department_ids(self) -> IntArray:
        """[D]"""


@dataclass(frozen=True)
class _Rows:
    """Rows that are stored alike: keys, and one array [rows, length] a metric."""

    department: NDArray[np.int64]
    year: NDArray[np.int64]
    kpi: NDArray[np.int64]
    grain: Grain
    metrics: dict[str, NDArray[np.float64]]


def write_cells(cursor: Any, read: CellKeys, cells: Cells) -> int:
    """Store the cells of a batch; rows that did not change are not touched, rows without any series go.

    Returns how many rows were written or removed.
    """
    ours = {"kpis": read.kpi_ids.tolist(), "first": cells.years.start, "last": cells.years.stop - 1}
    stored = copy_out(cursor, _STORED_KEYS, ours, _KEY_TYPES)
    written, kept = 0, []
    for rows in _stored_rows(read, cells):
        records = _records(rows)
        kept.append(_keys(records))
        if len(stored):
            records = _changed(cursor, records, rows, ours)
            written += _merge(cursor, records)
        else:  # nothing to compare with: straight to their place
            copy_records_in(cursor, "kpis_cellyear", records)
            written += len(records)
    return written + _delete(cursor, stored, kept)


def _records(rows: _Rows) -> Records:
    keys = {
        "department_id": (INT8, rows.department),
        "fiscal_year": (INT2, rows.year),
        "kpi_id": (INT8, rows.kpi),
        "grain": (INT2, np.full(len(rows.kpi), int(rows.grain))),
    }
    return records_of(keys, rows.metrics, len(rows.kpi))


def _keys(records: Records) -> Records:
    """The keys of rows as records that can be compared and sorted, in native byte order."""
    kind = np.dtype([(name, np.int64) for name in _KEY])
    keys = np.empty(len(records), dtype=kind)
    for name in _KEY:
        keys[name] = records[name]
    return keys


def _changed(cursor: Any, records: Records, rows: _Rows, ours: dict[str, Any]) -> Records:
    """The rows that are not stored in just these bytes."""
    lengths = {name: values.shape[1] for name, values in rows.metrics.items()}
    asked = {**ours, **lengths, "grain": int(rows.grain)}
    stored = copy_records_out(cursor, _STORED_ALIKE, asked, records.dtype)
    _, new, old = np.intersect1d(_keys(records), _keys(stored), assume_unique=True, return_indices=True)
    same = (_bytes(records)[new] == _bytes(stored)[old]).all(axis=1)
    differs = np.ones(len(records), dtype=bool)
    differs[new[same]] = False
    return records[differs]


def _bytes(records: Records) -> NDArray[np.uint8]:
    """[rows, bytes a row]"""
    return records.view(np.uint8).reshape(len(records), records.dtype.itemsize)


def _merge(cursor: Any, records: Records) -> int:
    if not len(records):
        return 0
    cursor.execute(_STAGE)
    copy_records_in(cursor, "cell_staging", records)
    cursor.execute(_MERGE)
    return int(cursor.rowcount)


def _delete(cursor: Any, stored: Records, kept: list[Records]) -> int:
    """Remove the stored rows whose keys are not among those kept."""
    gone = _keys(stored)
    for keys in kept:
        gone = np.setdiff1d(gone, keys, assume_unique=True)
    if not len(gone):
        return 0
    columns = zip(("departments", "years", "kpis", "grains"), _KEY, strict=True)
    cursor.execute(_DELETE, {name: gone[key].tolist() for name, key in columns})
    return int(cursor.rowcount)


def remove_cells_outside(cursor: Any, years: Mapping[int, tuple[int, int]]) -> int:
    """Remove the rows of KPIs (by id) that lie outside their first and last fiscal year; returns how many."""
    if not years:
        return 0
    firsts, lasts = [first for first, _ in years.values()], [last for _, last in years.values()]
    cursor.execute(_OUTSIDE, [list(years), firsts, lasts])
    return int(cursor.rowcount)


def _stored_rows(read: CellKeys, cells: Cells) -> Iterator[_Rows]:
    """Rows with an active series, grouped by which of their parts hold anything.

    The form of a row depends on the row alone, so that a full and an incremental run store the same bytes.
    """
    for grain, metrics in cells.grains.items():
        d, k, y = np.nonzero((metrics["active"] > 0).any(axis=-1))
        picked = {name: np.ascontiguousarray(values[d, k, y]) for name, values in metrics.items()}
        forms = _forms(picked)
        for form in np.unique(forms):
            chosen = forms == form
            yield _Rows(
                department=read.department_ids[d[chosen]],
                year=np.asarray(cells.years)[y[chosen]],
                kpi=read.kpi_ids[k[chosen]],
                grain=grain,
                metrics=_in_form(picked, chosen, int(form)),
            )


_OUTER, _FILLED, _AS_AT = 1, 2, 4


def _forms(picked: dict[str, NDArray[np.float64]]) -> NDArray[np.int64]:
    """For each row which optional parts it has: outer anchors, filled counts, as-at ordinals."""

    def any_of(name: str, half: bool = False) -> NDArray[np.bool_]:
        found = np.zeros(len(picked["value"]), dtype=bool)
        for values in (picked[name], picked[f"ytd_{name}"]):
            part = values[:, values.shape[1] // 2 :] if half else values
            found |= (
                (np.nan_to_num(part) != 0).any(axis=1) if name == "filled" else (~np.isnan(part)).any(axis=1)
            )
        return found

    outer = any_of("anchors", half=True) | any_of("anchors_to_date", half=True)
    return outer * _OUTER + any_of("filled") * _FILLED + any_of("as_at") * _AS_AT


def _in_form(
    picked: dict[str, NDArray[np.float64]], chosen: NDArray[np.bool_], form: int
) -> dict[str, NDArray[np.float64]]:
    """The chosen rows' metrics without the parts that this form leaves out."""
    kept = {}
    for name, values in picked.items():
        length = values.shape[1]
        bare = name.removeprefix("ytd_")
        if bare.startswith("anchors") and not form & _OUTER:
            length //= 2
        elif (bare == "filled" and not form & _FILLED) or (bare == "as_at" and not form & _AS_AT):
            length = 0
        kept[name] = values[chosen, :length]
    return kept
