"""Who reports a KPI: opening series, naming stewards, ending series."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import form_page
from core.web import authorise
from kpis import actions
from kpis.engine.frequency import Frequency
from kpis.forms.series import CloseSeriesForm, OpenSeriesForm, StewardForm
from kpis.formulas.lineage import read_lineage
from kpis.models import KPI, Series
from kpis.queries import definition_of, series_with_path, visible_to
from kpis.reporting import reporters, series_with_terms
from kpis.views.edit import opened, way_here
from org.models import User


def opened_series(request: HttpRequest, pk: int) -> tuple[User, Series]:
    """The acting user and the series, for a page that changes it."""
    series = get_object_or_404(series_with_terms().filter(kpi__in=visible_to(request.user)), pk=pk)
    authorise(request.user, "kpis.edit_series", series)
    assert isinstance(request.user, User)
    return request.user, series


def own_series(user: Any, kpi: KPI) -> set[int]:
    """The series of a KPI whose steward and targets the user may set."""
    found = series_with_path().filter(kpi=kpi)
    return {each.pk for each in found if user.has_perm("kpis.edit_series", each)}


def series_crumbs(kpi: KPI) -> list[tuple[str, str]]:
    """The breadcrumbs of a page about a series."""
    return [*way_here(kpi), (_("Who reports it"), reverse("kpi_series", args=[kpi.code]))]


def kpi_url(kpi: KPI, department_code: str) -> str:
    """The KPI page at a department, where what was changed shows."""
    return reverse("kpi", args=[kpi.code]) + "?" + urlencode({"department": department_code})


@require_safe
def kpi_series(request: HttpRequest, code: str) -> HttpResponse:
    """The departments that report a KPI, with stewards, times and weights; where targets are set.

    Nobody reports a formula: its page leads to the inputs and to the targets of its cells.
    """
    kpi = get_object_or_404(visible_to(request.user).select_related("owner"), code=code)
    authorise(request.user, "kpis.edit_series")
    found = reporters(kpi, timezone.localdate())
    context = {
        "kpi": kpi,
        "reporters": found,
        "lineage": read_lineage(kpi),
        "takes_grid": _takes_grid(kpi),
        "mine": own_series(request.user, kpi),
        "may_define": request.user.has_perm("kpis.edit_kpi", kpi),
        "far_past": actions.FAR_PAST,
        "breadcrumbs": way_here(kpi),
    }
    return render(request, "kpis/edit_series.html", context)


def _takes_grid(kpi: KPI) -> bool:
    """Whether a year's targets fit into a grid; the days of a daily KPI have a page for each series."""
    return Frequency(definition_of(kpi).frequency) != Frequency.DAY


def open_series(request: HttpRequest, code: str) -> HttpResponseBase:
    """A department begins to report; `?department=` proposes which."""
    by, kpi = opened(request, code)
    form = OpenSeriesForm(request.POST or None, initial={"department": request.GET.get("department", "")})

    def act(data: dict[str, Any]) -> str:
        authorise(by, "kpis.edit_series", data["department"])
        since = data.pop("since") or actions.FAR_PAST
        series = actions.open_series(by=by, kpi=kpi, since=since, **data)
        messages.success(
            request, _("%(department)s reports it now.") % {"department": series.department.name}
        )
        return kpi_url(kpi, series.department.code)

    return form_page(
        request,
        form,
        act,
        title=_("A department that reports %(kpi)s") % {"kpi": kpi.name},
        button=_("Add"),
        back_url=reverse("kpi_series", args=[kpi.code]),
        breadcrumbs=series_crumbs(kpi),
    )


def change_steward(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Another person who reports."""
    by, series = opened_series(request, pk)
    back_url = reverse("kpi_series", args=[series.kpi.code])

    def act(data: dict[str, Any]) -> str:
        actions.change_steward(by=by, series=series, steward=data["steward"])
        return back_url

    return form_page(
        request,
        StewardForm(request.POST or None, series=series),
        act,
        title=_("Who reports %(kpi)s at %(department)s?") % _names(series),
        button=_("Save"),
        back_url=back_url,
        breadcrumbs=series_crumbs(series.kpi),
    )


def close_series(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A department no longer reports from a day on."""
    by, series = opened_series(request, pk)
    authorise(by, "kpis.edit_kpi", series.kpi)

    def act(data: dict[str, Any]) -> str:
        actions.close_series(by=by, series=series, on=data["on"])
        messages.success(request, _("%(department)s no longer reports it from that day on.") % _names(series))
        return kpi_url(series.kpi, series.department.code)

    return form_page(
        request,
        CloseSeriesForm(request.POST or None),
        act,
        title=_("End %(kpi)s at %(department)s?") % _names(series),
        text=_("From that day nothing is expected from it. Its values and targets of before stay."),
        button=_("End it"),
        back_url=reverse("kpi_series", args=[series.kpi.code]),
        breadcrumbs=series_crumbs(series.kpi),
        template="ui/confirm.html",
    )


def _names(series: Series) -> dict[str, str]:
    return {"kpi": series.kpi.name, "department": series.department.name}
