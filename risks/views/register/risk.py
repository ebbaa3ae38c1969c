"""One risk: its sentence, how it is rated, what it touches, and what the other topics show of it."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from risks.models import Risk
from risks.register.rows import read_rows
from risks.register.sentence import sentence_of
from risks.register.things import visible_links
from risks.views.seen import EDIT, TEND, risk_seen
from strategy.analysis.visible import visible_items


@require_safe
def risk(request: HttpRequest, code: str) -> HttpResponseBase:
    """The risk's page."""
    user, shown = risk_seen(request, code)
    row = read_rows(Risk.objects.filter(pk=shown.pk), timezone.localdate())[0]
    context = {
        "risk": shown,
        "row": row,
        "sentence": sentence_of(shown),
        "ratings": [
            (_("Without controls"), row.inherent),
            (_("Now"), row.current),
            (_("When the response is done"), row.target),
        ],
        "links": visible_links(user, shown),
        "item": visible_items(user).filter(pk=shown.item_id or 0).first(),
        "concerned": [each.department for each in shown.concerned.select_related("department")],
        "panels": slots.render("risk.detail", request, [shown])[shown.pk],
        "may_edit": user.has_perm(EDIT, shown),
        "may_tend": user.has_perm(TEND, shown),
        "breadcrumbs": [(_("Risks"), reverse("risks"))],
    }
    return render(request, "risks/register/risk.html", context)
