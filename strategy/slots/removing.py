"""On the page of a plan: what was archived, for those who may bring it back."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from strategy.models import Objective, Perspective, Plan, Priority, Value

# Archived goals are on the page of their objective.
_KINDS = (
    ("value", _("Value"), Value),
    ("perspective", _("Perspective"), Perspective),
    ("priority", _("Priority"), Priority),
    ("objective", _("Objective"), Objective),
)


def archived(request: Any, plans: Sequence[Plan]) -> dict[Any, SafeString]:
    """The archived elements of each plan; a query a kind for all."""
    found: dict[int, list[tuple[str, Any, Any]]] = defaultdict(list)
    for kind, label, model in _KINDS:
        for each in model._default_manager.filter(plan__in=plans, archived_on__isnull=False):
            found[each.plan_id].append((kind, label, each))
    return {
        plan.pk: render_to_string(
            "strategy/slots/archived.html",
            {"archived": found[plan.pk], "may_restore": request.user.has_perm("strategy.edit_plan", plan)},
            request,
        )
        for plan in plans
        if found[plan.pk]
    }
