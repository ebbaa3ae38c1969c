"""What is done about a risk: the response that was chosen, its actions, and the ratings they propose."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.models import User
from risks.actions.rating import check_levels, matrix_in_use, rate_risk
from risks.enums import RESPONSES, MitigationState, ProposalState, Response
from risks.models import Mitigation, RatingProposal, Risk
from risks.validators import check_standing, refuse

ACCEPT = "risks.accept_risk"
# What who does an action may report of it; the rest is for who looks after its risk.
REPORTED_BY_OWNER = frozenset({"state", "progress"})
FIELDS = (
    "name",
    "description",
    "side",
    "owner",
    "due_on",
    "cost",
    "to_likelihood",
    "to_impact",
    "effect",
    "state",
    "progress",
)


@action
def choose_response(
    *, by: User | None, risk: Risk, response: str, reason: str = "", accepted_until: dt.date | None = None
) -> Risk:
    """Say what is done about it; *accept* is said by who may, and ends on a day. Raises Refused, Conflict."""
    check_standing(risk)
    refuse(_response_faults(by, risk, response, reason, accepted_until))
    accepts = response == Response.ACCEPT
    risk.response, risk.response_reason = response, reason.strip()
    risk.accepted_by = by if accepts else None
    risk.accepted_until = accepted_until if accepts else None
    risk.save(update_fields=["response", "response_reason", "accepted_by", "accepted_until"])
    return risk


def _response_faults(
    by: User | None, risk: Risk, response: str, reason: str, until: dt.date | None
) -> Iterator[Fault]:
    if response not in RESPONSES[risk.kind]:
        yield Fault(_("This is no response to it."), field="response")
    if not reason.strip():
        yield Fault(_("Say why."), field="reason", code="required")
    if response != Response.ACCEPT:
        return
    if by is not None and not by.has_perm(ACCEPT, risk):
        words = _("The leadership, or the head of the department that answers for it, accepts a risk.")
        yield Fault(words, field="response", code="permission")
    if until is None or until <= timezone.localdate():
        yield Fault(_("Say until which day to come it is accepted."), field="accepted_until", code="required")


@action
def add_mitigation(*, by: User | None, risk: Risk, name: str, **fields: Any) -> Mitigation:
    """Add an action (`FIELDS`); raises Refused, Conflict."""
    check_standing(risk)
    mitigation = Mitigation(risk=risk, position=risk.mitigations.count())
    return _store(mitigation, {"name": name, **fields})


@action
def change_mitigation(*, by: User | None, mitigation: Mitigation, **fields: Any) -> Mitigation:
    """Change fields of `FIELDS`; once done it proposes a rating, if it said what it brings."""
    check_standing(mitigation.risk)
    return _store(mitigation, fields)


@action
def remove_mitigation(*, by: User | None, mitigation: Mitigation) -> None:
    """Take out an action that was not begun; raises Conflict, for others are dropped."""
    check_standing(mitigation.risk)
    if mitigation.state != MitigationState.PLANNED:
        raise Conflict(_("“%(name)s” was begun: set it to dropped instead.") % {"name": mitigation.name})
    mitigation.delete()


def _store(mitigation: Mitigation, fields: dict[str, Any]) -> Mitigation:
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"an action has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(mitigation, name, value.strip() if isinstance(value, str) else value)
    refuse(_mitigation_faults(mitigation))
    is_done = mitigation.state == MitigationState.DONE
    newly = is_done and mitigation.done_on is None
    if newly:
        mitigation.done_on, mitigation.progress = timezone.localdate(), 100
    elif not is_done:
        mitigation.done_on = None
    mitigation.save()
    if newly and mitigation.to_likelihood and mitigation.to_impact:
        _propose(mitigation, mitigation.to_likelihood, mitigation.to_impact)
    if not is_done:  # opened again: what it proposed is no longer so
        mitigation.proposals.filter(state=ProposalState.OPEN).delete()
    return mitigation


def _propose(mitigation: Mitigation, likelihood: int, impact: int) -> None:
    RatingProposal.objects.create(
        risk=mitigation.risk, mitigation=mitigation, likelihood=likelihood, impact=impact
    )


def _mitigation_faults(mitigation: Mitigation) -> Iterator[Fault]:
    if not mitigation.name.strip():
        yield Fault(_("Say what is to be done."), field="name", code="required")
    if mitigation.state not in MitigationState.values:
        yield Fault(_("Planned, under way, done or dropped."), field="state")
    if not 0 <= mitigation.progress <= 100:
        yield Fault(_("From 0 to 100 percent."), field="progress")
    if mitigation.cost is not None and mitigation.cost < 0:
        yield Fault(_("0 or more."), field="cost")
    if (mitigation.to_likelihood is None) != (mitigation.to_impact is None):
        yield Fault(_("Say both levels, or none."), field="to_impact")
    elif mitigation.to_likelihood is not None and mitigation.to_impact is not None:
        for fault in check_levels(matrix_in_use(), mitigation.to_likelihood, mitigation.to_impact):
            yield Fault(fault.message, field=f"to_{fault.field}")


@action
def decide_proposal(
    *, by: User | None, proposal: RatingProposal, accepted: bool, reason: str = ""
) -> RatingProposal:
    """Accept what a completed action proposes (a rating is made), or decline with a reason.

    Raises Conflict where it is decided already, Refused.
    """
    check_standing(proposal.risk)
    proposal = RatingProposal.objects.select_for_update().get(pk=proposal.pk)
    if proposal.state != ProposalState.OPEN:
        raise Conflict(_("This was decided already."))
    if not accepted and not reason.strip():
        refuse([Fault(_("Say why not."), field="reason", code="required")])
    if accepted:
        words = reason.strip() or _("Done: %(action)s") % {"action": proposal.mitigation.name}
        proposal.rating = rate_risk(
            by=by,
            risk=proposal.risk,
            likelihood=proposal.likelihood,
            impact=proposal.impact,
            rationale=words,
        )
    proposal.state = ProposalState.ACCEPTED if accepted else ProposalState.DECLINED
    proposal.reason, proposal.decided_by, proposal.decided_at = reason.strip(), by, timezone.now()
    proposal.save()
    return proposal
