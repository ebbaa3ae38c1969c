"""Pasting a plan: lines from a spreadsheet are shown with their faults before anything is stored."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.pages import carry_out
from initiatives.actions.planning import add_tasks
from initiatives.forms.planning import PasteForm
from initiatives.planning.pasting import COLUMNS, PastedLine, read_pasted
from initiatives.views.planning.seen import plan_seen, plan_url, way_to_plan
from initiatives.views.seen import RUN
from strategy.forms.goals import people

TEMPLATE = "initiatives/planning/paste.html"


def paste(request: HttpRequest, code: str) -> HttpResponseBase:
    """A POST shows what the lines say; with `store` and without a fault it stores them."""
    by, initiative = plan_seen(request, code, RUN)
    form = PasteForm(request.POST if request.method == "POST" else None)
    lines: list[PastedLine] = []
    status = 400 if request.method == "POST" else 200
    if form.is_valid():
        lines, status = read_pasted(form.cleaned_data["text"], list(people())), 200
        wanted = [each.line for each in lines if each.line is not None]
        if "store" in request.POST and wanted and len(wanted) == len(lines):
            made, status = carry_out(form, lambda: add_tasks(by=by, initiative=initiative, lines=wanted))
            if made is not None:
                words = ngettext("%(count)d line is added.", "%(count)d lines are added.", len(made))
                messages.success(request, words % {"count": len(made)})
                return redirect(plan_url(initiative))
    context = {
        "form": form,
        "lines": lines,
        "wrong": sum(each.line is None for each in lines),
        "columns": [_named(name) for name in COLUMNS],
        "initiative": initiative,
        "back_url": plan_url(initiative),
        "breadcrumbs": way_to_plan(initiative),
    }
    return render(request, TEMPLATE, context, status=status)


def _named(column: str) -> str:
    """The head of a column."""
    words = {
        "name": _("Name"),
        "who": _("Who"),
        "start": _("Start"),
        "end": _("End"),
        "weight": _("Weight"),
        "progress": _("Progress"),
        "phase": _("Part of"),
    }
    return words[column]
