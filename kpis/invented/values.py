"""A value and a target for every series and month: a level, a season and noise, by COPY."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpis.store.binary_copy import FLOAT8, INT4, INT8, copy_in

_SEED = 1992
_AT_ONCE = 20
_STAGE = """
CREATE TEMP TABLE IF NOT EXISTS invented_values (kpi_id bigint, department_id bigint, period int,
    value float8, target float8, red_line float8) ON COMMIT DROP;
TRUNCATE invented_values
"""
_VALUES = """
INSERT INTO kpis_measurement (kpi_id, department_id, period, value, note, reason, external_id, pending,
    known_from, entered_at)
SELECT kpi_id, department_id, period, value, '', '', '', false, now(), now() FROM invented_values
"""
_TARGETS = """
INSERT INTO kpis_seriestarget (kpi_id, department_id, period, target, red_line, note, known_from)
SELECT kpi_id, department_id, period, target, red_line, '', now() FROM invented_values
"""


def add_values(cursor: Any, kpi_ids: Sequence[int], department_ids: Sequence[int], months: range) -> None:
    """Store a value and a target for each KPI, department and month, some KPIs at a time."""
    for start in range(0, len(kpi_ids), _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, len(kpi_ids)))
        drawn = np.stack([_draw(number, len(department_ids), months) for number in numbers], axis=1)
        value, target, red = drawn.reshape(3, -1)
        keys = np.meshgrid(
            np.array([kpi_ids[number] for number in numbers]),
            np.asarray(department_ids),
            np.asarray(months),
            indexing="ij",
        )
        kpi, department, period = (key.ravel() for key in keys)
        columns = {
            "kpi_id": (INT8, kpi),
            "department_id": (INT8, department),
            "period": (INT4, period),
            "value": (FLOAT8, value),
            "target": (FLOAT8, target),
            "red_line": (FLOAT8, red),
        }
        cursor.execute(_STAGE)
        copy_in(cursor, "invented_values", columns, {}, len(kpi))
        cursor.execute(_VALUES)
        cursor.execute(_TARGETS)


def _draw(number: int, departments: int, months: range) -> NDArray[np.float64]:
    """[3, departments, months]: value, target and red line of one KPI, to two decimals.

    Odd KPIs are better when lower, as their definition says.
    """
    draw = np.random.default_rng([_SEED, number])
    level = draw.uniform(20.0, 400.0, size=(departments, 1))
    season = 1.0 + 0.2 * np.sin(2 * np.pi * np.asarray(months) / 12)
    target = level * season
    value = target * draw.lognormal(0.0, 0.12, size=(departments, len(months)))
    red = target * (1.25 if number % 2 else 0.8)
    drawn: NDArray[np.float64] = np.stack([value, target, red]).round(2)
    return drawn
