"""Risks on the pages of what they touch, of departments, and of the findings they come from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from initiatives.models import Initiative
from kpis.models import KPI
from org.models import Department, Placement
from risks.models import Risk, RiskDepartment, RiskLink
from risks.queries import standing_risks, visible_risks
from risks.register.rows import USUAL, RegisterRow, in_order, read_rows
from strategy.enums import Quadrant
from strategy.models import AnalysisItem, Objective

Drawn = dict[Any, SafeString]
TURNED = (Quadrant.THREAT, Quadrant.OPPORTUNITY)


def of_objectives(request: HttpRequest, objectives: Sequence[Objective]) -> Drawn:
    """The risks and opportunities of each objective, the highest first."""
    return _touching(request, "objective", objectives)


def of_initiatives(request: HttpRequest, initiatives: Sequence[Initiative]) -> Drawn:
    """Those of each initiative."""
    return _touching(request, "initiative", initiatives)


def of_kpis(request: HttpRequest, kpis: Sequence[KPI]) -> Drawn:
    """Those of each KPI."""
    return _touching(request, "kpi", kpis)


def of_departments(request: HttpRequest, departments: Sequence[Department]) -> Drawn:
    """Those for which each department or one below it answers, and those that concern one of them."""
    placed = Placement.objects.current().filter(valid__contains=localdate())
    paths: dict[int, str] = dict(placed.values_list("department", "path"))
    standing = standing_risks(request.user)
    rows = {row.risk.pk: row for row in read_rows(standing, localdate())}
    beside = RiskDepartment.objects.filter(risk__in=list(rows)).values_list("risk", "department")
    owned = [(pk, row.risk.department_id) for pk, row in rows.items() if row.risk.department_id]
    drawn = {}
    for each in departments:
        path = paths.get(each.pk)
        own = {pk for pk, unit in (*owned, *beside) if path and paths.get(unit, "").startswith(path)}
        if own:
            drawn[each.pk] = _list(request, [rows[pk] for pk in own], {"department": each})
    return drawn


def of_items(request: HttpRequest, items: Sequence[AnalysisItem]) -> Drawn:
    """What became of a threat or opportunity that was found, or the button that turns it into a risk."""
    became: dict[int, list[Risk]] = defaultdict(list)
    for risk in visible_risks(request.user).filter(item__in=items):
        became[risk.item_id or 0].append(risk)
    may_add = request.user.has_perm("risks.propose_risk")
    return {
        item.pk: render_to_string(
            "risks/slots/item.html", {"item": item, "risks": became[item.pk], "may_add": may_add}, request
        )
        for item in items
        if became[item.pk] or (may_add and item.quadrant in TURNED)
    }


def _touching(request: HttpRequest, name: str, things: Sequence[Any]) -> Drawn:
    standing = standing_risks(request.user).order_by().values("pk")
    links = RiskLink.objects.filter(**{f"{name}__in": things, "risk__in": standing})
    touched: dict[int, list[int]] = defaultdict(list)
    for link in links:
        touched[getattr(link, f"{name}_id")].append(link.risk_id)
    ids = {pk for each in touched.values() for pk in each}
    rows = {row.risk.pk: row for row in read_rows(Risk.objects.filter(pk__in=ids), localdate())}
    return {
        thing.pk: _list(request, [rows[pk] for pk in touched[thing.pk]], {name: thing})
        for thing in things
        if touched[thing.pk]
    }


def _list(request: HttpRequest, rows: Iterable[RegisterRow], context: dict[str, Any]) -> SafeString:
    shown = in_order(list(rows), USUAL)
    return render_to_string("risks/slots/list.html", {"rows": shown, **context}, request)
