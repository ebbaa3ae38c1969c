"""Signals, limits and readings in words."""

from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.engine.periods import Calendar
from kpis.engine.signals import MIN_POINTS, Reading
from kpis.signals import KpiSignals, Signal
from kpis.wording import period_text, periods_word


def side_word(side: int) -> str:
    """The side of a signal as `core.ui.marks.signal_mark` takes it: high, low, or nothing."""
    return {1: "high", -1: "low"}.get(side, "")


def advice_of(reading: Reading | None) -> str:
    """What to do about a status, given whether chance explains it."""
    return {
        None: "",
        Reading.CHANGE_THE_PROCESS: _("Not on target, but noise: change the process, not this one number."),
        Reading.FIND_THE_CAUSE: _("Not on target, and a signal: find out what changed."),
        Reading.EARLY_WARNING: _("On target, but a signal for the worse: find its cause before it is off."),
        Reading.LEAVE_ALONE: _("On target, and no signal for the worse: leave it alone."),
    }[reading]


def signal_text(signal: Signal, calendar: Calendar) -> str:
    """One signal: "March 2026: above the upper limit", "9 in a row below the centre, May 2025 to …"."""
    until = period_text(signal.period, calendar)
    if signal.outside:
        where = _("above the upper limit") if signal.side > 0 else _("below the lower limit")
        when = until
        if signal.started != signal.period:
            since = period_text(signal.started, calendar)
            when = _("%(since)s to %(until)s") % {"since": since, "until": until}
        return _("%(period)s: %(where)s") % {"period": when, "where": where}
    where = _("above the centre") if signal.side > 0 else _("below the centre")
    return _("%(count)s in a row %(where)s, %(since)s to %(until)s") % {
        "count": signal.run,
        "where": where,
        "since": period_text(signal.started, calendar),
        "until": until,
    }


def point_text(signals: KpiSignals, period: int) -> str:
    """Of one native period (ordinal): above or below a limit, or in a run; nothing where it is noise."""
    side, place = signals.side(period), period - signals.history.first
    if not side:
        return ""
    if signals.found.outside[place]:
        return _("above the upper limit") if side > 0 else _("below the lower limit")
    count = {"count": abs(int(signals.found.run[place]))}
    return (
        _("%(count)s in a row above the centre") if side > 0 else _("%(count)s in a row below the centre")
    ) % count


def limits_text(signals: KpiSignals, decimals: int) -> str:
    """The natural limits of the present baseline: "84.3 to 91.1"; nothing without."""
    baseline = signals.baseline
    if baseline is None or baseline.lower is None or baseline.upper is None:
        return ""
    ends = {"lower": number_text(baseline.lower, decimals), "upper": number_text(baseline.upper, decimals)}
    return _("%(lower)s to %(upper)s") % ends


def too_few_text(signals: KpiSignals) -> str:
    """Why there are no limits: "Too few points for natural limits: 5 of 8 months"."""
    return _("Too few points for natural limits: %(points)s of %(needed)s %(periods)s.") % {
        "points": signals.points,
        "needed": MIN_POINTS,
        "periods": periods_word(signals.history.frequency),
    }
