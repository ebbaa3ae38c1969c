"""What the engine computed, from arrays into the table of cells."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from kpis.engine.batch import Cells
from kpis.engine.periods import IntArray
from kpis.store.binary_copy import INT2, INT8, Records, copy_out, copy_records_in
from kpis.store.cell_rows import Axes, Rows, rows_of

_KEY = ["department_id", "fiscal_year", "kpi_id", "grain"]
_DELETE = f"""
DELETE FROM kpis_cellyear c USING unnest(%(departments)s::bigint[], %(years)s::smallint[],
    %(kpis)s::bigint[], %(grains)s::smallint[]) AS gone ({", ".join(_KEY)})
WHERE {" AND ".join(f"c.{k} = gone.{k}" for k in _KEY)}
"""
_OUTSIDE = """
DELETE FROM kpis_cellyear c USING unnest(%s::bigint[], %s::int[], %s::int[]) AS kept (kpi_id, first, last)
WHERE c.kpi_id = kept.kpi_id AND c.fiscal_year NOT BETWEEN kept.first AND kept.last
"""
# Rows stored before there were digests have none: they count as others.
_STORED = f"""
SELECT {", ".join(_KEY)}, COALESCE(digest, 0) FROM kpis_cellyear
WHERE kpi_id = ANY(%(kpis)s) AND fiscal_year BETWEEN %(first)s AND %(last)s
"""
_STORED_TYPES = {"department_id": INT8, "fiscal_year": INT2, "kpi_id": INT8, "grain": INT2, "digest": INT8}


class CellKeys(Protocol):
    """The keys of the axes of cells."""

    @property
    def kpi_ids(self) -> IntArray:
        """[K]"""

    @property
    def department_ids(self) -> IntArray:
        """[D]"""


def write_cells(cursor: Any, read: CellKeys, cells: Cells) -> int:
    """Store the cells of a batch; rows that did not change are not touched, rows without any series go.

    Returns how many rows were written or removed.
    """
    axes = Axes(read.department_ids, read.kpi_ids, cells.years)
    ours = {"kpis": axes.kpi_ids.tolist(), "first": axes.years.start, "last": axes.years.stop - 1}
    stored = copy_out(cursor, _STORED, ours, _STORED_TYPES)
    if not len(stored):  # nothing to compare with
        return sum(_add(cursor, rows) for rows in rows_of(axes, cells))
    return _replace(cursor, stored, list(rows_of(axes, cells)), axes)


def _replace(cursor: Any, stored: Records, computed: Sequence[Rows], axes: Axes) -> int:
    """Remove the stored rows that changed or are gone, and add what changed and what is new."""
    places = axes.places_of(stored)
    known = places >= 0
    there, stays, wanted = (np.zeros(axes.size, dtype=bool) for _ in range(3))
    digest = np.zeros(axes.size, dtype=np.int64)
    there[places[known]], digest[places[known]] = True, stored["digest"][known]
    changed = []
    for rows in computed:
        same = there[rows.place] & (digest[rows.place] == rows.digest)
        stays[rows.place[same]], wanted[rows.place] = True, True
        changed.append(rows.of(~same))
    _remove(cursor, stored[~known | ~stays[places]])
    gone = int(np.count_nonzero(~known | ~wanted[places]))
    return gone + sum(_add(cursor, rows) for rows in changed)


def _add(cursor: Any, rows: Rows) -> int:
    """Store rows that are not there, straight to their place; returns how many."""
    if len(rows.place):
        copy_records_in(cursor, "kpis_cellyear", rows.records())
    return len(rows.place)


def _remove(cursor: Any, rows: Records) -> None:
    """Remove stored rows by their keys."""
    if len(rows):
        columns = zip(("departments", "years", "kpis", "grains"), _KEY, strict=True)
        cursor.execute(_DELETE, {name: rows[key].tolist() for name, key in columns})


def remove_cells_outside(cursor: Any, years: Mapping[int, tuple[int, int]]) -> int:
    """Remove the rows of KPIs (by id) that lie outside their first and last fiscal year; returns how many."""
    if not years:
        return 0
    firsts, lasts = [first for first, _ in years.values()], [last for _, last in years.values()]
    cursor.execute(_OUTSIDE, [list(years), firsts, lasts])
    return int(cursor.rowcount)
