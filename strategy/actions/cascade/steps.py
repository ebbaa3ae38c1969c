"""A departmental plan's way: proposed by its head, agreed by the office, approved, in force, written anew."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.actions import action
from core.errors import Fault, Refused
from org.models import User
from strategy.actions.versions import keep_version
from strategy.cascade.stages import check_step
from strategy.enums import AgreementDecision, AgreementSide
from strategy.enums.cascade import STATE_OF, Stage, Step
from strategy.events import plan_state_changed
from strategy.models import Agreement, Plan, PlanVersion

# For whom a step speaks, and what it says; the other steps are nobody's agreement.
_SAYS: dict[str, tuple[str, str]] = {
    Step.PROPOSE: (AgreementSide.DEPARTMENT, AgreementDecision.AGREED),
    Step.AGREE: (AgreementSide.OFFICE, AgreementDecision.AGREED),
    Step.APPROVE: (AgreementSide.LEADERSHIP, AgreementDecision.APPROVED),
    Step.RETURN: (AgreementSide.OFFICE, AgreementDecision.RETURNED),
    Step.REOPEN: (AgreementSide.OFFICE, AgreementDecision.RETURNED),
}
_NEEDS_WORDS: dict[str, Promise] = {
    Step.RETURN: _("Say what the department should change."),
    Step.REOPEN: _("Say why the plan is written anew."),
}


@action
def take_step(*, by: User | None, plan: Plan, step: str, comment: str = "") -> Plan:
    """Take a departmental or functional plan further, and keep who said so when.

    Approving keeps the plan as a version. Returning and beginning anew need a comment, and what was agreed
    before stands no longer. Raises Conflict where the plan's stage forbids the step, Refused.
    """
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    after = check_step(locked, step)
    comment = comment.strip()
    if step in _NEEDS_WORDS and not comment:
        raise Refused([Fault(str(_NEEDS_WORDS[step]), field="comment", code="required")])
    if after == Stage.DRAFT:
        plan.agreements.filter(stands=True).update(stands=False)
    version = keep_version(by=by, plan=locked, reason=comment) if step == Step.APPROVE else None
    _note(plan, step, comment, version, by)
    before = locked.state
    plan.state = locked.state = STATE_OF[after]
    locked.save(update_fields=["state"])
    if before != plan.state:
        plan_state_changed(plan, before)
    return plan


def _note(plan: Plan, step: str, comment: str, version: PlanVersion | None, by: User | None) -> None:
    """Keep what the step says for whom; a plan that is written anew is agreed to by nobody."""
    if step not in _SAYS:
        return
    side, decision = _SAYS[step]
    Agreement.objects.create(
        plan=plan,
        side=side,
        department=plan.department if side == AgreementSide.DEPARTMENT else None,
        decision=decision,
        version=version,
        comment=comment,
        by=by,
        stands=decision != AgreementDecision.RETURNED,
    )
