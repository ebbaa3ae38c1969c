"""A plan as a document: to read and print, as PDF, as StratML."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.paper import pdf_response
from core.web import authorise
from kpis.wording import period_text
from org.queries import organisation
from strategy.documents.plan import plan_document
from strategy.documents.stratml import export_stratml
from strategy.models import Plan
from strategy.queries import visible_plans
from strategy.views.context import pickers, read_context
from strategy.views.editing import way_to


@require_safe
def document(request: HttpRequest, code: str) -> HttpResponseBase:
    """The whole plan on one page, as it would be printed."""
    plan = _plan(request, code)
    context = _content(request, plan)
    page = context.pop("page")
    return render(
        request,
        "strategy/documents/document.html",
        {**context, "breadcrumbs": way_to(plan), "pickers": pickers(page, request.GET)[2:] if page else []},
    )


@require_safe
def as_pdf(request: HttpRequest, code: str) -> HttpResponseBase:
    """The same as a PDF to keep or to hand out."""
    plan = _plan(request, code)
    html = render_to_string("strategy/documents/paper.html", _content(request, plan), request)
    return pdf_response(f"{_file_name(plan)}.pdf", html)


@require_safe
def as_stratml(request: HttpRequest, code: str) -> HttpResponse:
    """The plan in the standard's words, for other programs."""
    plan = _plan(request, code)
    response = HttpResponse(export_stratml(plan), content_type="application/stratml+xml")
    response["Content-Disposition"] = f'attachment; filename="{_file_name(plan)}.xml"'
    return response


def _plan(request: HttpRequest, code: str) -> Plan:
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, "strategy.view_plan", plan)
    return plan


def _content(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    """What both faces of the document are drawn from."""
    page = read_context(request, plan)
    return {
        "page": page,
        "plan": plan,
        "document": plan_document(plan, page),
        "house": organisation(),
        "period": period_text(page.period, page.calendar) if page else "",
        "years": _years(plan),
    }


def _years(plan: Plan) -> str:
    """The plan's years, as far as it says them."""
    first, last = (day.year if day else None for day in (plan.starts_on, plan.ends_on))
    if first and last and first != last:
        return f"{first} – {last}"
    if last and not first:
        return _("until %(year)d") % {"year": last}
    return str(first or "")


def _file_name(plan: Plan) -> str:
    return plan.code.replace("/", "-")
