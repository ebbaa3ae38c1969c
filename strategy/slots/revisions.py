"""On the page of a plan or objective: that it is a revision, and revisions that are under way."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from strategy.enums import PlanState, RevisionState
from strategy.models import Objective, Plan, Revision
from strategy.revisions.visible import visible_revisions
from strategy.validators import why_fixed


def revisions_of_plans(request: Any, plans: Sequence[Plan]) -> dict[Any, SafeString]:
    """Of a plan in force who changes it now; one query."""
    found = visible_revisions(request.user).filter(plan__in=[plan.pk for plan in plans])
    under_way: dict[int, list[Revision]] = {}
    for each in found.filter(state__in=[RevisionState.DRAFTING, RevisionState.PROPOSED]):
        under_way.setdefault(each.plan_id, []).append(each)
    may_begin = {
        plan.pk: plan.state == PlanState.ACTIVE
        and bool(why_fixed(plan))
        and request.user.has_perm("strategy.begin_revision", plan)
        for plan in plans
    }
    return {
        plan.pk: render_to_string(
            "strategy/revisions/under_way.html",
            {"plan": plan, "revisions": under_way.get(plan.pk, []), "may_begin": may_begin[plan.pk]},
            request,
        )
        for plan in plans
        if under_way.get(plan.pk) or may_begin[plan.pk]
    }


def banners_of_plans(request: Any, plans: Sequence[Plan]) -> dict[Any, SafeString]:
    """Of a branch the revision it belongs to; one query."""
    return dict(_banners(request, (plan.pk for plan in plans if plan.revises_id)))


def banners_of_objectives(request: Any, objectives: Sequence[Objective]) -> dict[Any, SafeString]:
    """Of an objective on a branch the revision it belongs to; one query."""
    banners = _banners(request, {each.plan_id for each in objectives if each.plan.revises_id})
    return {each.pk: banners[each.plan_id] for each in objectives if each.plan_id in banners}


def _banners(request: Any, branches: Iterable[int]) -> dict[int, SafeString]:
    wanted = list(branches)
    if not wanted:
        return {}
    return {
        each.branch_id: render_to_string("strategy/revisions/banner.html", {"revision": each}, request)
        for each in visible_revisions(request.user).filter(branch__in=wanted)
    }
