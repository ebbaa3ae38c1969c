"""Whether a value is likely, seen from those before it; it is asked about, never refused."""

import math
from collections.abc import Sequence

import numpy as np
from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.engine.signals import find_signals

TIMES = 3.0
_SLIPS = (10.0, 100.0, 1000.0, 0.1, 0.01, 0.001)


def doubt(value: float, before: Sequence[float], unit: str, decimals: int) -> str:
    """Why `value` is unlikely after the values `before` (oldest first), as a question; empty if it is not."""
    reason = _reason(value, before, unit, decimals)
    if not reason:
        return ""
    meant = _meant(value, before, unit, decimals)
    if meant is None:
        return reason
    return reason + " " + _("Did you mean %(value)s?") % {"value": _shown(meant, decimals)}


def _reason(value: float, before: Sequence[float], unit: str, decimals: int) -> str:
    if not before or value == before[-1]:
        return ""
    last, shown = before[-1], _shown(value, decimals)
    if unit.strip().startswith("%") and value > 100 >= max(before):
        return _("%(value)s is more than 100%%.") % {"value": shown}
    if last and abs(value) > TIMES * abs(last):
        times = {"value": shown, "last": _shown(last, decimals)}
        return _("%(value)s is more than three times the last value, %(last)s.") % times
    limits = natural_limits(before)
    if limits is not None and _leaves(value, before[-1], limits):
        words = {"value": shown, "low": _shown(limits[0], decimals), "high": _shown(limits[1], decimals)}
        return _("%(value)s lies outside the natural limits, %(low)s to %(high)s.") % words
    return ""


def _leaves(value: float, last: float, limits: tuple[float, float]) -> bool:
    """Whether a value lies outside the limits by a leap: one that only follows a trend is no surprise."""
    leap = (limits[1] - limits[0]) / 2
    return not limits[0] <= value <= limits[1] and abs(value - last) > leap


def natural_limits(before: Sequence[float]) -> tuple[float, float] | None:
    """The natural process limits of the values before; None while there are too few to say."""
    values = np.array(before, dtype=np.float64)
    baselines = find_signals(values, np.isfinite(values)).baselines
    if not baselines or baselines[-1].lower is None or baselines[-1].upper is None:
        return None
    return baselines[-1].lower, baselines[-1].upper


def _meant(value: float, before: Sequence[float], unit: str, decimals: int) -> float | None:
    """The value with its decimal point elsewhere, where that lies among the values before."""
    low, high = min(before), max(before)
    reach = max(high - low, 0.1 * abs(before[-1]))
    for slip in _SLIPS:
        moved = float(f"{value / slip:.12g}")
        fits = low - reach <= moved <= high + reach
        whole = math.isclose(moved, round(moved, decimals))
        if fits and whole and not _reason(moved, before, unit, decimals):
            return moved
    return None


def _shown(value: float, decimals: int) -> str:
    return number_text(value, 0 if value == round(value) else max(decimals, 1))
