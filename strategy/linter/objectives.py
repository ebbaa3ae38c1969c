"""Rules about an objective: what measures it, and how much that counts."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from kpis.enums import Tendency
from strategy.linter.facts import PlanFacts
from strategy.linter.finding import Finding, Severity
from strategy.queries import PlacedObjective


def _found(
    rule: str, severity: Severity, placed: PlacedObjective, route: str, what: str, why: str, mend: str
) -> Finding:
    url = reverse(route, args=[placed.objective.pk])
    return Finding(rule, severity, what, why, mend, url, objectives=(placed.objective,))


def unmeasured(placed: PlacedObjective, _facts: PlanFacts) -> Iterator[Finding]:
    """An objective without a KPI."""
    if not placed.kpi_links:
        yield _found(
            "unmeasured",
            Severity.WRONG,
            placed,
            "link_kpi",
            _("No KPI measures it"),
            _("Nobody can tell whether it is reached; it has no score and counts in no perspective."),
            _("Link a KPI that would move if the objective were reached."),
        )


def only_lagging(placed: PlacedObjective, facts: PlanFacts) -> Iterator[Finding]:
    """An objective all of whose KPIs tell afterwards."""
    measures = facts.of_objective[placed.objective.pk]
    if measures and all(each.kpi.tendency == Tendency.LAGGING for each in measures):
        yield _found(
            "only_lagging",
            Severity.WEAK,
            placed,
            "link_kpi",
            _("Only lagging KPIs"),
            _("They tell that it went wrong when it is too late to act."),
            _("Add a KPI that moves earlier, or mark the one that does as leading."),
        )


def weightless(placed: PlacedObjective, _facts: PlanFacts) -> Iterator[Finding]:
    """KPIs that count nothing in their objective."""
    links = placed.kpi_links
    empty = [link.kpi.name for link in links if link.weight == 0]
    if not empty:
        return
    nothing = len(empty) == len(links)
    yield _found(
        "weight_zero",
        Severity.WRONG if nothing else Severity.WEAK,
        placed,
        "weigh_kpis",
        _("Without weight: %(kpis)s") % {"kpis": ", ".join(empty)},
        _("All its KPIs have weight 0, so it has no score.")
        if nothing
        else _("It is shown with the objective, and changes nothing in its score."),
        _("Give it a weight, or unlink it."),
    )


OF_OBJECTIVES = (unmeasured, only_lagging, weightless)
