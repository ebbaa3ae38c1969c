"""A: what was reached before, how fast the KPI moved, how likely the projection finds it, and resources.

Within reach is a target no better than the best value so far, or one that asks for at most `STRETCH` times
the best yearly change of the past. Yearly changes are differences of the means of whole years counted back
from the latest value, so that seasons cancel out.
"""

import datetime as dt
import math

from django.utils.translation import gettext as _

from strategy.goals.facts import GoalFacts, Measure, Point
from strategy.goals.finding import Check, Letter, cannot_say, met, not_met

STRETCH = 1.5
"""A goal may ask for more than was ever managed in a year, but not for more than half as much again."""
UNLIKELY = 0.1
"""Below this chance the projection speaks against a target."""
_YEAR = dt.timedelta(days=365.25)
_LEAP = dt.timedelta(days=3)  # so that the same day of an earlier year is whole years away


def achievable(facts: GoalFacts) -> Letter:
    """A target within reach, and something to reach it with."""
    checks = [*_within_reach(facts), _resources(facts)]
    if chance := _projection(facts):
        checks.insert(1, chance)
    return Letter("A", tuple(checks))


def _resources(facts: GoalFacts) -> Check:
    if facts.resources.strip() or facts.budget:
        return met(_("It says what it is done with."))
    return not_met(_("It says not what it is done with: name people, money or tools."), "resources")


def _projection(facts: GoalFacts) -> Check | None:
    """What the projection says of the target; nothing where there is none."""
    measure = facts.measure
    if measure is None or measure.chance is None or facts.target is None or not facts.is_open:
        return None
    share = _percent(measure.chance)
    words = _("As it goes now, the target is %(share)s likely on time.") % {"share": share}
    if measure.chance >= UNLIKELY:
        return met(words)
    # Projections know the past only: they warn, and what is planned may still change the course.
    return cannot_say(_("%(words)s Its steps must change the course.") % {"words": words}, "target")


def _percent(chance: float) -> str:
    if chance < 0.01:
        return _("< 1 %")
    return _("> 99 %") if chance > 0.99 else _("%(share)d %%") % {"share": round(100 * chance)}


def _within_reach(facts: GoalFacts) -> tuple[Check, ...]:
    measure = facts.measure
    if measure is None or facts.target is None or facts.due_on is None:
        return (cannot_say(_("Without KPI, target and due date nobody can say whether it is within reach.")),)
    if measure.latest is None:
        return (cannot_say(_("There is no value yet to compare the target with."), "kpi"),)
    side = measure.side(facts.baseline, facts.target)
    best = max((point.value for point in measure.values), key=lambda value: value * side)
    if (facts.target - best) * side <= 0:
        words = _("It was reached before: the best so far is %(best)s.")
        return (met(words % {"best": measure.text(best)}),)
    return (_against_change(facts, measure, side, measure.latest),)


def _against_change(facts: GoalFacts, measure: Measure, side: int, latest: Point) -> Check:
    """The yearly change that is needed against those that were managed."""
    assert facts.target is not None
    assert facts.due_on is not None
    years = (facts.due_on - latest.day) / _YEAR
    if years <= 0:
        return not_met(_("Its due date has passed, and the target was never reached."), "due_on")
    needed = (facts.target - latest.value) / max(years, 1.0)
    changes = yearly_changes(measure.values)
    if not changes:
        return cannot_say(_("There are fewer than two years of values to compare the target with."))
    fastest = max(changes, key=lambda change: change * side)
    said = {"needed": measure.text(abs(needed)), "fastest": measure.text(abs(fastest))}
    if fastest * side <= 0:
        words = _("It needs %(needed)s a year; in the years so far the KPI never got better.")
        return not_met(words % said, "target")
    if abs(needed) <= STRETCH * abs(fastest):
        words = _("It needs %(needed)s a year; the best year so far brought %(fastest)s.")
        return met(words % said)
    words = _("It needs %(needed)s a year; the best year so far brought only %(fastest)s.")
    return not_met(words % said, "target")


def yearly_changes(values: tuple[Point, ...]) -> list[float]:
    """By how much the mean of each year, counted back from the latest value, differs from the one before.

    The newest first; empty with less than two years of values.
    """
    if not values:
        return []
    last = values[-1].day
    years: dict[int, list[float]] = {}
    for point in values:
        years.setdefault(math.floor((last - point.day + _LEAP) / _YEAR), []).append(point.value)
    usual = max(len(found) for found in years.values())
    means = {year: sum(found) / len(found) for year, found in years.items() if len(found) * 2 >= usual}
    return [means[year] - means[year + 1] for year in sorted(means) if year + 1 in means]
