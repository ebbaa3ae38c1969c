"""Rules about a KPI: how it is counted, targeted and cared for."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.engine.anchors import AnchorError, check_anchors
from kpis.engine.formulas.parser import parse
from kpis.engine.scoring import Direction
from kpis.enums import DepartmentRollup, TimeRollup
from kpis.store.rules import anchors_of
from strategy.linter.facts import Measure, PlanFacts
from strategy.linter.finding import Finding, Severity
from strategy.linter.units import is_ratio, mixed_units

WRONG, WEAK = Severity.WRONG, Severity.WEAK


def _found(
    rule: str, severity: Severity, measure: Measure, route: str, what: str, why: str, mend: str
) -> Finding:
    url = reverse(route, args=[measure.kpi.code])
    return Finding(rule, severity, what, why, mend, url, measure.kpi, measure.objectives)


def averaged_ratio(measure: Measure, _facts: PlanFacts) -> Iterator[Finding]:
    """A percentage of which the plain mean over departments is taken, or the mean over time."""
    definition = measure.definition
    if measure.is_formula or not is_ratio(measure.kpi.unit):
        return
    several = len(measure.reporters) > 1
    if definition.department_rollup == DepartmentRollup.MEAN and several:
        yield _found(
            "averaged_ratio",
            WRONG,
            measure,
            "change_kpi",
            _("A mean of ratios over departments"),
            _("A small department counts as much as a large one, so the mean is not the whole's ratio."),
            _("Make it a formula of the two sums that the ratio is made of, or weigh the departments."),
        )
    elif definition.time_rollup == TimeRollup.MEAN and definition.department_rollup != DepartmentRollup.NONE:
        yield _found(
            "averaged_ratio_over_time",
            WEAK,
            measure,
            "change_kpi",
            _("A mean of ratios over time"),
            _("A quiet month counts as much as a busy one, so a quarter's mean is not the quarter's ratio."),
            _("Make it a formula of the two sums that the ratio is made of."),
        )


def summed_ratio(measure: Measure, _facts: PlanFacts) -> Iterator[Finding]:
    """Percentages that are added up."""
    definition = measure.definition
    over_departments = definition.department_rollup == DepartmentRollup.SUM and len(measure.reporters) > 1
    summed = definition.time_rollup == TimeRollup.SUM or over_departments
    if not measure.is_formula and "%" in measure.kpi.unit and summed:
        yield _found(
            "summed_ratio",
            WRONG,
            measure,
            "change_kpi",
            _("Percentages are added up"),
            _("The sum of percentages is a percentage of nothing."),
            _("Take the weighted mean, or make it a formula of the two sums that the ratio is made of."),
        )


def mixed_sum(measure: Measure, facts: PlanFacts) -> Iterator[Finding]:
    """A formula that adds KPIs of different units."""
    clash = mixed_units(parse(measure.definition.formula), facts.units) if measure.is_formula else None
    if clash:
        units = {"one": clash[0], "other": clash[1]}
        yield _found(
            "mixed_units",
            WRONG,
            measure,
            "change_kpi",
            _("The formula adds %(one)s and %(other)s") % units,
            _("Numbers of different units have no sum that means anything."),
            _("Bring both to one unit in the formula, or correct the unit of the KPI that has it wrong."),
        )


def easier_target(measure: Measure, _facts: PlanFacts) -> Iterator[Finding]:
    """A target that asks for less than was reached last year."""
    compared = measure.compared
    if compared is None:
        return
    sign = 1 if measure.definition.direction == Direction.UP else -1
    if sign * (compared.reached - compared.target) > 1e-9 * max(1.0, abs(compared.reached)):
        decimals = measure.kpi.decimals
        numbers = {
            "year": compared.year,
            "before": compared.before,
            "target": number_text(compared.target, decimals),
            "reached": number_text(compared.reached, decimals),
        }
        yield _found(
            "easier_target",
            WEAK,
            measure,
            "target_grid",
            _("%(target)s is asked for in %(year)s, %(reached)s was reached in %(before)s") % numbers,
            _("The target is easier than what was reached: it is on target by falling back."),
            _("Set a target that asks for at least as much, or say in its note why less is right."),
        )


def lines_out_of_order(measure: Measure, _facts: PlanFacts) -> Iterator[Finding]:
    """Red line, target, best and worst that are not in their order, so that nothing is scored."""
    why = _("A score is a straight line from the red line to the target; out of order there is none.")
    if reason := _disorder(measure):
        yield _found(
            "lines_out_of_order",
            WRONG,
            measure,
            "change_kpi",
            _("The KPI's own lines are out of order: %(reason)s") % {"reason": reason},
            why,
            _("Put the lines in order in the KPI's definition."),
        )
    if measure.disordered:
        yield _found(
            "targets_out_of_order",
            WRONG,
            measure,
            "target_grid",
            _("Targets do not fit the direction: %(count)s of %(all)s")
            % {"count": measure.disordered, "all": measure.targets},
            why,
            _("Correct their red lines, or the direction of the KPI."),
        )


def _disorder(measure: Measure) -> str:
    definition = measure.definition
    try:
        check_anchors(
            anchors_of(definition, definition.direction),
            Direction(definition.direction),
            definition.tolerance,
        )
    except AnchorError as error:
        return str(error)
    return ""


def nobody_cares(measure: Measure, _facts: PlanFacts) -> Iterator[Finding]:
    """Series without a steward, a KPI without an owner."""
    without = [each.department for each in measure.reporters if not each.has_steward]
    if without:
        yield _found(
            "no_steward",
            WEAK,
            measure,
            "kpi_series",
            _("No steward at %(departments)s") % {"departments": ", ".join(without)},
            _("Nobody is asked for the value, so nobody is reminded that it is late."),
            _("Name who reports it."),
        )
    if measure.kpi.owner_id is None:
        yield _found(
            "no_owner",
            WEAK,
            measure,
            "change_kpi",
            _("No owner"),
            _("Nobody answers for the result."),
            _("Name an owner."),
        )


def nothing_to_score(measure: Measure, _facts: PlanFacts) -> Iterator[Finding]:
    """A KPI without any target, that nobody reports, or that was never reported."""
    if not measure.has_target:
        yield _found(
            "no_target",
            WRONG,
            measure,
            "target_grid",
            _("No target"),
            _("Without a target there is no score, so it counts in no objective."),
            _("Set targets, or one for all in the KPI's definition."),
        )
    if measure.is_formula:
        return
    if not measure.reporters:
        yield _found(
            "nobody_reports",
            WRONG,
            measure,
            "kpi_series",
            _("Nobody reports it"),
            _("No department has a series of it today, so no value is expected."),
            _("Say which departments report it, or unlink it."),
        )
    elif not measure.has_values:
        yield _found(
            "never_reported",
            WEAK,
            measure,
            "kpi",
            _("Never reported"),
            _("It has been asked for and there has not been one value."),
            _("Have the first value entered, or replace it by what can be measured."),
        )


OF_MEASURES = (
    averaged_ratio,
    summed_ratio,
    mixed_sum,
    easier_target,
    lines_out_of_order,
    nobody_cares,
    nothing_to_score,
)
