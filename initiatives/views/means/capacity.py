"""What departments have: full-time people by skill, from month to month."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import confirm_page, form_page
from core.web import authorise
from initiatives.actions.means import add_capacity, change_capacity, remove_capacity
from initiatives.forms.means.people import CapacityForm
from initiatives.means.months import first_day, month_of
from initiatives.means.queries import capacity_departments
from initiatives.models import Capacity
from initiatives.views.seen import VIEW, acting
from org.models import Department
from org.queries import department_tree
from strategy.views.editing import posted

EDIT = "initiatives.edit_capacity"


@require_safe
def capacities(request: HttpRequest) -> HttpResponseBase:
    """Every department with what it has, as the tree has them; who heads it may change it."""
    authorise(request.user, VIEW)
    tree = {node.id: node for node in department_tree()}
    rows = Capacity.objects.select_related("department", "skill").filter(department__in=list(tree))
    may = capacity_departments(request.user, list(tree.values()))
    ordered = sorted(rows, key=lambda row: (tree[row.department_id].path, row.skill.name, row.first_month))
    listed = [
        {"row": row, "node": tree[row.department_id], "may_edit": row.department_id in may} for row in ordered
    ]
    return render(
        request,
        "initiatives/means/capacities.html",
        {
            "rows": listed,
            "this_month": first_day(month_of(timezone.localdate())),
            "may_add": request.user.has_perm(EDIT),
            "breadcrumbs": way_to_resources(),
        },
    )


def way_to_resources() -> list[tuple[Any, str]]:
    """The breadcrumbs of a page below the resources."""
    return [(_("Initiatives"), reverse("initiatives")), (_("Resources"), reverse("resources"))]


def new(request: HttpRequest) -> HttpResponseBase:
    """What a department has from a month on."""
    authorise(request.user, EDIT)
    initial = {
        "department": request.GET.get("department", ""),
        "first_month": timezone.localdate().replace(day=1),
    }
    form = CapacityForm(posted(request), initial=initial)
    _only_own(form, request)

    def act(data: dict[str, Any]) -> None:
        department: Department = data["department"]
        authorise(request.user, EDIT, department)
        add_capacity(by=acting(request), **data)

    lead = _("What held until further notice before ends the month before.")
    return _page(request, form, act, title=_("Add capacity"), button=_("Add"), lead=lead)


def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """From when to when, and how many."""
    capacity = _seen(request, pk)
    names = ("first_month", "last_month", "fte", "note")
    form = CapacityForm(posted(request), initial={name: getattr(capacity, name) for name in names})
    for name in ("department", "skill"):
        del form.fields[name]
    return _page(
        request,
        form,
        lambda data: change_capacity(by=acting(request), capacity=capacity, **data),
        title=_("Change capacity"),
        button=_("Save"),
        lead=f"{capacity.department.name} · {capacity.skill.name}",
        history=capacity,
    )


def remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Ask, then take it out."""
    capacity = _seen(request, pk)

    def act() -> str:
        remove_capacity(by=acting(request), capacity=capacity)
        return reverse("capacities")

    return confirm_page(
        request,
        act,
        title=_("Take out capacity"),
        text=_("That %(department)s has people of %(skill)s is no longer stated for these months.")
        % {"department": capacity.department.name, "skill": capacity.skill.name},
        button=_("Take out"),
        back_url=reverse("capacities"),
    )


def _seen(request: HttpRequest, pk: int) -> Capacity:
    capacity: Capacity = get_object_or_404(Capacity.objects.select_related("department", "skill"), pk=pk)
    authorise(request.user, EDIT, capacity.department)
    return capacity


def _only_own(form: CapacityForm, request: HttpRequest) -> None:
    """Offer the departments for which this user may say it."""
    tree = department_tree()
    may = capacity_departments(request.user, tree)
    codes = {node.code for node in tree if node.id in may}
    field: Any = form.fields["department"]
    field.choices = [choice for choice in field.choices if not choice[0] or choice[0] in codes]


def _page(
    request: HttpRequest, form: Any, act: Any, *, title: str, button: str, **rest: Any
) -> HttpResponseBase:
    def save(data: dict[str, Any]) -> str:
        act(data)
        return reverse("capacities")

    return form_page(
        request,
        form,
        save,
        title=title,
        button=button,
        back_url=reverse("capacities"),
        breadcrumbs=[*way_to_resources(), (_("Capacity"), reverse("capacities"))],
        **rest,
    )
