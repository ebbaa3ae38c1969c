"""The styleguide's pages."""

import datetime as dt

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.ui.pickers import Option, Picker, kept_parameters, query_url
from smo.styleguide import samples
from smo.styleguide.forms import SampleForm

DEPARTMENTS = (
    ("city", "Whole city", 0),
    ("works", "Works", 1),
    ("roads", "Roads", 2),
    ("parks", "Parks", 2),
    ("health", "Health", 1),
    ("clinics", "Clinics and prevention", 2),
    ("harbour", "Harbour", 1),
    ("ferry", "Ferries", 2),
    ("finance", "Finance", 1),
    ("people", "People", 1),
    ("coast", "Coast", 1),
    ("library", "Libraries", 2),
    ("planning", "Planning", 1),
)


def _pickers(request: HttpRequest) -> list[Picker]:
    chosen = request.GET.get("department", "city")
    departments = tuple(
        Option(name, query_url(request.GET, department=code), code == chosen, depth)
        for code, name, depth in DEPARTMENTS
    )
    periods = tuple(
        Option(f"Q{quarter} 2025", query_url(request.GET, period=f"2025-Q{quarter}"), quarter == 1)
        for quarter in range(1, 5)
    )
    today = timezone.localdate()
    return [
        Picker("Plan", "Harbour plan"),
        Picker("Department", next(o.text for o in departments if o.selected), departments),
        Picker("Period", "Q1 2025", periods),
        Picker(
            "As of",
            "Today",
            date_name="as_of",
            date_value=today,
            date_max=today,
            kept=kept_parameters(request.GET, ["as_of"]),
        ),
    ]


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in every state, on one page."""
    messages.success(request, "Saved. The scorecard follows within seconds.")
    messages.error(request, "837 is more than 100 %. Nothing was stored; did you mean 83.7?")
    now = timezone.now()
    form = SampleForm(
        {"name": "Departures on time", "target": "837", "direction": "up", "shown_on": ["home"]}
    )
    context = {
        "rows": samples.ROWS,
        "states": samples.STATES,
        "trends": [(samples.GOOD, "green"), (samples.BAD, "red"), (samples.GAPPY, "amber")],
        "pickers": _pickers(request),
        "breadcrumbs": [("Administration", ""), ("For builders", request.path)],
        "tabs": [
            Option("Values", "?", True, hint="6"),
            Option("Updates", "?tab=updates", hint="1"),
            Option("Approvals", "?tab=approvals", hint="3"),
            Option("Done", "?tab=done"),
        ],
        "segments": [
            Option("All", "?", True),
            Option("Off target", "?show=red", hint="3"),
            Option("Signals", "?show=signals", hint="4"),
            Option("Missing", "?show=missing", hint="2"),
        ],
        "form": form,
        "figure": samples.figure(),
        "table": samples.table(),
        "page": Paginator(range(1, 95), 25).get_page(2),
        "moments": [now - dt.timedelta(minutes=4), now - dt.timedelta(days=2), now + dt.timedelta(hours=5)],
        "confirm_url": reverse("styleguide:confirm"),
    }
    return render(request, "styleguide/components.html", context)


def confirm(request: HttpRequest) -> HttpResponse:
    """The confirm page of a destructive action that destroys nothing."""
    if request.method == "POST":
        messages.info(request, "Nothing was deleted; this is only the styleguide.")
        return redirect("styleguide:components")
    context = {
        "title": "Delete the draft of the harbour plan?",
        "text": "Its 12 objectives go with it; KPIs and their values stay.",
        "button": "Delete the draft",
        "back_url": reverse("styleguide:components"),
    }
    return render(request, "ui/confirm.html", context)
