"""The first page after signing in, and the search over everything."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import respond
from core.search import find
from smo.home.beginning import steps
from strategy.queries import current_plan


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """The plan in force with the ways into it; before there is one, what to do next."""
    context = {
        "plan": current_plan(request.user),
        "steps": steps(request.user),
        "title": _("Home"),
    }
    return render(request, "smo/home.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """What is called so or says so, over all that the reader may see."""
    words = request.GET.get("q", "").strip()
    found = find(request.user, words, limit=20)
    total = sum(len(each) for each in found.values())
    return respond(request, "smo/search.html", "results", {"words": words, "found": found, "total": total})
