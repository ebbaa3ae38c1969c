"""Adding, changing, moving and closing departments."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.pages import form_page
from core.upload import ImportPage
from core.web import authorise
from org.actions import change_department, close_department, create_department, move_department
from org.forms.departments import CloseForm, DepartmentForm, NewDepartmentForm, PlaceForm
from org.imports import DEPARTMENT_COLUMNS, import_departments
from org.models import Department, Placement, User


def _url(department: Department) -> str:
    return reverse("department", args=[department.code])


def _open(request: HttpRequest, code: str) -> tuple[User, Department]:
    authorise(request.user, "org.edit_departments")
    assert isinstance(request.user, User)
    return request.user, get_object_or_404(Department, code=code)


def add_department(request: HttpRequest) -> HttpResponseBase:
    """A new department; `?under=` proposes where."""
    authorise(request.user, "org.edit_departments")
    by = request.user
    form = NewDepartmentForm(request.POST or None, initial={"parent": request.GET.get("under", "")})

    def act(data: dict[str, Any]) -> str:
        return _url(create_department(by=by, **data))  # type: ignore[arg-type]

    back_url = reverse("departments")
    return form_page(request, form, act, title=_("New department"), button=_("Add"), back_url=back_url)


def change(request: HttpRequest, code: str) -> HttpResponseBase:
    """Name and description."""
    by, department = _open(request, code)
    initial = {name: getattr(department, name) for name in ("name", "short_name", "description")}
    form = DepartmentForm(request.POST or None, initial=initial)

    def act(data: dict[str, Any]) -> str:
        return _url(change_department(by=by, department=department, **data))

    title = _("Change %(name)s") % {"name": department.name}
    return form_page(request, form, act, title=title, button=_("Save"), back_url=_url(department))


def move(request: HttpRequest, code: str) -> HttpResponseBase:
    """Another parent from a day on."""
    by, department = _open(request, code)
    place = Placement.objects.current().filter(department=department).order_by("-valid").first()
    parent = place.parent.code if place and place.parent else ""
    form = PlaceForm(request.POST or None, initial={"parent": parent})

    def act(data: dict[str, Any]) -> str:
        move_department(by=by, department=department, **data)
        return _url(department)

    title = _("Move %(name)s") % {"name": department.name}
    lead = _("It moves with all that stands below it.")
    return form_page(request, form, act, title=title, lead=lead, button=_("Move"), back_url=_url(department))


def close(request: HttpRequest, code: str) -> HttpResponseBase:
    """Out of the tree from a day on."""
    by, department = _open(request, code)
    form = CloseForm(request.POST or None)

    def act(data: dict[str, Any]) -> str:
        close_department(by=by, department=department, on=data["on"])
        return _url(department)

    return form_page(
        request,
        form,
        act,
        title=_("Close %(name)s?") % {"name": department.name},
        text=_("From that day it is no longer in the tree and nothing is expected from it."),
        button=_("Close the department"),
        back_url=_url(department),
        template="ui/confirm.html",
    )


class ImportDepartments(ImportPage):
    """Departments from a file."""

    permission = "org.edit_departments"
    title = gettext_lazy("Import departments")
    lead = gettext_lazy("New codes are added, known ones renamed and, where the parent differs, moved today.")
    importer = staticmethod(import_departments)
    columns = DEPARTMENT_COLUMNS
    notes = {
        "code": gettext_lazy("short and lasting, without spaces"),
        "name": gettext_lazy("as people say it"),
        "parent": gettext_lazy("code of the department above; empty: under the top department"),
        "short_name": gettext_lazy("where there is little room"),
    }
    done_route = "departments"
    breadcrumbs = ((gettext_lazy("Departments"), "departments"),)
