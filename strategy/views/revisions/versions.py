"""The versions of a plan, the difference between any two, and its revisions."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.web import authorise
from strategy.enums import PlanState
from strategy.models import Plan, PlanVersion
from strategy.queries import visible_plans
from strategy.revisions.snapshot import snapshot_of
from strategy.revisions.visible import visible_revisions
from strategy.revisions.wording import readable
from strategy.views.editing import way_to

NOW = "now"  # in the address: the plan as it stands, kept as no version yet


@require_safe
def revisions(request: HttpRequest, code: str) -> HttpResponseBase:
    """`?before=1&after=3` compares two versions; without, the two latest states."""
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, "strategy.view_plan", plan)
    versions = list(plan.versions.select_related("made_by").order_by("-number"))
    context = {
        "plan": plan,
        "versions": versions,
        "revisions": list(visible_revisions(request.user).filter(plan=plan)),
        "agreements": plan.agreements.select_related("by", "department", "version").order_by("-at"),
        "may_begin": _may_begin(request.user, plan),
        "breadcrumbs": list(way_to(plan)),
        **_comparison(request, plan, versions),
    }
    return render(request, "strategy/revisions/versions.html", context)


def _may_begin(user: Any, plan: Plan) -> bool:
    return bool(plan.state == PlanState.ACTIVE and user.has_perm("strategy.begin_revision", plan))


def _comparison(request: HttpRequest, plan: Plan, versions: list[PlanVersion]) -> dict[str, Any]:
    """The two versions that the address names and how they differ; nothing where there are no two."""
    if not versions:
        return {}
    by_number = {str(each.number): each for each in versions}
    latest = str(versions[0].number)
    before = request.GET.get("before") or (str(versions[1].number) if len(versions) > 1 else latest)
    after = request.GET.get("after") or (latest if len(versions) > 1 else NOW)
    if before not in by_number or after not in (*by_number, NOW):
        before, after = latest, NOW
    snapshot = snapshot_of(plan) if after == NOW else by_number[after].snapshot
    return {
        "before": before,
        "after": after,
        "changes": readable(by_number[before].snapshot, snapshot),
        "numbers": list(by_number),
    }
