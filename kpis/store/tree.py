"""The department tree over time, as the engine's epochs."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpis.engine.batch import ABSENT, ROOT, Epoch
from kpis.engine.periods import IntArray

_SQL = """
SELECT p.department_id, p.parent_id, lower(p.valid), upper(p.valid)
FROM org_placement p
WHERE p.known_from <= %(known)s AND (p.known_to IS NULL OR p.known_to > %(known)s)
ORDER BY p.path, lower(p.valid)
"""
_NEVER = dt.date.max.toordinal()


@dataclass(frozen=True)
class Tree:
    """Departments by index, and their parents by stretch of days."""

    departments: IntArray  # [D] ids, in the order of the department axis
    rows: IntArray  # [R, 4]: department index, parent index or ROOT, first day, day after the last

    def index_of(self, ids: NDArray[Any]) -> IntArray:
        """Indices of department ids on the axis."""
        order = np.argsort(self.departments, kind="stable")
        return order[np.searchsorted(self.departments, ids, sorter=order)]

    def epochs(self, last_days: IntArray) -> tuple[Epoch, ...]:
        """The stretches of a period axis, given the periods' last days, in which the tree is the same."""
        starts = np.searchsorted(last_days, self.rows[:, 2])
        stops = np.searchsorted(last_days, self.rows[:, 3])
        cuts = np.unique(np.concatenate(([0], starts, stops)))
        return tuple(self._epoch(int(cut), starts, stops) for cut in cuts[cuts < max(len(last_days), 1)])

    def _epoch(self, first: int, starts: IntArray, stops: IntArray) -> Epoch:
        parents = np.full(len(self.departments), ABSENT, dtype=np.int64)
        there = self.rows[(starts <= first) & (stops > first)]
        parents[there[:, 0]] = there[:, 1]
        return Epoch(first, parents)


def read_tree(cursor: Any, known_at: dt.datetime) -> Tree:
    """The tree as known at a moment, over all days; departments depth first as first placed."""
    cursor.execute(_SQL, {"known": known_at})
    found: Sequence[tuple[int, int | None, dt.date | None, dt.date | None]] = cursor.fetchall()
    departments = list(dict.fromkeys(row[0] for row in found))
    index = {department: i for i, department in enumerate(departments)}
    rows = [
        (
            index[department],
            ROOT if parent is None else index[parent],
            start.toordinal() if start else 0,
            stop.toordinal() if stop else _NEVER,
        )
        for department, parent, start, stop in found
    ]
    return Tree(np.array(departments, dtype=np.int64), np.array(rows, dtype=np.int64).reshape(-1, 4))
