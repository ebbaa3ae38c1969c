"""All findings about a plan, in the order of its objectives."""

import datetime as dt

from strategy.linter.facts import PlanFacts
from strategy.linter.finding import Finding, Severity
from strategy.linter.measures import OF_MEASURES
from strategy.linter.objectives import OF_OBJECTIVES
from strategy.linter.reading import read_facts
from strategy.models import Plan


def findings(plan: Plan, today: dt.date) -> list[Finding]:
    """What could mislead the plan's readers, the wrong before the weak; a constant number of queries."""
    return check(read_facts(plan, today))


def check(facts: PlanFacts) -> list[Finding]:
    """The findings about a plan of which this is known. A KPI of several objectives is told of once."""
    found: list[Finding] = []
    told: set[int] = set()
    for placed in facts.structure.objectives:
        for rule in OF_OBJECTIVES:
            found += rule(placed, facts)
        for measure in facts.of_objective[placed.objective.pk]:
            if measure.kpi.pk not in told:
                told.add(measure.kpi.pk)
                found += [each for about in OF_MEASURES for each in about(measure, facts)]
    return sorted(found, key=lambda each: each.severity != Severity.WRONG)
