"""Beginning a new baseline of signals at a department, and joining it with the one before."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from core.pages import confirm_page, form_page
from core.web import authorise
from kpis import actions
from kpis.engine.frequency import Frequency, Period
from kpis.forms.splits import SplitForm
from kpis.models import KPI, BaselineSplit
from kpis.queries import calendar, definition_of, visible_to
from kpis.views.context import wanted_department
from kpis.views.edit import way_here
from kpis.views.edit_series import kpi_url
from kpis.wording import period_text
from org.models import Department, User
from org.queries import department_tree


def split_baseline(request: HttpRequest, code: str) -> HttpResponseBase:
    """A new baseline of the KPI at `?department=`, else at the top."""
    kpi = get_object_or_404(visible_to(request.user), code=code)
    node = wanted_department(request, tuple(department_tree()))
    authorise(request.user, "kpis.split_baseline", node)
    by, department = request.user, Department.objects.get(pk=node.id)
    assert isinstance(by, User)
    back_url = _back(kpi, node.code)

    def act(data: dict[str, Any]) -> str:
        actions.split_baseline(by=by, kpi=kpi, department=department, **data)
        return back_url

    frequency = Frequency(definition_of(kpi).frequency)
    running = calendar().containing(timezone.localdate(), frequency)
    return form_page(
        request,
        SplitForm(request.POST or None, initial={"period": calendar().format(running)}),
        act,
        title=_("A new baseline for %(kpi)s at %(department)s") % {"kpi": kpi.name, "department": node.name},
        lead=_("Natural limits are computed anew from this period on; what came before keeps its own."),
        button=_("Begin the new baseline"),
        back_url=back_url,
        breadcrumbs=way_here(kpi),
    )


def remove_split(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then joins a baseline with the one before."""
    current = BaselineSplit.objects.current().filter(kpi__in=visible_to(request.user))
    split = get_object_or_404(current.select_related("kpi", "department"), pk=pk)
    authorise(request.user, "kpis.split_baseline", split.department)
    by = request.user
    assert isinstance(by, User)
    back_url = _back(split.kpi, split.department.code)

    def act() -> str:
        actions.remove_split(by=by, split=split)
        return back_url

    period = Period(Frequency(definition_of(split.kpi).frequency), split.period)
    return confirm_page(
        request,
        act,
        title=_("Join the baseline from %(period)s with the one before?")
        % {"period": period_text(period, calendar())},
        text=_("It was begun because: %(reason)s") % {"reason": split.reason},
        button=_("Join"),
        back_url=back_url,
    )


def _back(kpi: KPI, department_code: str) -> str:
    return kpi_url(kpi, department_code) + "#signals"
