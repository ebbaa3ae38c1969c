"""One workshop: proposing alone, rating alone, looking at it together, into the register."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.errors import Conflict, Refused
from core.pages import carry_out
from core.web import authorise
from org.models import User
from risks.actions.workshops import propose_risk
from risks.enums import WorkshopState
from risks.forms.workshops import ProposalForm
from risks.models import Workshop
from risks.views.workshops.deeds import DEEDS
from risks.workshops.duplicates import possible_duplicates
from risks.workshops.presenting import lines_of
from risks.workshops.visible import visible_proposed, visible_workshops

TAKE_PART, LEAD = "risks.take_part", "risks.lead_workshop"
SHARED = (WorkshopState.RATING, WorkshopState.TOGETHER)


@require_http_methods(["GET", "HEAD", "POST"])
def workshop(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What the reader may see of a workshop; a POST proposes a risk, or does what `deed` says."""
    shown: Workshop = get_object_or_404(visible_workshops(request.user), pk=pk)
    if request.method != "POST":
        return _page(request, shown, ProposalForm(None))
    deed = request.POST.get("deed", "propose")
    return _propose(request, shown) if deed == "propose" else _do(request, shown, deed)


def _propose(request: HttpRequest, shown: Workshop) -> HttpResponseBase:
    authorise(request.user, TAKE_PART, shown)
    by = request.user
    assert isinstance(by, User)
    form, status = ProposalForm(request.POST), 400
    if form.is_valid():
        proposed, status = carry_out(form, lambda: propose_risk(by=by, workshop=shown, **form.cleaned_data))
        if proposed is not None:
            messages.success(request, _("Kept. Only you see it until it is shared."))
            return redirect(reverse("risk_workshop", args=[shown.pk]) + "#propose")
    return _page(request, shown, form, status)


def _do(request: HttpRequest, shown: Workshop, deed: str) -> HttpResponseBase:
    if deed not in DEEDS:
        raise Http404(deed)
    permission, act = DEEDS[deed]
    authorise(request.user, permission, shown)
    by = request.user
    assert isinstance(by, User)
    try:
        act(by, shown, request.POST.dict())
    except Refused as refusal:
        messages.error(request, " ".join(fault.message for fault in refusal.faults))
        return _page(request, shown, ProposalForm(None), 400)
    except Conflict as conflict:
        messages.error(request, str(conflict))
        return _page(request, shown, ProposalForm(None), 409)
    return redirect("risk_workshop", pk=shown.pk)


def _page(request: HttpRequest, shown: Workshop, form: ProposalForm, status: int = 200) -> HttpResponse:
    user = request.user
    participant = shown.participants.filter(person=user.pk).first()
    may_lead = user.has_perm(LEAD, shown)
    alone = participant is not None and user.has_perm(TAKE_PART, shown)
    context: dict[str, Any] = {
        "workshop": shown,
        "participant": participant,
        "may_propose": alone and shown.state == WorkshopState.PROPOSING,
        "may_rate": alone and shown.state == WorkshopState.RATING,
        "may_lead": may_lead and shown.state != WorkshopState.CLOSED,
        "form": form,
        "own": visible_proposed(user).filter(workshop=shown, proposer=user.pk),
        "lines": lines_of(shown, user),
        "people": shown.participants.select_related("person").order_by("person__name"),
        "proposed_count": shown.proposed.filter(proposer__isnull=False).count(),
        "pairs": possible_duplicates(shown, user) if may_lead and shown.state in SHARED else [],
        "breadcrumbs": [(_("Risks"), reverse("risks")), (_("Workshops"), reverse("risk_workshops"))],
    }
    return render(request, "risks/workshops/workshop.html", context, status=status)
