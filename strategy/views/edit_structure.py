"""What orders a plan's objectives: perspectives with their weights, and priorities."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from strategy.actions import (
    add_perspective,
    add_priority,
    change_perspective,
    change_perspective_weight,
    change_priority,
)
from strategy.forms.structure import (
    NewPerspectiveForm,
    PerspectiveForm,
    PriorityForm,
    Weighed,
    WeightsForm,
)
from strategy.models import Perspective, Priority
from strategy.queries import next_code, plan_structure
from strategy.views.editing import edit_page, part_to_edit, plan_to_edit, posted, words_of


def new_perspective(request: HttpRequest, code: str) -> HttpResponseBase:
    """After the others."""
    by, plan = plan_to_edit(request, code)
    return edit_page(
        request,
        NewPerspectiveForm(posted(request)),
        lambda data: add_perspective(by=by, plan=plan, **data),
        of=plan,
        title=_("New perspective"),
        lead=_("One side from which the organisation looks at its success."),
        button=_("Add"),
    )


def perspective(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Its words; its weight changes beside the others' (`weights`)."""
    by, seen = part_to_edit(request, Perspective.objects.all(), pk)
    return edit_page(
        request,
        PerspectiveForm(posted(request), initial=words_of(seen, "code", "name", "question")),
        lambda data: change_perspective(by=by, perspective=seen, **data),
        of=seen.plan,
        title=_("Change %(name)s") % {"name": seen.name},
        button=_("Save"),
        history=seen,
        remove_url=reverse("remove_element", args=["perspective", pk]),
    )


def weights(request: HttpRequest, code: str) -> HttpResponseBase:
    """How much each perspective counts in the plan, from a day on."""
    by, plan = plan_to_edit(request, code)
    structure = plan_structure(plan)
    perspectives = {each.pk: each for each in structure.perspectives}
    parts = [Weighed(pk, each.name, structure.weights.get(pk, 1.0)) for pk, each in perspectives.items()]
    form = WeightsForm(posted(request), parts=parts)

    @transaction.atomic
    def act(data: dict[str, Any]) -> None:
        for pk, weight in form.weights().items():
            change_perspective_weight(by=by, perspective=perspectives[pk], weight=weight, since=data["since"])

    return edit_page(
        request,
        form,
        act,
        of=plan,
        title=_("Weights of the perspectives"),
        lead=_("Only their proportions matter: 2 and 1 are the same as 100 and 50."),
        button=_("Save"),
    )


def new_priority(request: HttpRequest, code: str) -> HttpResponseBase:
    """After the others."""
    by, plan = plan_to_edit(request, code)
    code = next_code([each.code for each in plan.priorities.all()])
    return edit_page(
        request,
        PriorityForm(posted(request), initial={"code": code}),
        lambda data: add_priority(by=by, plan=plan, **data),
        of=plan,
        title=_("New priority"),
        lead=_("What the plan concentrates on; objectives of any perspective can serve it."),
        button=_("Add"),
    )


def priority(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Its words."""
    by, served = part_to_edit(request, Priority.objects.all(), pk)
    return edit_page(
        request,
        PriorityForm(posted(request), initial=words_of(served, "code", "name", "description")),
        lambda data: change_priority(by=by, priority=served, **data),
        of=served.plan,
        title=_("Change %(name)s") % {"name": served.name},
        button=_("Save"),
        history=served,
        remove_url=reverse("remove_element", args=["priority", pk]),
    )
