"""One risk: its sentence, what it touches, and what the other topics show of it."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from risks.register.things import visible_links
from risks.views.seen import EDIT, TEND, risk_seen


@require_safe
def risk(request: HttpRequest, code: str) -> HttpResponseBase:
    """The risk's page."""
    user, shown = risk_seen(request, code)
    context = {
        "risk": shown,
        "links": visible_links(user, shown),
        "concerned": [each.department for each in shown.concerned.select_related("department")],
        "panels": slots.render("risk.detail", request, [shown])[shown.pk],
        "may_edit": user.has_perm(EDIT, shown),
        "may_tend": user.has_perm(TEND, shown),
        "breadcrumbs": [(_("Risks"), reverse("risks"))],
    }
    return render(request, "risks/register/risk.html", context)
