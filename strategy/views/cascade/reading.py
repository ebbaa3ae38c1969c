"""What the pages of the cascade begin with: the strategy, a part of it, where to go back to."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.web import authorise
from org.models import User
from strategy.cascade.parts import visible_parts
from strategy.models import Plan
from strategy.queries import organisation_plans, standing_objectives
from strategy.views.editing import plan_url
from strategy.views.fixed import check_page

WRITE = "strategy.write_part"


def strategy_shown(request: HttpRequest, code: str) -> Plan:
    """The organisation's plan that the address names; 404 where it is hidden."""
    shown: Plan = get_object_or_404(organisation_plans(request.user), code=code)
    authorise(request.user, "strategy.view_plan", shown)
    return shown


def part_shown(request: HttpRequest, code: str) -> Plan:
    """The departmental or functional plan that the address names; 404 where it is hidden."""
    found = visible_parts(request.user).select_related("department", "part_of")
    shown: Plan = get_object_or_404(found, code=code)
    authorise(request.user, "strategy.view_plan", shown)
    return shown


def part_written(request: HttpRequest, code: str, permission: str = WRITE) -> tuple[User, Plan]:
    """Who writes, and the plan: 404 where hidden, 403 where only to be read, 409 where it is fixed."""
    shown = part_shown(request, code)
    authorise(request.user, permission, shown)
    by: Any = request.user
    if permission == WRITE:
        check_page(by, shown)
    return by, shown


def objectives_above(user: Any, plan: Plan) -> Any:
    """What an objective of this plan can support: the strategy's, and those of the other plans within it."""
    known = standing_objectives(user).filter(archived_on__isnull=True).select_related("plan")
    others = known.filter(plan__part_of=plan.part_of_id).exclude(plan=plan)
    found: Any = known.filter(plan=plan.part_of_id) | others
    return found.order_by("plan__kind", "plan__name", "position")


def way_to_part(plan: Plan) -> Sequence[tuple[str, str]]:
    """The breadcrumbs of a page below a departmental or functional plan."""
    return (*way_to_list(plan.part_of), (plan.name, plan_url(plan)))


def way_to_list(strategy: Any) -> Sequence[tuple[str, str]]:
    """The breadcrumbs of what belongs to a strategy's departmental plans."""
    return (
        (_("Strategy"), reverse("plans")),
        (strategy.name, plan_url(strategy)),
        (_("Departments' plans"), reverse("department_plans", args=[strategy.code])),
    )
