"""What it takes for a plan to move on, and who agreed to it when."""

from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from org.models import User
from strategy.actions.versions import keep_version
from strategy.consultation.support import support_of
from strategy.enums import PLAN_TRANSITIONS, AgreementDecision, AgreementSide, PlanKind, PlanState
from strategy.models import Agreement, Plan
from strategy.validators import check_person


def check_way(plan: Plan, state: str, by: User | None, reason: str) -> None:
    """Raise Conflict where the plan cannot become `state`, Refused where a reason is needed for it."""
    if state not in PLAN_TRANSITIONS[plan.state]:
        raise Conflict(_cannot(plan, state))
    if by is None:
        return
    if plan.kind != PlanKind.ORGANISATION:
        raise Conflict(_("A departmental plan moves on by the steps on its own page."))
    if plan.revises_id is not None and state not in (PlanState.DRAFT, PlanState.CONSULTATION):
        raise Conflict(_("This belongs to a revision, which is proposed and approved as a whole."))
    if plan.state == PlanState.DRAFT and state == PlanState.ACTIVE:
        raise Conflict(_("A plan comes into force once an executive has approved it."))
    if state == PlanState.APPROVED:
        check_person(by)
    _check_reason(plan, state, reason)


def _cannot(plan: Plan, state: str) -> str:
    return _("“%(plan)s” is “%(before)s”; it cannot become “%(after)s”.") % {
        "plan": plan.name,
        "before": PlanState(plan.state).label,
        "after": PlanState(state).label if state in PlanState.values else state,
    }


def _check_reason(plan: Plan, state: str, reason: str) -> None:
    """Approving over open objections, and undoing what was agreed, are explained."""
    if reason.strip():
        return
    if state == PlanState.APPROVED and support_of(plan).open_objections:
        why = _("Objections are open: say why the plan is approved all the same.")
        raise Refused([Fault(why, field="reason", code="required")])
    if state == PlanState.DRAFT and plan.agreements.filter(stands=True).exists():
        why = _("People agreed to the plan: say why it goes back to draft.")
        raise Refused([Fault(why, field="reason", code="required")])


def keep_agreement(plan: Plan, by: User | None, reason: str) -> None:
    """Write down what the plan's new state means: who approved which version, or that nobody agrees now."""
    if plan.state == PlanState.APPROVED:
        version = keep_version(by=by, plan=plan, reason=reason or _("Approved"))
        Agreement.objects.create(
            plan=plan,
            side=AgreementSide.LEADERSHIP,
            decision=AgreementDecision.APPROVED,
            version=version,
            comment=reason,
            by=by,
        )
    elif plan.state == PlanState.DRAFT:
        undone = plan.agreements.filter(stands=True).update(stands=False)
        if undone:
            Agreement.objects.create(
                plan=plan,
                side=AgreementSide.OFFICE,
                decision=AgreementDecision.RETURNED,
                comment=reason,
                by=by,
                stands=False,
            )
    elif plan.state == PlanState.ACTIVE and by is not None:
        keep_version(by=by, plan=plan, reason=_("Comes into force"))
