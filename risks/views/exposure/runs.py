"""Runs of the exposure: listed, computed, shown, compared, removed."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import confirm_page, form_page, page_of
from core.web import authorise
from org.models import User
from org.queries import organisation
from risks.actions.exposure import compute_exposure, remove_run
from risks.exposure.comparing import compared
from risks.exposure.inputs import Scope, in_scope, unquantified
from risks.exposure.presenting import row_of, run_context
from risks.forms.exposure import RunForm
from risks.models import ExposureRun

VIEW, COMPUTE = "risks.view_exposure", "risks.compute_exposure"


@require_safe
def exposure(request: HttpRequest) -> HttpResponse:
    """Every run, the latest first, and which risks have no numbers yet."""
    authorise(request.user, VIEW)
    found = in_scope(Scope())
    missing = unquantified(found).select_related("department").order_by("code")
    runs = page_of(request, ExposureRun.objects.select_related("made_by"), size=25)
    context = {
        **runs,
        "rows": [row_of(run) for run in runs["page"]],
        "count": found.count(),
        "missing": list(missing),
        "may_compute": request.user.has_perm(COMPUTE),
        "breadcrumbs": [(_("Risks"), reverse("risks"))],
    }
    return render(request, "risks/exposure/runs.html", context)


def compute(request: HttpRequest) -> HttpResponseBase:
    """Which risks, how many years, which dice; then the result."""
    by = _computer(request)
    name = _("Exposure of %(day)s") % {"day": date_format(timezone.localdate())}

    def act(data: dict[str, Any]) -> str:
        return _url(compute_exposure(by=by, **data))

    return form_page(
        request,
        RunForm(request.POST or None, initial={"name": name}),
        act,
        title=_("Compute the exposure"),
        lead=_("Thousands of years are thrown with dice: in each, which risks happen, and what they cost."),
        button=_("Compute"),
        back_url=reverse("exposure"),
        breadcrumbs=_way(),
    )


@require_safe
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """What a year may cost, what drives it, and what responses save."""
    authorise(request.user, VIEW)
    shown = get_object_or_404(ExposureRun.objects.select_related("made_by"), pk=pk)
    context = {
        "run": shown,
        "may_remove": request.user.has_perm(COMPUTE),
        "breadcrumbs": _way(),
        **run_context(shown, organisation().currency),
    }
    return render(request, "risks/exposure/run.html", context)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two runs side by side: `?run=1&run=2`."""
    authorise(request.user, VIEW)
    typed = request.GET.getlist("run")
    wanted = [int(each) for each in typed if each.isascii() and each.isdecimal() and len(each) < 19]
    runs = list(ExposureRun.objects.filter(pk__in=wanted[:10]))
    context = {
        "comparison": compared(*runs) if len(runs) == 2 else None,
        "breadcrumbs": _way(),
    }
    return render(request, "risks/exposure/compare.html", context)


def remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then removes a run."""
    by = _computer(request)
    shown = get_object_or_404(ExposureRun, pk=pk)

    def act() -> str:
        remove_run(by=by, run=shown)
        return reverse("exposure")

    return confirm_page(
        request,
        act,
        title=_("Remove “%(name)s”?") % {"name": shown.name},
        text=_("The risks keep their numbers; the history keeps the run."),
        button=_("Remove"),
        back_url=_url(shown),
    )


def _computer(request: HttpRequest) -> User:
    """Who computes; raises PermissionDenied."""
    authorise(request.user, COMPUTE)
    assert isinstance(request.user, User)
    return request.user


def _url(shown: ExposureRun) -> str:
    return reverse("exposure_run", args=[shown.pk])


def _way() -> list[tuple[str, str]]:
    return [(_("Risks"), reverse("risks")), (_("Exposure"), reverse("exposure"))]
