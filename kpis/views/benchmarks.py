"""What peers reach: adding, changing and removing benchmarks on pages of their own."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import confirm_page, form_page
from core.web import authorise
from kpis import actions
from kpis.benchmarks import period_of
from kpis.forms.benchmarks import BenchmarkForm
from kpis.models import KPI, PeerBenchmark
from kpis.queries import calendar, visible_to
from kpis.views.edit import opened, way_here
from kpis.wording import period_text


def add_benchmark(request: HttpRequest, code: str) -> HttpResponseBase:
    """What another peer reached, or the same in another period."""
    by, kpi = opened(request, code)

    def act(data: dict[str, Any]) -> str:
        actions.add_benchmark(by=by, kpi=kpi, **data)
        return _back(kpi)

    return form_page(
        request,
        BenchmarkForm(request.POST or None),
        act,
        title=_("A benchmark for %(kpi)s") % {"kpi": kpi.name},
        lead=_("What a peer reached by the same measure. It is shown beside the KPI and counts in no score."),
        button=_("Add"),
        back_url=_back(kpi),
        breadcrumbs=way_here(kpi),
    )


def change_benchmark(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What a benchmark says."""
    by, benchmark = _opened(request, pk)
    names = ("peer", "value", "source", "source_url")
    initial: dict[str, Any] = {name: getattr(benchmark, name) for name in names}
    initial["period"] = calendar().format(period_of(benchmark))

    def act(data: dict[str, Any]) -> str:
        actions.change_benchmark(by=by, benchmark=benchmark, **data)
        return _back(benchmark.kpi)

    return form_page(
        request,
        BenchmarkForm(request.POST or None, initial=initial),
        act,
        title=_("Change the benchmark of %(peer)s") % {"peer": benchmark.peer},
        button=_("Save"),
        back_url=_back(benchmark.kpi),
        breadcrumbs=way_here(benchmark.kpi),
        template="kpis/change_benchmark.html",
        benchmark=benchmark,
    )


def remove_benchmark(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then forgets a benchmark."""
    by, benchmark = _opened(request, pk)

    def act() -> str:
        actions.remove_benchmark(by=by, benchmark=benchmark)
        return _back(benchmark.kpi)

    return confirm_page(
        request,
        act,
        title=_("Remove this benchmark?"),
        text=_("What %(peer)s reached in %(period)s is no longer shown beside %(kpi)s.")
        % {
            "peer": benchmark.peer,
            "period": period_text(period_of(benchmark), calendar()),
            "kpi": benchmark.kpi.name,
        },
        button=_("Remove"),
        back_url=_back(benchmark.kpi),
    )


def _opened(request: HttpRequest, pk: int) -> tuple[Any, PeerBenchmark]:
    """Who acts, and the benchmark of a KPI that they may define."""
    found = PeerBenchmark.objects.filter(kpi__in=visible_to(request.user)).select_related("kpi")
    benchmark = get_object_or_404(found, pk=pk)
    authorise(request.user, "kpis.edit_kpi", benchmark.kpi)
    return request.user, benchmark


def _back(kpi: KPI) -> str:
    return reverse("kpi", args=[kpi.code]) + "#benchmarks"
