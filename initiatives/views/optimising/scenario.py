"""One scenario: computing it, its answer, adopting it; several side by side."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.errors import Conflict, Refused
from core.pages import confirm_page
from core.web import authorise
from initiatives.actions import optimising as actions
from initiatives.actions.optimising.adopting import ANSWERED, proposals_of
from initiatives.actions.optimising.checking import BUSY
from initiatives.models import Scenario
from initiatives.optimising.asked import asked_of
from initiatives.optimising.comparing import compared
from initiatives.optimising.presenting import result_context
from initiatives.optimising.told import shown_settings
from initiatives.views.optimising.scenarios import (
    EDIT,
    VIEW,
    editor,
    found,
    scenario_url,
    scenarios_way,
)

FEWEST, MOST = 2, 4
DEEDS = {"run": actions.run_scenario, "cancel": actions.cancel_scenario}


@require_http_methods(["GET", "HEAD", "POST"])
def scenario(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The question with its answer; a POST computes it or stops that."""
    authorise(request.user, VIEW)
    shown, status = found(pk), 200
    if request.method == "POST":
        by = editor(request)
        act = {"run": actions.run_scenario, "cancel": actions.cancel_scenario}.get(
            request.POST.get("deed", "")
        )
        if act is None:
            raise Http404
        try:
            act(by=by, scenario=shown)
            return redirect(scenario_url(shown))
        except Refused as refusal:
            messages.error(request, " ".join(fault.message for fault in refusal.faults))
            status = 400
        except Conflict as conflict:
            messages.error(request, str(conflict))
            status = 409
        shown.refresh_from_db()
    return render(request, "initiatives/optimising/scenario.html", _context(request, shown), status=status)


def _context(request: HttpRequest, shown: Scenario) -> dict[str, Any]:
    busy = shown.state in BUSY
    may_edit = request.user.has_perm(EDIT)
    return {
        "scenario": shown,
        "asked": asked_of(shown.settings),
        "told": shown_settings(shown),
        "busy": busy,
        "is_open": not busy and shown.adopted_at is None,
        "may_edit": may_edit,
        "may_adopt": may_edit and shown.state in ANSWERED and shown.adopted_at is None,
        "live_url": reverse("scenario_progress", args=[shown.pk]) if busy else "",
        "live_stamp": _stamp(shown),
        "breadcrumbs": scenarios_way(),
        **result_context(shown),
    }


def _stamp(scenario: Scenario) -> str:
    """Changes with everything that the page shows of the computing."""
    progress = scenario.progress
    parts = (progress.get(name) for name in ("step", "done", "value", "gap"))
    return "|".join(map(str, (scenario.state, scenario.cancel_wanted, *parts)))


@require_safe
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """What the page asks every second while it is computed."""
    authorise(request.user, VIEW)
    shown = found(pk)
    return JsonResponse({"stamp": _stamp(shown), "pending": shown.state in BUSY})


def adopt(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, saying what would be proposed, then proposes it."""
    by, shown = editor(request), found(pk)

    def act() -> str:
        actions.adopt_scenario(by=by, scenario=shown)
        messages.success(request, _("Adopted into proposals: the leadership finds them at the gates."))
        return scenario_url(shown)

    new = [each.initiative.name for each in proposals_of(shown) if each.steps]
    words = _("Ideas become proposals, and the leadership is asked to approve: %(names)s.")
    text = words % {"names": ", ".join(new)}
    if not new:
        text = _("What was chosen is approved already or waits for a decision: nothing new is proposed.")
    return confirm_page(
        request,
        act,
        title=_("Adopt “%(name)s” into proposals?") % {"name": shown.name},
        text=text,
        button=_("Adopt"),
        back_url=scenario_url(shown),
    )


@require_safe
def compare(request: HttpRequest) -> HttpResponseBase:
    """Two to four scenarios side by side: `?s=1&s=2`."""
    authorise(request.user, VIEW)
    typed = request.GET.getlist("s")
    wanted = [int(each) for each in typed if each.isascii() and each.isdecimal() and len(each) < 19]
    rows = Scenario.objects.select_related("plan", "round").in_bulk(wanted[:MOST])
    chosen = [rows[pk] for pk in dict.fromkeys(wanted[:MOST]) if pk in rows]
    context = {
        "enough": len(chosen) >= FEWEST,
        "comparison": compared(chosen) if len(chosen) >= FEWEST else None,
        "breadcrumbs": scenarios_way(),
    }
    return render(request, "initiatives/optimising/compare.html", context)
