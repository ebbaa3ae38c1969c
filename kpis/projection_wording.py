"""Projections in words."""

from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from kpis.engine.projection import MIN_POINTS, Decline, Declined, Method, Projection
from kpis.engine.projection.backtest import Test
from kpis.engine.rules import TimeRollup
from kpis.engine.scoring import Direction
from kpis.projections import KpiProjection
from kpis.wording import period_text, periods_word, range_text

_HARDLY = 0.01
"""A smaller chance is written as one: nobody should plan for it."""


def year_text(projection: KpiProjection, calendar: Calendar) -> str:
    """What is projected: "Year-end 2026"."""
    return _("Year-end %(year)s") % {"year": period_text(projection.year, calendar)}


def declined_text(declined: Declined, frequency: Frequency) -> str:
    """Why nothing is projected."""
    if declined.why == Decline.TOO_FEW:
        words = _("A projection needs %(needed)s ended %(periods)s; there are %(points)s.")
        return words % {
            "needed": MIN_POINTS,
            "periods": periods_word(frequency),
            "points": declined.points,
        }
    return {
        Decline.NO_TARGET: _("There is no target for the whole year, so its end is not projected."),
        Decline.STOPPED: _("Nothing has been reported for more than a year."),
        Decline.FORMULA: _(
            "A formula's year is computed from its inputs' years, so they are projected, not it."
        ),
    }[declined.why]


def interval_text(lower: float, upper: float, decimals: int) -> str:
    """The interval: "80 % likely from 1,180 to 1,310"."""
    return _("80 %% likely from %(lower)s to %(upper)s") % {
        "lower": number_text(lower, decimals),
        "upper": number_text(upper, decimals),
    }


def chance_text(made: Projection, decimals: int) -> str:
    """How likely the target is: "72 % likely to reach 1,200"; of a complete year whether it was reached."""
    goal = made.goal
    target = number_text(goal.low, _places(goal.low, decimals))
    if goal.direction == Direction.BAND:
        target = range_text(goal.low, goal.high, decimals)
    if not made.rest:
        words = _("The year is complete: it reached %(target)s.")
        missed = _("The year is complete: it missed %(target)s.")
        return (words if made.probability > 0 else missed) % {"target": target}
    words = {
        Direction.UP: _("%(share)s likely to reach %(target)s."),
        Direction.DOWN: _("%(share)s likely to stay within %(target)s."),
        Direction.BAND: _("%(share)s likely to end within %(target)s."),
    }[goal.direction]
    return words % {"share": _percent(made.probability), "target": target}


def _percent(probability: float) -> str:
    """A share in whole percent, never quite sure: "< 1 %", "72 %", "> 99 %"."""
    if probability < _HARDLY:
        return _("< 1 %")
    if probability > 0.99:
        return _("> 99 %")
    return _("%(share)s %%") % {"share": round(100 * probability)}


def required_text(projection: KpiProjection, made: Projection, decimals: int) -> str:
    """What the rest of the year must bring: "Needs at least 98 a month for the rest (so far 104)."."""
    if made.required is None:
        return ""
    if beyond := _beyond(projection, made):
        return beyond
    said = _needed(projection, made, decimals)
    return _("Hardly possible any more. %(said)s") % {"said": said} if made.probability < _HARDLY else said


def _needed(projection: KpiProjection, made: Projection, decimals: int) -> str:
    frequency, rollup = projection.known.rules.frequency, projection.known.rules.time_rollup
    low, high = made.required or (0.0, 0.0)
    need = {
        Direction.UP: _("at least %(low)s"),
        Direction.DOWN: _("at most %(high)s"),
        Direction.BAND: _("between %(low)s and %(high)s"),
    }[made.goal.direction] % {
        "low": number_text(low, _places(low, decimals)),
        "high": number_text(high, _places(high, decimals)),
    }
    if rollup == TimeRollup.LAST:
        return _("Needs %(need)s at the year's end.") % {"need": need}
    if rollup in (TimeRollup.MIN, TimeRollup.MAX):
        return _("Needs %(need)s as the year's %(extreme)s value.") % {
            "need": need,
            "extreme": _("lowest") if rollup == TimeRollup.MIN else _("highest"),
        }
    words = {"need": need, "each": each_text(frequency)}
    said = _("Needs %(need)s %(each)s for the rest of the year") % words
    if rollup == TimeRollup.MEAN:
        said = _("Needs %(need)s on average for the rest of the year") % words
    if made.so_far is None:
        return said + "."
    return _("%(said)s (so far %(so_far)s).") % {"said": said, "so_far": number_text(made.so_far, decimals)}


def _beyond(projection: KpiProjection, made: Projection) -> str:
    """What is said where the rest would have to be less than nothing."""
    if projection.known.rules.time_rollup not in (TimeRollup.SUM, TimeRollup.MEAN):
        return ""
    low, high = made.required or (0.0, 0.0)
    if made.so_far is None or made.so_far <= 0:
        return ""
    if made.goal.direction == Direction.UP and low <= 0:
        return _("Reached already, whatever the rest of the year brings.")
    if made.goal.direction == Direction.DOWN and high < 0:
        return _("Out of reach: the rest of the year would have to be below zero.")
    return ""


def each_text(frequency: Frequency) -> str:
    """By what a run rate counts: "a month", "a quarter" …"""
    return {
        Frequency.DAY: _("a day"),
        Frequency.WEEK: _("a week"),
        Frequency.MONTH: _("a month"),
        Frequency.QUARTER: _("a quarter"),
        Frequency.HALF: _("a half-year"),
        Frequency.YEAR: _("a year"),
    }[frequency]


def method_text(made: Projection, decimals: int) -> str:
    """By which method, and how well it would have done: "By seasonal-naive: off by 4 % in back-tests …"."""
    if made.test is None:
        return ""
    said = _("By %(method)s: off by %(error)s in back-tests")
    said %= {"method": method_word(made.test.way.method), "error": _error(made.test, decimals)}
    if made.other is None:
        return said + "."
    return _("%(said)s, %(other)s by %(error)s.") % {
        "said": said,
        "other": method_word(made.other.way.method),
        "error": _error(made.other, decimals),
    }


def method_word(method: Method) -> str:
    """The name of a method."""
    return {
        Method.SEASONAL_NAIVE: _("the season of the year before"),
        Method.RUN_RATE: _("run rate"),
    }[method]


def _error(test: Test, decimals: int) -> str:
    if test.share is None:
        return number_text(test.mean_error, decimals)
    return _("%(share)s %%") % {"share": number_text(100 * test.share, 1 if test.share < 0.1 else 0)}


def _places(value: float, decimals: int) -> int:
    return 0 if value == round(value) else decimals
