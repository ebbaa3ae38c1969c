"""SMART checks and progress in words."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.ui.numbers import number_text
from kpis.as_of import day_text
from strategy.goals.finding import Verdict
from strategy.goals.progress import Pace, Progress

LETTERS: dict[str, Any] = {
    "S": gettext_lazy("Specific"),
    "M": gettext_lazy("Measurable"),
    "A": gettext_lazy("Achievable"),
    "R": gettext_lazy("Relevant"),
    "T": gettext_lazy("Time-bound"),
}
VERDICTS: dict[Verdict, Any] = {
    Verdict.MET: gettext_lazy("met"),
    Verdict.NOT_MET: gettext_lazy("not met"),
    Verdict.CANNOT_SAY: gettext_lazy("cannot say yet"),
}
PACES: dict[Pace, Any] = {
    Pace.REACHED: gettext_lazy("Target reached"),
    Pace.AHEAD: gettext_lazy("Ahead of pace"),
    Pace.ON_PACE: gettext_lazy("On pace"),
    Pace.LITTLE_BEHIND: gettext_lazy("A little behind"),
    Pace.BEHIND: gettext_lazy("Behind"),
}
# The shape that stands beside the word, as everywhere: disc, half disc, triangle.
PACE_STATUS: dict[Pace, str] = {
    Pace.REACHED: "green",
    Pace.AHEAD: "green",
    Pace.ON_PACE: "green",
    Pace.LITTLE_BEHIND: "amber",
    Pace.BEHIND: "red",
}


def progress_text(progress: Progress) -> str:
    """One sentence: "81 % on 31 October 2026: 3.2 points behind the expected 84.2 %."."""
    measure = progress.measure
    words = {
        "value": measure.text(progress.point.value),
        "day": day_text(progress.point.day),
        "expected": measure.text(_rounded(progress.expected, measure.decimals)),
        "gap": gap_text(progress),
    }
    if progress.reached:
        return _("%(value)s on %(day)s: the target is reached.") % words
    if _rounded(progress.ahead, measure.decimals) == 0:
        return _("%(value)s on %(day)s, as expected.") % words
    if progress.ahead > 0:
        return _("%(value)s on %(day)s: %(gap)s ahead of the expected %(expected)s.") % words
    return _("%(value)s on %(day)s: %(gap)s behind the expected %(expected)s.") % words


def gap_text(progress: Progress) -> str:
    """By how much it is ahead or behind, without a sign; of percentages in points."""
    measure, gap = progress.measure, abs(progress.ahead)
    if measure.unit.strip() == "%":
        return _("%(gap)s points") % {"gap": number_text(gap, max(measure.decimals, 1))}
    return f"{number_text(gap, measure.decimals)} {measure.unit}".rstrip()


def _rounded(value: float, decimals: int) -> float:
    return round(value, decimals)
