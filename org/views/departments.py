"""The department tree and one department."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core import slots
from core.exports import csv_response
from core.pages import respond
from core.web import authorise
from org.listings import department_rows, departments_outside_the_tree
from org.models import Department, Membership, Placement
from org.queries import TreeNode, department_tree, path_of


@require_safe
def departments(request: HttpRequest) -> HttpResponseBase:
    """The tree of today, or the departments that stand outside it."""
    authorise(request.user, "org.view_departments")
    words = request.GET.get("q", "").strip()
    outside = departments_outside_the_tree()
    rows = department_rows(words=words)
    if request.GET.get("format") == "csv":
        return _as_csv()
    closed = request.GET.get("show") == "outside"
    context = {"rows": rows, "outside": outside, "show_outside": closed, "words": words}
    return respond(request, "org/departments.html", "rows", context)


def _as_csv() -> HttpResponseBase:
    """The whole tree in the columns that an import reads."""
    nodes = department_tree()
    codes = {node.id: node.code for node in nodes}
    short = {node.id: node.label if node.label != node.name else "" for node in nodes}
    rows = [[node.code, node.name, codes.get(node.parent_id or 0, ""), short[node.id]] for node in nodes]
    return csv_response("departments.csv", ["code", "name", "parent", "short_name"], rows)


@require_safe
def department(request: HttpRequest, code: str) -> HttpResponseBase:
    """One department: what it is for, who works there, where it stood; upper floors add theirs."""
    authorise(request.user, "org.view_departments")
    shown = get_object_or_404(Department, code=code)
    path = path_of(shown)
    nodes = department_tree()
    memberships = Membership.objects.filter(department=shown, user__is_active=True)
    places = Placement.objects.current().filter(department=shown)
    context = {
        "department": shown,
        "in_tree": path is not None,
        "above": _above(nodes, path or ""),
        "below": [node for node in nodes if node.parent_id == shown.pk],
        "memberships": memberships.select_related("user").order_by("user__name"),
        "places": places.select_related("parent").order_by("valid"),
        "parts": slots.render("department.detail", request, [shown])[shown.pk],
    }
    return render(request, "org/department.html", context)


def _above(nodes: list[TreeNode], path: str) -> list[tuple[str, str]]:
    """Name and code of the departments above a path, from the top."""
    return [(node.name, node.code) for node in nodes if path.startswith(node.path) and node.path != path]
