"""Taking a scenario over: what it chose is proposed, nothing is decided by it."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict
from initiatives.actions.gates import ask_gate
from initiatives.enums import GateOutcome, SolvingState, Stage
from initiatives.models import GateDecision, Initiative, Scenario
from initiatives.optimising.inputs import Input, inputs_of
from kpis.engine.frequency import Frequency, Period
from kpis.queries import calendar as fiscal_calendar
from org.models import User

ANSWERED = (SolvingState.SOLVED, SolvingState.BEST_SO_FAR)


@dataclass(frozen=True)
class Proposal:
    """What adopting does with a chosen initiative: the stages it enters or asks for, and its start.

    `steps`: stages, the last of which waits for the leadership; none where it is approved already. `moved`:
    whether the scenario starts it in another fiscal year than planned. `waits`: it stands at a gate already.
    """

    chosen: Input
    initiative: Initiative
    start: int
    steps: tuple[str, ...]
    moved: bool
    waits: bool


def proposals_of(scenario: Scenario) -> list[Proposal]:
    """What adopting the scenario would do; what is under way or was changed since is left alone."""
    starts = scenario.result.get("starts", {})
    inputs = {each.code: each for each in inputs_of(scenario) if not each.committed}
    waiting = set(
        GateDecision.objects.filter(outcome=GateOutcome.WAITING).values_list("initiative", flat=True)
    )
    found = []
    there = Initiative.objects.filter(code__in=starts, archived_on=None, merged_into=None)
    for initiative in there.order_by("code"):
        chosen = inputs.get(initiative.code)
        if chosen is None:
            continue
        start = scenario.first_year + starts[initiative.code]
        steps = () if initiative.pk in waiting else _steps(initiative.stage)
        moved = chosen.planned is not None and chosen.planned != start
        found.append(Proposal(chosen, initiative, start, steps, moved, initiative.pk in waiting))
    return found


@action
def adopt_scenario(*, by: User | None, scenario: Scenario) -> Scenario:
    """Propose what the scenario chose: ideas become proposals, proposals ask for approval.

    Raises Conflict where it has no solution or was adopted before. The leadership decides at every gate; the
    start that the scenario found stands in what is asked for.
    """
    locked = Scenario.objects.select_for_update().get(pk=scenario.pk)
    if locked.state not in ANSWERED:
        raise Conflict(_("“%(name)s” has no solution that could be adopted.") % {"name": locked.name})
    if locked.adopted_at is not None:
        raise Conflict(_("“%(name)s” was adopted before.") % {"name": locked.name})
    for proposal in proposals_of(locked):
        for stage in proposal.steps:
            ask_gate(
                by=by, initiative=proposal.initiative, to_stage=stage, request=_request(locked, proposal)
            )
    locked.adopted_by, locked.adopted_at = by, timezone.now()
    locked.save(update_fields=["adopted_by", "adopted_at"])
    return locked


def _steps(stage: str) -> tuple[str, ...]:
    if stage == Stage.IDEA:
        return (Stage.PROPOSED, Stage.APPROVED)
    return (Stage.APPROVED,) if stage == Stage.PROPOSED else ()


def _request(scenario: Scenario, proposal: Proposal) -> str:
    year = fiscal_calendar().format(Period(Frequency.YEAR, proposal.start))
    words = _("Chosen by the scenario “%(name)s”: to start in the fiscal year %(year)s.")
    text = words % {"name": scenario.name, "year": year}
    if proposal.moved and proposal.chosen.planned is not None:
        planned = fiscal_calendar().format(Period(Frequency.YEAR, proposal.chosen.planned))
        text += " " + _("Planned was %(year)s.") % {"year": planned}
    return text
