"""One initiative: what it is, for which objective, where it stands, and what every topic adds."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from initiatives.gates.moves import moves_from, way_of
from initiatives.gates.reading import waiting_at
from initiatives.models import Contribution, Initiative
from initiatives.views.seen import EDIT, initiative_seen
from strategy.queries import standing_objectives

SLOT = "initiative.detail"


@require_safe
def initiative(request: HttpRequest, code: str) -> HttpResponseBase:
    """The initiative's page, with a panel of every topic."""
    shown, user = initiative_seen(request, code), request.user
    standing = shown.archived_on is None
    may_ask = standing and user.has_perm("initiatives.ask_gate", shown)
    waiting = waiting_at(shown)
    context = {
        "initiative": shown,
        "served": contributions_seen(shown, user),
        "taking_part": shown.taking_part.select_related("department"),
        "waiting": waiting,
        "may_decide": waiting is not None and may_decide(user, waiting),
        "way": way_of(shown.stage),
        "moves": moves_from(shown.stage) if may_ask and waiting is None else [],
        "may_edit": standing and user.has_perm(EDIT, shown),
        "may_restore": not standing and shown.merged_into_id is None and user.has_perm(EDIT, shown),
        "parts": slots.render(SLOT, request, [shown])[shown.pk],
        "breadcrumbs": [(_("Initiatives"), reverse("initiatives"))],
    }
    return render(request, "initiatives/portfolio/initiative.html", context)


def contributions_seen(initiative: Initiative, user: Any) -> list[Contribution]:
    """What the initiative serves of what the user may know of, the strongest first."""
    seen = standing_objectives(user).order_by().values("pk")
    rows = initiative.contributions.filter(objective__in=seen)
    return list(rows.select_related("objective__plan").order_by("-strength", "objective__position", "pk"))


def may_decide(user: Any, gate: Any) -> bool:
    """Whether a page offers this user to decide a waiting gate: not what they asked for themselves."""
    return bool(gate.asked_by_id != user.pk and user.has_perm("initiatives.decide_gate", gate.initiative))
