"""On the page of a plan: what was archived, for those who may bring it back."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from strategy.models import Objective, Perspective, Plan, Priority


def archived(request: Any, plans: Sequence[Plan]) -> dict[Any, SafeString]:
    """The archived elements of each plan; three queries for all."""
    found: dict[int, list[tuple[str, Any]]] = defaultdict(list)
    for kind, model in (("perspective", Perspective), ("priority", Priority), ("objective", Objective)):
        for each in model._default_manager.filter(plan__in=plans, archived_on__isnull=False):
            found[each.plan_id].append((kind, each))
    return {
        plan.pk: render_to_string(
            "strategy/slots/archived.html",
            {"archived": found[plan.pk], "may_restore": request.user.has_perm("strategy.edit_plan", plan)},
            request,
        )
        for plan in plans
        if found[plan.pk]
    }
