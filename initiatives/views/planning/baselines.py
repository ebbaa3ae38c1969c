"""Agreeing on the plan, and how far it has moved since."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from initiatives.actions.planning import set_baseline
from initiatives.forms.planning import BaselineForm
from initiatives.planning.baselines import deviations
from initiatives.views.planning.seen import is_open, plan_form, plan_seen, way_to_plan
from initiatives.views.seen import RUN


def agree(request: HttpRequest, code: str) -> HttpResponseBase:
    """Keep the plan as it stands; a second time needs a reason."""
    by, initiative = plan_seen(request, code, RUN)
    latest = initiative.baselines.first()

    def act(data: dict[str, str]) -> None:
        made = set_baseline(by=by, initiative=initiative, **data)
        messages.success(request, _("Baseline %(number)d is set.") % {"number": made.number})

    lead = _("Days, weights and budget are kept as they stand now; later the plan is compared with them.")
    if latest is not None:
        lead = _("Baseline %(number)d stays in the history. %(lead)s") % {
            "number": latest.number,
            "lead": lead,
        }
    return plan_form(
        request,
        initiative,
        BaselineForm(request.POST if request.method == "POST" else None),
        act,
        title=_("Set the first baseline") if latest is None else _("Agree on the plan anew"),
        lead=lead,
        button=_("Set the baseline"),
    )


@require_safe
def compare(request: HttpRequest, code: str, number: int) -> HttpResponseBase:
    """Every task against a baseline."""
    _user, initiative = plan_seen(request, code)
    found = initiative.baselines.select_related("set_by").prefetch_related("tasks")
    baseline = get_object_or_404(found, number=number)
    context = {
        "initiative": initiative,
        "baseline": baseline,
        "rows": deviations(initiative, baseline),
        "others": initiative.baselines.exclude(pk=baseline.pk),
        "may_run": is_open(initiative) and request.user.has_perm(RUN, initiative),
        "breadcrumbs": way_to_plan(initiative),
    }
    return render(request, "initiatives/planning/baseline.html", context)
