"""Whom a round asks."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.errors import Conflict
from core.pages import carry_out, confirm_page, form_page
from strategy.actions.consultation import invite, invite_guest, renew_link, withdraw_invitation
from strategy.consultation.visible import visible_consultations
from strategy.forms.consultation import GuestForm, InviteForm
from strategy.models import ConsultationInvitation
from strategy.views.consultation.access import round_to, round_url, way_to
from strategy.views.consultation.rounds import links_page
from strategy.views.editing import posted


def invite_people(request: HttpRequest, pk: int) -> HttpResponseBase:
    """More people and departments."""
    by, consultation = round_to(request, pk)

    def act(data: dict[str, Any]) -> str:
        invite(by=by, consultation=consultation, **data)
        return round_url(consultation)

    return form_page(
        request,
        InviteForm(posted(request)),
        act,
        title=_("Whom do you ask?"),
        lead=_("They read the plan and say what they think of it while the round is open."),
        button=_("Invite"),
        back_url=round_url(consultation),
        breadcrumbs=way_to(consultation),
    )


def invite_a_guest(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Somebody from outside; in an open round their link is on the answer to this POST and nowhere else."""
    by, consultation = round_to(request, pk)
    form = GuestForm(posted(request))
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            made, status = carry_out(
                form, lambda: invite_guest(by=by, consultation=consultation, **form.cleaned_data)
            )
            if made is not None:
                link = made[1]
                if link is None:
                    return redirect(round_url(consultation))
                return links_page(request, consultation, [link])
    context = {
        "form": form,
        "title": _("Ask somebody from outside"),
        "lead": _("They get a link of their own, to this round and to nothing else."),
        "button": _("Invite"),
        "back_url": round_url(consultation),
        "breadcrumbs": way_to(consultation),
    }
    return render(request, "ui/form_page.html", context, status=status)


def _invitation(request: HttpRequest, pk: int) -> tuple[Any, ConsultationInvitation]:
    found = ConsultationInvitation.objects.filter(consultation__in=visible_consultations(request.user))
    invitation = get_object_or_404(found, pk=pk)
    by, consultation = round_to(request, invitation.consultation_id)
    invitation.consultation = consultation
    return by, invitation


@require_POST
def renew(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A new link for a guest, shown on the answer; the one before ends."""
    by, invitation = _invitation(request, pk)
    try:
        link = renew_link(by=by, invitation=invitation)
    except Conflict as conflict:
        messages.error(request, str(conflict))
        return redirect(round_url(invitation.consultation))
    return links_page(request, invitation.consultation, [link])


def withdraw(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then takes an invitation back."""
    by, invitation = _invitation(request, pk)
    consultation = invitation.consultation
    name = invitation.person or invitation.department or invitation.guest_name

    def act() -> str:
        withdraw_invitation(by=by, invitation=invitation)
        return round_url(consultation)

    return confirm_page(
        request,
        act,
        title=_("Ask %(name)s no more?") % {"name": name},
        text=_("What was said stays. A guest's link ends at once."),
        button=_("Withdraw the invitation"),
        back_url=round_url(consultation),
    )
