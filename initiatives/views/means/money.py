"""The money of an initiative, typed or pasted as a grid."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from core.pages import form_page
from initiatives.actions.means import keep_money
from initiatives.forms.means.money import MoneyForm
from initiatives.means.months import year_now
from initiatives.views.means.changed import last_changed
from initiatives.views.means.people import means_url, way_to_means
from initiatives.views.seen import EDIT, RUN, acting, initiative_seen
from kpis.queries import calendar as fiscal_calendar
from strategy.views.editing import posted


def money(request: HttpRequest, code: str) -> HttpResponseBase:
    """Every line; budgets only for who may edit the initiative, the rest for who runs it."""
    initiative = initiative_seen(request, code, RUN)
    lines = list(initiative.money.select_related("source", "initiative"))
    may_budget = request.user.has_perm(EDIT, initiative)
    usual = lines[-1].year if lines else year_now(fiscal_calendar(), timezone.localdate())
    form = MoneyForm(posted(request), lines=lines, year=usual, may_budget=may_budget)

    def save(_data: dict[str, Any]) -> str:
        keep_money(by=acting(request), initiative=initiative, lines=form.typed_lines())
        return means_url(initiative)

    lead = _("One line for each fiscal year, kind and source. A block from a spreadsheet can be pasted.")
    if not may_budget:
        lead += " " + _("Budgets are set by the department's head or the strategy office.")
    return form_page(
        request,
        form,
        save,
        title=_("Money of “%(name)s”") % {"name": initiative.name},
        button=_("Save"),
        lead=lead,
        back_url=means_url(initiative),
        breadcrumbs=way_to_means(initiative),
        template="initiatives/means/money_grid.html",
        history=last_changed(lines),
        initiative=initiative,
    )
