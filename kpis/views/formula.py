"""Checking a formula while it is typed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from core.errors import Refused
from core.ui.numbers import number_text
from core.web import authorise
from kpis.engine.formulas.tokens import written
from kpis.enums import Frequency as FrequencyChoice
from kpis.formulas.preview import Preview, preview
from kpis.models import KPI
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import visible_to
from kpis.wording import period_text, short_period_text
from org.queries import TreeNode, department_tree

_UNNAMED = "…"
_DECIMALS = 1


def formula_choices(request: HttpRequest, kpi: KPI | None = None) -> dict[str, Any]:
    """What the editor of a formula offers: the KPIs to insert, the departments to try it at."""
    others = visible_to(request.user).order_by("name").values_list("code", "name")
    return {
        "formula_kpis": [(written(code), name) for code, name in others if not kpi or code != kpi.code],
        "formula_departments": department_tree(),
        "formula_check_url": reverse("check_formula"),
        "formula_code": kpi.code if kpi else "",
    }


@require_POST
def check_formula(request: HttpRequest) -> HttpResponse:
    """What is wrong with the formula, or what it shows: a part of the editor's page, nothing is stored.

    The code of the KPI that is defined counts in cycles; one that has no code yet is in none.
    """
    authorise(request.user, "kpis.edit_kpi")
    text = request.POST.get("formula", "")
    tree = tuple(department_tree())
    context: dict[str, Any] = {"is_empty": not text.strip() or not tree}
    if not context["is_empty"]:
        context |= _checked(text, request.POST, tree)
    return render(request, "kpis/formula_check.html", context)


def _checked(text: str, sent: Any, tree: tuple[TreeNode, ...]) -> dict[str, Any]:
    """The preview of the formula, or its faults."""
    code = (sent.get("formula_code") or sent.get("code") or _UNNAMED).strip()
    department = next((each for each in tree if each.code == sent.get("formula_department")), tree[0])
    calendar, today = fiscal_calendar(), timezone.localdate()
    try:
        shown = preview(text, code, department.id, calendar, today)
    except Refused as refusal:
        return {"faults": refusal.faults}
    return {"preview": shown, "department": department, **_drawn(shown, sent)}


def _drawn(shown: Preview, sent: Any) -> dict[str, Any]:
    """The periods as columns of a table, and as a line."""
    calendar = fiscal_calendar()
    typed = sent.get("decimals", "")
    decimals = int(typed) if typed.isdecimal() and int(typed) <= 6 else _DECIMALS
    return {
        "columns": [
            (
                short_period_text(each.period, calendar),
                "–" if each.value is None else number_text(each.value, decimals),
                round(100 * each.coverage),
            )
            for each in shown.periods
        ],
        "frequency": FrequencyChoice(shown.checked.frequency).label,
        "trend": [each.value for each in shown.periods],
        "span": (
            period_text(shown.periods[0].period, calendar),
            period_text(shown.periods[-1].period, calendar),
        ),
    }
