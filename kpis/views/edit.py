"""Defining KPIs."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core import slots
from core.pages import form_page
from core.web import authorise
from kpis import actions
from kpis.definition_preview import DefinitionPreview, preview_definition
from kpis.enums import Kind
from kpis.forms.definition import ChangeKpiForm, NewKpiForm
from kpis.models import KPI
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import definition_of, visible_to
from kpis.views.formula import formula_choices
from org.models import User

TEMPLATE = "kpis/edit_kpi.html"


def opened(request: HttpRequest, code: str) -> tuple[User, KPI]:
    """The acting user and the KPI, for a page that changes it."""
    kpi = get_object_or_404(visible_to(request.user).select_related("owner"), code=code)
    authorise(request.user, "kpis.edit_kpi", kpi)
    assert isinstance(request.user, User)
    return request.user, kpi


def way_here(kpi: KPI | None = None) -> list[tuple[str, str]]:
    """The breadcrumbs of a page about a KPI."""
    crumbs = [(_("Performance"), reverse("performance")), (_("KPIs"), reverse("kpis"))]
    return [*crumbs, (kpi.name, reverse("kpi", args=[kpi.code]))] if kpi else crumbs


def add_kpi(request: HttpRequest) -> HttpResponseBase:
    """A new KPI; who reports it comes next."""
    authorise(request.user, "kpis.edit_kpi")
    by: Any = request.user

    def act(data: dict[str, Any]) -> str:
        kpi = actions.create_kpi(by=by, **data)
        if data["kind"] == Kind.FORMULA:
            messages.success(
                request, _("%(kpi)s is defined; its values follow in a moment.") % {"kpi": kpi.name}
            )
            return reverse("kpi", args=[kpi.code])
        messages.success(request, _("%(kpi)s is defined. Say who reports it.") % {"kpi": kpi.name})
        return reverse("kpi_series", args=[kpi.code])

    return form_page(
        request,
        NewKpiForm(request.POST or None),
        act,
        title=_("New KPI"),
        lead=_("What is measured, how it is counted, and when it is on target."),
        button=_("Define the KPI"),
        back_url=reverse("kpis"),
        breadcrumbs=way_here(),
        template=TEMPLATE,
        **formula_choices(request),
    )


def change_kpi(request: HttpRequest, code: str) -> HttpResponseBase:
    """Card and definition of a KPI; a POST with `preview` only shows what it would do to scores."""
    by, kpi = opened(request, code)
    back_url = reverse("kpi", args=[kpi.code])
    previews: list[DefinitionPreview] = []
    above: list[SafeString] = []

    def act(data: dict[str, Any]) -> Any:
        if "preview" in request.POST:
            preview = preview_definition(
                by=by, kpi=kpi, fields=data, calendar=fiscal_calendar(), today=timezone.localdate()
            )
            previews.append(preview)
            above.extend(slots.render("kpi.definition_preview", request, [preview])[preview.pk])
            return None  # nothing was done, so the page is shown again
        actions.change_kpi(by=by, kpi=kpi, **data)
        messages.success(request, _("Saved; the scores follow in a moment."))
        return back_url

    form = ChangeKpiForm(
        request.POST or None,
        kpi=kpi,
        definition=definition_of(kpi),
        keeps_frequency=actions.frequency_is_fixed(kpi),
    )
    return form_page(
        request,
        form,
        act,
        title=_("Change %(name)s") % {"name": kpi.name},
        lead=_("A changed definition holds for all periods; what was known before stays in the history."),
        button=_("Save"),
        back_url=back_url,
        breadcrumbs=way_here(kpi),
        template=TEMPLATE,
        previews=previews,
        above=above,
        may_preview=True,
        **formula_choices(request, kpi),
    )
