"""Adding objectives, changing what they say and where they stand."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from strategy.actions import add_objective, change_objective, place_objective
from strategy.forms.objectives import NewObjectiveForm, ObjectiveForm, PlaceObjectiveForm
from strategy.queries import next_code, objective_placed
from strategy.validators import AGREED, why_fixed
from strategy.views.editing import (
    EDIT,
    edit_page,
    lead_of_kept_up,
    may_edit,
    objective_to_edit,
    objective_url,
    plan_to_edit,
    posted,
    words_of,
)


def new_objective(request: HttpRequest, code: str) -> HttpResponseBase:
    """An objective with its place; `?perspective=` proposes one."""
    by, plan = plan_to_edit(request, code)
    code = next_code([each.code for each in plan.objectives.all()])
    initial = {"perspective": request.GET.get("perspective"), "code": code}
    return edit_page(
        request,
        NewObjectiveForm(posted(request), plan=plan, initial=initial),
        lambda data: add_objective(by=by, plan=plan, **data),
        of=plan,
        then=objective_url,
        title=_("New objective"),
        lead=_("Its page, where you come next, has its KPIs, its goals and who helps with it."),
        button=_("Add"),
    )


def objective(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What it says and who answers for it."""
    by, shown = objective_to_edit(request, pk, agreed=False)
    initial: dict[str, Any] = words_of(shown, "name", "code", "description", "starts_on", "ends_on")
    initial |= {"owner": shown.owner_id, "lead": shown.lead.code if shown.lead else ""}
    form = ObjectiveForm(posted(request), objective=shown, initial=initial)
    for name in AGREED if why_fixed(shown.plan) else ():
        form.fields[name].disabled = True
    if not by.has_perm(EDIT, shown.plan):
        form.fields["lead"].disabled = True
    return edit_page(
        request,
        form,
        lambda data: change_objective(by=by, objective=shown, **data),
        of=shown,
        title=_("Change %(name)s") % {"name": shown.name},
        button=_("Save"),
        lead=lead_of_kept_up(shown.plan),
        history=shown,
        remove_url=reverse("remove_element", args=["objective", pk]) if may_edit(by, shown.plan) else "",
    )


def place(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Another perspective, priority or weight, from a day on."""
    by, shown = objective_to_edit(request, pk, EDIT)
    placed = objective_placed(shown)
    initial = {"perspective": placed.perspective, "priority": placed.priority, "weight": placed.weight}
    return edit_page(
        request,
        PlaceObjectiveForm(posted(request), plan=shown.plan, initial=initial),
        lambda data: place_objective(by=by, objective=shown, **data),
        of=shown,
        title=_("Place %(name)s") % {"name": shown.name},
        button=_("Save"),
    )
