"""What cells were a period ago: `prev(code)`."""

from __future__ import annotations

import numpy as np

from kpis.engine.formulas.inputs import Place
from kpis.engine.scoring import BoolArray, FloatArray


def a_period_ago(value: FloatArray, place: Place, exists: BoolArray) -> FloatArray:
    """[D,1,C]: the values of the preceding periods; in year to date, last year's to the same point.

    exists [Y,N]: which of the C = Y·N cells are periods. NaN where there is nothing before.
    """
    if place.year_to_date:
        return _a_year_ago(value, exists)
    before = np.full_like(value, np.nan)
    existing = value[..., exists.ravel()]
    first = np.full_like(existing[..., :1], np.nan)
    before[..., exists.ravel()] = np.concatenate([first, existing[..., :-1]], axis=-1)
    return before


def _a_year_ago(value: FloatArray, exists: BoolArray) -> FloatArray:
    """Last year's at the same position, or at its last where last year was shorter."""
    years = value.reshape(*value.shape[:-1], *exists.shape)
    before = np.full_like(years, np.nan)
    for year in range(1, len(exists)):
        position = np.minimum(np.arange(exists.shape[1]), exists[year - 1].sum() - 1)
        before[..., year, :] = np.where(exists[year], years[..., year - 1, :][..., position], np.nan)
    return before.reshape(value.shape)
