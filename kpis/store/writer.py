"""What the engine computed, from arrays into the table of cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpis.engine.batch import METRICS, Cells
from kpis.engine.layout import Grain
from kpis.store.binary_copy import INT2, INT8, copy_in
from kpis.store.reader import ReadBatch

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
_CLEAR = f"""
DELETE FROM kpis_cellyear c
WHERE c.kpi_id = ANY(%(kpis)s) AND c.fiscal_year BETWEEN %(first)s AND %(last)s
  AND NOT EXISTS (SELECT FROM cell_staging s WHERE {" AND ".join(f"s.{k} = c.{k}" for k in _KEY)})
"""


@dataclass(frozen=True)
class _Rows:
    """Rows that are stored alike: keys, and one array [rows, length] a metric."""

    department: NDArray[np.int64]
    year: NDArray[np.int64]
    kpi: NDArray[np.int64]
    grain: Grain
    metrics: dict[str, NDArray[np.float64]]


def write_cells(cursor: Any, read: ReadBatch, cells: Cells) -> int:
    """Store the cells of a batch; rows that did not change are not touched, rows without any series go.

    Returns how many rows were written or removed.
    """
    cursor.execute(_STAGE)
    for rows in _stored_rows(read, cells):
        copy_in(
            cursor,
            "cell_staging",
            {
                "department_id": (INT8, rows.department),
                "fiscal_year": (INT2, rows.year),
                "kpi_id": (INT8, rows.kpi),
                "grain": (INT2, np.full(len(rows.kpi), int(rows.grain))),
            },
            rows.metrics,
            len(rows.kpi),
        )
    cursor.execute(_MERGE)
    written: int = cursor.rowcount
    years = {"first": cells.years.start, "last": cells.years.stop - 1}
    cursor.execute(_CLEAR, {"kpis": read.kpi_ids.tolist(), **years})
    return written + int(cursor.rowcount)


def _stored_rows(read: ReadBatch, cells: Cells) -> Iterator[_Rows]:
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
