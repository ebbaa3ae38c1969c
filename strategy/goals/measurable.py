"""M: a KPI that has values, and a target that is better than the baseline."""

from django.utils.translation import gettext as _

from strategy.goals.facts import GoalFacts, Measure
from strategy.goals.finding import Check, Letter, cannot_say, met, not_met


def measurable(facts: GoalFacts) -> Letter:
    """A KPI with values, a baseline and a target."""
    if facts.measure is None:
        return Letter("M", (not_met(_("No KPI says when it is reached: choose one."), "kpi"),))
    return Letter("M", (_values(facts.measure), *_ends(facts, facts.measure)))


def _values(measure: Measure) -> Check:
    if measure.latest is None:
        return cannot_say(_("%(kpi)s has no value there yet.") % {"kpi": measure.name}, "kpi")
    return met(_("%(kpi)s is measured: %(value)s.") % _said(measure, measure.latest.value))


def _said(measure: Measure, value: float) -> dict[str, str]:
    return {"kpi": measure.name, "value": measure.text(value)}


def _ends(facts: GoalFacts, measure: Measure) -> tuple[Check, ...]:
    """Whether it says from where to where."""
    missing = []
    if facts.baseline is None:
        words = _("It has no baseline: from where does it start?")
        if measure.latest is not None:
            words = _("It has no baseline; the latest value is %(value)s.")
            words %= {"value": measure.text(measure.latest.value)}
        missing.append(not_met(words, "baseline"))
    if facts.target is None:
        missing.append(not_met(_("It has no target: which number will do?"), "target"))
    return tuple(missing) or (_way(facts, measure),)


def _way(facts: GoalFacts, measure: Measure) -> Check:
    """Whether the target is better than the baseline, as the KPI counts."""
    assert facts.baseline is not None
    assert facts.target is not None
    ends = {"baseline": measure.text(facts.baseline), "target": measure.text(facts.target)}
    if facts.baseline == facts.target:
        return not_met(
            _("Target and baseline are the same, %(target)s: nothing would change.") % ends, "target"
        )
    side = measure.side(facts.baseline, facts.target)
    if (facts.target - facts.baseline) * side < 0:
        better = _("higher is better") if side > 0 else _("lower is better")
        words = _("From %(baseline)s to %(target)s would be worse: of this KPI %(better)s.")
        return not_met(words % {**ends, "better": better}, "target")
    return met(_("It goes from %(baseline)s to %(target)s.") % ends)
