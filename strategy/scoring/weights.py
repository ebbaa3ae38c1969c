"""What weighs how much in a plan on some days, as arrays: all its scores need besides those of its KPIs."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np
from django.db import connection

from kpis.engine.periods import IntArray
from kpis.engine.scoring import FloatArray
from strategy.models import Plan
from strategy.scoring.tree import UNPLACED

# In the order in which `strategy.scoring.tree` adds: "in no perspective" last, KPIs as they are listed.
_SQL = """
SELECT d.i, COALESCE(p.perspective_id, {unplaced}), COALESCE(w.weight, 1), o.id, COALESCE(p.weight, 1),
  l.kpi_id, l.weight
FROM unnest(%(days)s::date[]) WITH ORDINALITY AS d(day, i)
JOIN strategy_objective o ON o.plan_id = %(plan)s
LEFT JOIN strategy_objectiveplacement p ON p.objective_id = o.id AND p.valid @> d.day AND {placement}
LEFT JOIN strategy_perspective s ON s.id = p.perspective_id
LEFT JOIN strategy_perspectiveweight w ON w.perspective_id = s.id AND w.valid @> d.day AND {weight}
LEFT JOIN strategy_objectivekpi l ON l.objective_id = o.id AND l.valid @> d.day AND {link}
WHERE {objective}
ORDER BY d.i, s.position, s.id, o.position, o.id, l.position, l.id
"""
_NOW = "{0}.known_to IS NULL"
_THEN = "{0}.known_from <= %(known)s AND ({0}.known_to IS NULL OR {0}.known_to > %(known)s)"
# Each objective has a place from its beginning, so that one without was not known then.
_KNOWN_OBJECTIVE = (
    f"EXISTS (SELECT FROM strategy_objectiveplacement e WHERE e.objective_id = o.id AND {_THEN.format('e')})"
)


def _statement(known: str, objective: str) -> str:
    names = {"placement": "p", "weight": "w", "link": "l"}
    return _SQL.format(
        objective=objective, unplaced=UNPLACED, **{name: known.format(short) for name, short in names.items()}
    )


_PRESENT, _PAST = _statement(_NOW, "true"), _statement(_THEN, _KNOWN_OBJECTIVE)


@dataclass(frozen=True)
class PlanWeights:
    """A plan on a day. Links of KPIs to objectives [L], objectives [O] and perspectives [P] by place.

    `kpi_ids`, `link_parents` (objective) and `link_weights` [L]; `parents` (perspective) and `weights` [O];
    `perspectives` (key, 0: none) and `perspective_weights` [P], of those with objectives only.
    """

    kpi_ids: tuple[int, ...]
    link_parents: IntArray
    link_weights: FloatArray
    parents: IntArray
    weights: FloatArray
    perspectives: tuple[int, ...]
    perspective_weights: FloatArray

    def measured_by(self, kpi_ids: Collection[int]) -> "PlanWeights":
        """The same without links to other KPIs: one that was not defined yet measures nothing."""
        kept = [place for place, kpi_id in enumerate(self.kpi_ids) if kpi_id in kpi_ids]
        if len(kept) == len(self.kpi_ids):
            return self
        return replace(
            self,
            kpi_ids=tuple(self.kpi_ids[place] for place in kept),
            link_parents=self.link_parents[kept],
            link_weights=self.link_weights[kept],
        )


def read_plan_weights(
    plan: Plan, days: Sequence[dt.date], known_at: dt.datetime | None = None
) -> list[PlanWeights]:
    """The plan on each of the days, as known at a moment (None: now); one query."""
    parameters: dict[str, Any] = {"plan": plan.pk, "days": list(days), "known": known_at}
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT if known_at is None else _PAST, parameters)
        rows = cursor.fetchall()
    found = {day: list(of_day) for day, of_day in groupby(rows, key=itemgetter(0))}
    return [_weights_of(found.get(place, [])) for place in range(1, len(days) + 1)]


def _weights_of(rows: Sequence[tuple[Any, ...]]) -> PlanWeights:
    """From rows of one day: a row a link, or an objective without any; of an objective all together."""
    perspectives = {row[1]: row[2] for row in rows}
    objectives = {row[3]: (row[1], row[4]) for row in rows}
    links = [row for row in rows if row[5] is not None]
    place_of = {key: place for place, key in enumerate(perspectives)}
    objective_place = {key: place for place, key in enumerate(objectives)}
    return PlanWeights(
        kpi_ids=tuple(row[5] for row in links),
        link_parents=np.array([objective_place[row[3]] for row in links], dtype=np.int64),
        link_weights=np.array([row[6] for row in links], dtype=np.float64),
        parents=np.array([place_of[perspective] for perspective, _ in objectives.values()], dtype=np.int64),
        weights=np.array([weight for _, weight in objectives.values()], dtype=np.float64),
        perspectives=tuple(perspectives),
        perspective_weights=np.array(list(perspectives.values()), dtype=np.float64),
    )
