"""The TOWS matrix of a plan, its options, and what hangs in the air."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.web import authorise
from strategy.models import Plan
from strategy.options import gaps_of, home_of, read_matrix
from strategy.options.picture import MARGIN, SIZE, STEP, spots
from strategy.queries import visible_plans
from strategy.validators import why_fixed
from strategy.views.editing import is_open, may_edit, way_to


@require_safe
def options(request: HttpRequest, code: str) -> HttpResponseBase:
    """What is inside against what is outside, what could be done about it, and what nothing answers."""
    plan: Plan = get_object_or_404(visible_plans(request.user).select_related("revises"), code=code)
    authorise(request.user, "strategy.view_analysis", plan)
    matrix = read_matrix(plan)
    home = home_of(plan)
    context = {
        "plan": plan,
        "home": home,
        "matrix": matrix,
        "numbered": list(enumerate(matrix.options, start=1)),
        "spots": spots(matrix.options),
        "scale": [(MARGIN + (step + 0.5) * STEP, (4.5 - step) * STEP, step + 1) for step in range(5)],
        "size": {"field": SIZE, "margin": MARGIN, "width": SIZE + MARGIN, "middle": SIZE / 2},
        "gaps": gaps_of(plan),
        "may_edit": is_open(home) and request.user.has_perm("strategy.edit_analysis", home),
        "may_decide": may_edit(request.user, plan),
        "fixed": why_fixed(plan),
        "breadcrumbs": list(way_to(plan)),
    }
    return render(request, "strategy/options/options.html", context)
