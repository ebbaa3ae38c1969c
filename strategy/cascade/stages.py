"""Where a departmental or functional plan stands, and who may take it further."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.errors import Conflict
from strategy.cascade.permissions import STEP_PERMISSION
from strategy.enums import AgreementDecision, AgreementSide, PlanKind, PlanState
from strategy.enums.cascade import STEPS, Stage, Step
from strategy.models import Agreement, Plan


def stage_of(plan: Plan, agreements: Iterable[Agreement] | None = None) -> Stage:
    """The plan's stage; `agreements`: those of the plan, where they are read already."""
    if plan.state != PlanState.CONSULTATION:
        return Stage(plan.state)
    found = plan.agreements.all() if agreements is None else agreements
    by_office = any(
        each.stands and each.side == AgreementSide.OFFICE and each.decision == AgreementDecision.AGREED
        for each in found
    )
    return Stage.AGREED if by_office else Stage.PROPOSED


def check_step(plan: Plan, step: str) -> Stage:
    """Where the step leads from the plan's stage; raises Conflict where it cannot be taken."""
    before = stage_of(plan)
    if plan.kind == PlanKind.ORGANISATION:
        raise Conflict(_("“%(plan)s” is no departmental or functional plan.") % {"plan": plan.name})
    allowed, after = STEPS[step]
    if before not in allowed:
        raise Conflict(
            _("“%(plan)s” is “%(stage)s”; from there the step “%(step)s” cannot be taken.")
            % {"plan": plan.name, "stage": before.label, "step": Step(step).label}
        )
    return Stage(after)


def steps_to_take(user: Any, plan: Plan) -> list[Step]:
    """The steps that may follow and that are the user's to take."""
    stage = stage_of(plan)
    return [
        Step(step)
        for step, (allowed, _after) in STEPS.items()
        if stage in allowed and user.has_perm(STEP_PERMISSION[step], plan)
    ]


def standing(plan: Plan, *sides: str) -> QuerySet[Agreement]:
    """The agreements to the plan as it now is, of these sides, the latest first."""
    return plan.agreements.filter(stands=True, side__in=sides or AgreementSide.values).order_by("-at", "-pk")
