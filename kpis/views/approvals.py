"""Values that wait for approval."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.errors import Refused
from core.pages import carry_out, page_of
from core.ui.pickers import query_url
from core.web import authorise
from kpis import actions
from kpis.approvals import approvable_by
from kpis.forms.deciding import DecideForm
from kpis.models import KPI, Measurement
from kpis.waiting_rows import waiting_rows
from org.models import Department


def approvals(request: HttpRequest) -> HttpResponseBase:
    """What was submitted where the user approves, by `?kpi=` and `?department=`; a POST decides on it."""
    authorise(request.user, "kpis.approve_values")
    shown = _filtered(request)
    form, status = None, 200
    if request.method == "POST":
        form = DecideForm(request.POST, offered=list(shown.values_list("pk", flat=True)))
        done, status = decide(request, form)
        if done:
            return redirect(reverse("approvals") + query_url(request.GET))
    return _page(request, shown, form, status)


def decide(request: HttpRequest, form: DecideForm) -> tuple[bool, int]:
    """Do with the chosen values what the form says; False and the status where it is refused."""
    if not form.is_valid():
        return False, form.refused_status
    by: Any = request.user
    deed, rows = form.cleaned_data["do"], form.cleaned_data["row"]
    count, status = carry_out(form, lambda: _act(deed, by, rows, form.cleaned_data["comment"]))
    if count is None:
        return False, status
    messages.success(request, _said(deed, count))
    return True, 200


def _act(deed: str, by: Any, rows: list[int], comment: str) -> int:
    match deed:
        case "approve":
            return actions.approve_values(by=by, rows=rows)
        case "return":
            return actions.return_values(by=by, rows=rows, comment=comment)
        case "submit":
            return actions.submit_values(by=by, rows=rows)
        case "discard":
            return actions.discard_values(by=by, rows=rows)
    raise Refused(_("Nothing of the kind can be done."))


def _said(deed: str, n: int) -> str:
    if deed == "approve":
        words = ngettext(
            "%(n)d value counts from now on; the scores follow in a moment.",
            "%(n)d values count from now on; the scores follow in a moment.",
            n,
        )
    elif deed == "return":
        words = ngettext("%(n)d value went back.", "%(n)d values went back.", n)
    elif deed == "submit":
        words = ngettext("%(n)d value waits for approval.", "%(n)d values wait for approval.", n)
    else:
        words = ngettext("%(n)d value was dropped.", "%(n)d values were dropped.", n)
    return words % {"n": n}


def _filtered(request: HttpRequest) -> Any:
    rows = approvable_by(request.user)
    for name in ("kpi", "department"):
        if code := request.GET.get(name):
            rows = rows.filter(**{f"{name}__code": code})
    return rows


def _page(request: HttpRequest, shown: Any, form: DecideForm | None, status: int) -> HttpResponse:
    paged = page_of(request, shown)
    rows: list[Measurement] = list(paged["page"])
    everything = approvable_by(request.user)
    context = {
        **paged,
        "rows": waiting_rows(request.user, rows),
        "form": form or DecideForm(offered=[]),
        "chosen": set(request.POST.getlist("row")),
        "kpis": KPI.objects.filter(pk__in=everything.values("kpi")).order_by("name"),
        "departments": Department.objects.filter(pk__in=everything.values("department")).order_by("name"),
        "breadcrumbs": [(_("Performance"), reverse("performance"))],
    }
    return render(request, "kpis/approvals.html", context, status=status)
