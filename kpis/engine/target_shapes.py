"""Targets made of other numbers: grown by a percentage, or one figure spread over a year by a shape.

All arithmetic is on decimals, so that the parts of a spread figure add up to it exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from math import isfinite

from kpis.engine.periods import Calendar, Frequency, Period
from kpis.engine.rules import TimeRollup

# Digits of the widest float64, from its greatest power of ten to its least: nothing in between is lost.
_DIGITS = 1100


@dataclass(frozen=True, slots=True)
class Spread:
    """A year's figure as one number a period; `known`: how many periods of the year before had an actual.

    `even`: nothing was known that could give a shape, so every period has the same.
    """

    parts: tuple[float, ...]
    known: int
    even: bool


def grown(value: float, percent: float, decimals: int) -> float:
    """A value changed by so many percent, rounded half to even as written with so many decimals.

    A change of 0 leaves it as it is. An already finer value keeps its own decimals. What is beyond the range
    of float64 is infinite.
    """
    if percent == 0:
        return value
    with localcontext(prec=_DIGITS):
        changed = Decimal(repr(value)) * (100 + Decimal(repr(percent))) / 100
        return float(changed.quantize(_unit(decimals, Decimal(repr(value))), ROUND_HALF_EVEN))


def spread(figure: float, before: Sequence[float | None], rollup: TimeRollup, decimals: int) -> Spread:
    """A year's figure over its periods, shaped as the actuals of the year before (None: there was none).

    What the KPI's time rollup makes of the parts is the figure again: they add up to it (sum), their mean,
    their least or greatest is it, or the last one is it. Where an actual is missing the others' mean stands
    in.
    """
    known = [value for value in before if value is not None and isfinite(value)]
    shape = _filled(before, known)
    if not _gives_shape(shape, rollup):
        shape = [Fraction(1)] * len(before)
        known = []
    total = Decimal(repr(figure))
    if rollup in (TimeRollup.SUM, TimeRollup.MEAN):
        whole = total if rollup == TimeRollup.SUM else total * len(before)
        parts = _shares(whole, shape, decimals)
    else:
        parts = _in_proportion(total, shape, _reference(shape, rollup), decimals)
    return Spread(tuple(parts), len(known), even=not known)


def year_before(period: Period, years: int, calendar: Calendar) -> Period:
    """The period at the same place of an earlier fiscal year, `years` before (negative: after).

    Days go by their date, so 29 February by the 28th; the 53rd week by the last one there is.
    """
    if period.frequency == Frequency.DAY:
        day = calendar.start(period)
        return calendar.containing(_same_day(day, day.year - years), Frequency.DAY)
    year = Period(Frequency.YEAR, calendar.fiscal_year_of(period))
    first, _last = calendar.child_range(year, period.frequency)
    there = calendar.child_range(calendar.shift(year, -years), period.frequency)
    return Period(period.frequency, min(there[0] + period.ordinal - first, there[1]))


def _same_day(day: date, year: int) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(year, 2, 28) if is_leap_day else day.replace(year=year)


def _filled(before: Sequence[float | None], known: Sequence[float]) -> list[Fraction]:
    mean = sum(map(Fraction, known)) / len(known) if known else Fraction(0)
    return [Fraction(each) if each is not None and isfinite(each) else Fraction(mean) for each in before]


def _gives_shape(shape: Sequence[Fraction], rollup: TimeRollup) -> bool:
    """Whether parts can be in proportion to it: nothing below zero, and something to measure it by."""
    return min(shape, default=Fraction(-1)) >= 0 and _reference(shape, rollup) > 0


def _reference(shape: Sequence[Fraction], rollup: TimeRollup) -> Fraction:
    match rollup:
        case TimeRollup.MIN:
            return min(shape)
        case TimeRollup.MAX:
            return max(shape)
        case TimeRollup.LAST:
            return shape[-1]
    return sum(shape, Fraction(0))


def _shares(total: Decimal, shape: Sequence[Fraction], decimals: int) -> list[float]:
    """Parts in proportion, by the largest remainder: the earlier one where two are as large."""
    unit = _unit(decimals, total)
    units = int(total / unit)
    whole = sum(shape, Fraction(0))
    exact = [units * each / whole for each in shape]
    counts = [each.__floor__() for each in exact]
    by_remainder = sorted(range(len(shape)), key=lambda place: (counts[place] - exact[place], place))
    for place in by_remainder[: units - sum(counts)]:
        counts[place] += 1
    return [float(count * unit) for count in counts]


def _in_proportion(
    figure: Decimal, shape: Sequence[Fraction], reference: Fraction, decimals: int
) -> list[float]:
    unit = _unit(decimals, figure)
    scale = Fraction(figure) / reference / Fraction(unit)
    return [float(round(each * scale) * unit) for each in shape]


def _unit(decimals: int, value: Decimal) -> Decimal:
    """The smallest step: of so many decimals, or of those that the value has."""
    exponent = value.as_tuple().exponent
    own = -exponent if isinstance(exponent, int) else 0
    return Decimal(1).scaleb(-max(decimals, own))
