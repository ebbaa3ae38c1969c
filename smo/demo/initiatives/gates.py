"""The initiatives of the demonstration: what is asked at gates, what was decided, what waits."""

import datetime as dt
import itertools

from django.utils import timezone

from initiatives.actions.criteria import add_criterion
from initiatives.actions.gates import Answer, ask_gate, criteria_snapshot
from initiatives.enums import GateOutcome, Stage
from initiatives.gates.moves import needs_decision
from initiatives.gates.reading import criteria_before
from initiatives.models import GateDecision, Initiative
from smo.demo.initiatives import gates_content as content
from smo.demo.initiatives.scene import Portfolio

# The way each initiative has come, by where it stands.
_WAY = (Stage.IDEA, Stage.PROPOSED, Stage.APPROVED, Stage.ACTIVE)
_BESIDE = {Stage.COMPLETED: _WAY, Stage.ON_HOLD: _WAY, Stage.CANCELLED: _WAY[:3]}
_APART = dt.timedelta(days=47)


def store(portfolio: Portfolio) -> None:
    """Add the criteria, the decisions of the past and the two requests that wait."""
    staff = portfolio.people["smo"]
    for stage, text, required, help_text in content.CRITERIA:
        add_criterion(by=staff, to_stage=stage, text=text, required=required, help=help_text)
    for initiative in portfolio.initiatives.values():
        _decided(portfolio, initiative)
    for code, who, request, notes in content.WAITING:
        _asked(portfolio, portfolio.initiatives[code], who, request, notes)


def _decided(portfolio: Portfolio, initiative: Initiative) -> None:
    """The way to the present stage, the latest step on the day since which it stands there."""
    stage = Stage(initiative.stage)
    way = [*_BESIDE[stage], stage] if stage in _BESIDE else list(_WAY[: _WAY.index(stage) + 1])
    assert initiative.stage_since is not None
    for n, (before, after) in enumerate(itertools.pairwise(way)):
        day = initiative.stage_since - _APART * (len(way) - 2 - n)
        _kept(portfolio, initiative, before, after, day)


def _kept(portfolio: Portfolio, initiative: Initiative, before: str, after: str, day: dt.date) -> None:
    """One decision as it was written down then."""
    people = portfolio.people
    decided = needs_decision(before, after)
    spec = content.DECIDED.get((initiative.code, after))
    outcome = GateOutcome.PASSED_IF if spec and spec.conditions else GateOutcome.PASSED
    decider = people[spec.by if spec else "executive"] if decided else initiative.lead
    answers = {each.pk: Answer(met=True) for each in criteria_before(after)}
    moment = dt.datetime.combine(day, dt.time(14), tzinfo=timezone.get_current_timezone())
    gate = GateDecision.objects.create(
        initiative=initiative,
        from_stage=before,
        to_stage=after,
        outcome=outcome,
        request=content.REQUESTS[Stage(after)],
        criteria=criteria_snapshot(after, answers),
        asked_by=initiative.lead,
        reason=spec.reason if spec else "",
        conditions=spec.conditions if spec else "",
        decided_by=decider,
        decided_at=moment,
    )
    GateDecision.objects.filter(pk=gate.pk).update(asked_at=moment - dt.timedelta(days=9))


def _asked(
    portfolio: Portfolio, initiative: Initiative, who: str, request: str, notes: tuple[tuple[bool, str], ...]
) -> None:
    """A request that waits for the executives."""
    criteria = criteria_before(Stage.APPROVED)
    answers = {each.pk: Answer(*said) for each, said in zip(criteria, notes, strict=False)}
    gate = ask_gate(
        by=portfolio.people[who],
        initiative=initiative,
        to_stage=Stage.APPROVED,
        request=request,
        answers=answers,
        decide_by=portfolio.today + dt.timedelta(days=6),
    )
    GateDecision.objects.filter(pk=gate.pk).update(asked_at=timezone.now() - dt.timedelta(days=4))
