"""Workshops listed, and begun."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import form_page
from core.web import authorise
from org.models import User
from risks.actions.workshops import begin_workshop
from risks.forms.workshops import WorkshopForm
from risks.views.seen import VIEW
from risks.workshops.visible import workshops_with_counts

BEGIN = "risks.begin_workshop"


@require_safe
def workshops(request: HttpRequest) -> HttpResponseBase:
    """Every workshop that the reader may know of, the latest first."""
    authorise(request.user, VIEW)
    context = {
        "workshops": workshops_with_counts(request.user),
        "may_begin": request.user.has_perm(BEGIN),
        "breadcrumbs": [(_("Risks"), reverse("risks"))],
    }
    return render(request, "risks/workshops/list.html", context)


def begin(request: HttpRequest) -> HttpResponseBase:
    """A new workshop: people are asked at once."""
    authorise(request.user, BEGIN)
    by = request.user
    assert isinstance(by, User)

    def act(data: dict[str, Any]) -> str:
        return reverse("risk_workshop", args=[begin_workshop(by=by, **data).pk])

    return form_page(
        request,
        WorkshopForm(request.POST or None, user=by),
        act,
        title=_("New risk workshop"),
        lead=_("Everybody proposes alone, then rates alone; then you look at it together."),
        button=_("Ask people"),
        back_url=reverse("risk_workshops"),
        breadcrumbs=[(_("Risks"), reverse("risks")), (_("Workshops"), reverse("risk_workshops"))],
    )
