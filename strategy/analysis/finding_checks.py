"""Rules of capabilities, competitors, scenarios and assumptions that pages and programs share."""

import math
from collections.abc import Iterable

from django.utils.translation import gettext as _

from core.errors import Fault
from strategy.analysis.checks import check_choice, check_rating, check_text
from strategy.analysis.kinds import Finding, Kind
from strategy.enums import Crossing, Tripwire
from strategy.models import Assumption, Competitor, Scenario
from strategy.validators import check_belongs


def check_finding(kind: Kind, finding: Finding) -> Iterable[Fault]:
    """Everything that is wrong with a finding."""
    yield from check_text(kind.headline, getattr(finding, kind.headline), kind.limit)
    for rating in kind.ratings:
        yield from check_rating(rating, getattr(finding, rating))
    if isinstance(finding, Competitor):
        yield from _check_market_share(finding)
    if isinstance(finding, Scenario):
        yield from _check_year(finding)
    if isinstance(finding, Assumption):
        yield from check_belongs(finding.plan, "priority", finding.priority)
        yield from check_belongs(finding.plan, "objective", finding.objective)
        yield from check_wire(finding)


def _check_market_share(competitor: Competitor) -> Iterable[Fault]:
    if competitor.share is not None and not 0 <= competitor.share <= 100:
        yield Fault(_("A share goes from 0 to 100 %."), field="share")


def _check_year(scenario: Scenario) -> Iterable[Fault]:
    if scenario.year is not None and not 1900 <= scenario.year <= 2200:
        yield Fault(_("A year such as 2030."), field="year")


def check_wire(assumption: Assumption) -> Iterable[Fault]:
    """A wire names what trips it, and somebody who answers when it does."""
    wire = assumption.tripwire
    yield from check_choice("tripwire", wire, Tripwire.values, may_be_empty=False)
    if wire == Tripwire.DATE and assumption.trips_on is None:
        yield Fault(_("On which day?"), field="trips_on", code="required")
    if wire == Tripwire.KPI:
        yield from _check_threshold(assumption)
    if wire in (Tripwire.KPI, Tripwire.DATE) and assumption.owner is None:
        yield Fault(_("Who answers when it trips?"), field="owner", code="required")


def _check_threshold(assumption: Assumption) -> Iterable[Fault]:
    if assumption.kpi is None:
        yield Fault(_("Which KPI?"), field="kpi", code="required")
    yield from check_choice("crossing", assumption.crossing, Crossing.values, may_be_empty=False)
    if assumption.threshold is None:
        yield Fault(_("Which number trips it?"), field="threshold", code="required")
    elif not math.isfinite(assumption.threshold):
        yield Fault(_("A number is needed."), field="threshold")
