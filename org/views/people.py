"""People: the list and one person."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.exports import csv_response
from core.pages import page_of, respond
from core.web import authorise
from org.enums import AccountKind, Role
from org.forms.fields import department_choices
from org.listings import people as people_list
from org.models import Department, User


@require_safe
def people(request: HttpRequest) -> HttpResponseBase:
    """Everyone with an account; search, role, department, and those who may no longer sign in."""
    authorise(request.user, "org.view_people")
    asked = {name: request.GET.get(name, "").strip() for name in ("q", "role", "department", "show")}
    department = Department.objects.filter(code=asked["department"]).first() if asked["department"] else None
    found = people_list(asked["q"], asked["role"], department, active=asked["show"] != "inactive")
    if request.GET.get("format") == "csv":
        rows = [
            [user.email, user.name, user.job_title, role, code]
            for user in found
            for role, code in _roles(user)
        ]
        return csv_response("people.csv", ["email", "name", "job_title", "role", "department"], rows)
    context = page_of(request, found) | {
        "asked": asked,
        "filtered": any(asked.values()),
        "roles": Role.choices,
        "departments": department_choices("")[1:],
    }
    return respond(request, "org/people.html", "rows", context)


def _roles(user: User) -> list[tuple[str, str]]:
    """Role and department code of each membership; one empty pair for a person without a role."""
    held = [(each.role, each.department.code if each.department else "") for each in user.memberships.all()]
    return held or [("", "")]


@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One person: who they are and the roles they hold."""
    authorise(request.user, "org.view_people")
    shown = get_object_or_404(User, pk=pk)
    context = {
        "person": shown,
        "memberships": shown.memberships.select_related("department").order_by("role", "department__name"),
        "may_edit": request.user.has_perm("org.edit_people"),
        "may_edit_tokens": request.user.has_perm("org.edit_tokens", shown),
        "is_person": shown.kind == AccountKind.PERSON,
        "history_url": reverse("object_history", args=["org.user", shown.pk]),
    }
    return render(request, "org/person.html", context)
