"""How the departments stand: all of them as a tree, and one with its objectives and KPIs."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.exports import csv_response
from core.ui.pickers import query_url
from core.web import NothingThere, authorise
from kpis.due import value_url
from kpis.engine.scoring import State
from kpis.models import Series
from kpis.outstanding import Outstanding, outstanding
from kpis.queries import computation
from kpis.views.context import as_of_picker, in_file_name, period_picker
from kpis.wording import period_text, periods_word
from org.enums import Role
from org.models import Department, Membership, Placement
from org.queries import TreeNode
from strategy.presenters import rows_of
from strategy.scoring import read_scorecard
from strategy.scoring.by_department import DepartmentScore, score_departments
from strategy.views.context import PageContext, pickers, read_context

EXPORT_HEADER = ("code", "name", "above", "score", "status", "change", "coverage", "kpis", "late")
MOST_LATE = 12


@require_safe
def department_scores(request: HttpRequest) -> HttpResponse:
    """The plan's score at every department; `?format=csv` gives the same as a file."""
    authorise(request.user, "strategy.view_scorecard")
    context = read_context(request)
    if context is None:
        return render(request, "strategy/scorecard_empty.html")
    scores = _scores(context, context.tree)
    if request.GET.get("format") == "csv":
        period = context.calendar.format(context.period)
        name = f"departments-{context.plan.code}-{period}{in_file_name(context.day)}.csv"
        return csv_response(name, EXPORT_HEADER, [_export_row(each, context.tree) for each in scores])
    freshness = computation()
    shown = {
        "context": context,
        "scores": scores,
        "period": period_text(context.period, context.calendar),
        "export_url": query_url(request.GET, format="csv"),
        "pickers": [each for each in pickers(context, request.GET) if each.label != _("Department")],
        "breadcrumbs": [(_("Performance"), reverse("performance"))],
        "computation": freshness,
        "past": context.past(request.GET),
        "live_url": context.live_url(),
        "live_stamp": freshness.stamp,
    }
    return render(request, "strategy/department_scores.html", shown)


def _export_row(each: DepartmentScore, tree: tuple[TreeNode, ...]) -> tuple[object, ...]:
    codes = {node.id: node.code for node in tree}
    node = each.department
    return (
        node.code,
        node.name,
        codes.get(node.parent_id or 0, ""),
        each.score.score,
        str(each.score.status),
        each.change,
        each.score.coverage,
        each.kpis,
        each.late,
    )


@require_safe
def department_performance(request: HttpRequest, code: str) -> HttpResponse:
    """One department: what the scorecard says there, the departments below, who heads it, what is late."""
    authorise(request.user, "strategy.view_scorecard")
    context = _context_at(request, code)
    card = read_scorecard(
        context.plan,
        Department.objects.get(pk=context.department.id),
        context.period,
        context.as_of,
        context.known_at,
    )
    shown = {
        "context": context,
        "card": card,
        "rows": [row for row in rows_of(card)[1:] if row.status != State.NOT_APPLICABLE],  # without the plan
        "below": _below(context),
        "heads": _heads(context.department),
        "late": _late(context),
        "period": period_text(context.period, context.calendar),
        "periods_word": periods_word(context.period.frequency),
        "pickers": _pickers(request, context),
        "breadcrumbs": _way_here(context),
        "computation": card.computation,
        "past": context.past(request.GET),
        "live_url": context.live_url(),
        "live_stamp": card.computation.stamp,
    }
    return render(request, "strategy/department_performance.html", shown)


def _context_at(request: HttpRequest, code: str) -> PageContext:
    """The page's context with the department that the path names; Http404 where there is none."""
    context = read_context(request)
    nodes = [node for node in context.tree if node.code == code] if context else []
    if context is None or not nodes:
        raise NothingThere(_("There is no department with the code %(code)s.") % {"code": code})
    return replace(context, department=nodes[0])


def _below(context: PageContext) -> list[DepartmentScore]:
    """The departments of the level below with the plan's score there."""
    children = [node for node in context.tree if node.parent_id == context.department.id]
    if not children:
        return []
    return _scores(context, children)


def _scores(context: PageContext, departments: Sequence[TreeNode]) -> list[DepartmentScore]:
    return score_departments(
        context.plan, departments, context.period, context.calendar, context.as_of, context.known_at
    )


def _heads(department: TreeNode) -> list[Membership]:
    found = Membership.objects.filter(
        department_id=department.id, role=Role.DEPARTMENT_HEAD, user__is_active=True
    )
    return list(found.select_related("user").order_by("user__name"))


def _late(context: PageContext) -> list[tuple[Outstanding, str, str]]:
    """Overdue values of the department and all below it; nothing can be asked for in the past."""
    if context.day.is_past:
        return []
    within = Placement.objects.current().filter(
        path__startswith=context.department.path, valid__contains=context.as_of
    )
    series = Series.objects.filter(department__in=within.values("department"))
    found = outstanding(series, context.calendar, context.as_of, latest_only=True)
    late = [each for each in found if each.is_late(context.as_of)]
    calendar = context.calendar
    return [
        (each, period_text(each.period, calendar), value_url(each, calendar.format(each.period)))
        for each in late[:MOST_LATE]
    ]


def _pickers(request: HttpRequest, context: PageContext) -> list[Any]:
    """Plan, period and as-of: the department is the page itself."""
    return [
        *(each for each in pickers(context, request.GET) if each.label == _("Plan")),
        period_picker(context.period, context.calendar, context.as_of, request.GET),
        as_of_picker(context.as_of, request.GET),
    ]


def _way_here(context: PageContext) -> list[tuple[str, str]]:
    """Performance, the departments, and those above this one."""
    own = context.department
    parameters = context.query
    above = [node for node in context.tree if own.path.startswith(node.path) and node.id != own.id]
    return [
        (_("Performance"), reverse("performance")),
        (_("Departments"), f"{reverse('department_scores')}?{parameters}"),
        *(
            (node.label, f"{reverse('department_performance', args=[node.code])}?{parameters}")
            for node in above
        ),
    ]
