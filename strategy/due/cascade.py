"""What is due about departmental plans: to write anew what came back, to agree, to approve."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.due import DueItem, register
from org.enums import Role
from org.roles import held_by
from strategy.cascade.parts import visible_parts
from strategy.cascade.permissions import STEP_PERMISSION
from strategy.cascade.stages import stage_of
from strategy.enums import AgreementDecision, PlanState
from strategy.enums.cascade import Stage, Step
from strategy.models import Agreement, Plan

# How long each may take.
TO_ANSWER = dt.timedelta(days=7)

_WAITING = (PlanState.DRAFT, PlanState.CONSULTATION, PlanState.APPROVED)
_NEXT = {Stage.PROPOSED: Step.AGREE, Stage.AGREED: Step.APPROVE, Stage.APPROVED: Step.ACTIVATE}


def plans_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """The next step of each plan of a department or function that waits for this user, within a week."""
    if not held_by(user).anywhere(Role.SMO_STAFF, Role.EXECUTIVE, Role.DEPARTMENT_HEAD):
        return
    spoken = Prefetch("agreements", Agreement.objects.order_by("at", "pk"), to_attr="spoken")
    waiting = visible_parts(user).filter(state__in=_WAITING, agreements__isnull=False).distinct()
    for plan in waiting.prefetch_related(spoken).select_related("department"):
        due_on = timezone.localdate(plan.spoken[-1].at) + TO_ANSWER
        title = _title(plan, user)
        if title and due_on <= until:
            yield DueItem(
                due_on=due_on,
                kind="strategy.department_plan",
                title=title % {"plan": plan.name},
                url=reverse("department_plan", args=[plan.code]),
                detail=str(plan.department),
            )


def _title(plan: Any, user: Any) -> str:
    """What the user is to do with the plan; nothing where it waits for others."""
    stage = stage_of(plan, plan.spoken)
    if stage == Stage.DRAFT:
        back = plan.spoken[-1].decision == AgreementDecision.RETURNED
        return _("Write %(plan)s anew") if back and _writes(user, plan) else ""
    step = _NEXT[stage]
    if not user.has_perm(STEP_PERMISSION[step], plan):
        return ""
    words = {
        Step.AGREE: _("Agree to %(plan)s, or return it"),
        Step.APPROVE: _("Approve %(plan)s, or return it"),
        Step.ACTIVATE: _("Put %(plan)s into force"),
    }
    return words[step]


def _writes(user: Any, plan: Plan) -> bool:
    """Heads write; the office is not asked to do it for them."""
    return bool(user.has_perm(STEP_PERMISSION[Step.PROPOSE], plan))


register(plans_due)
