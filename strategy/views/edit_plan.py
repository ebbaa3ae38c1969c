"""Beginning a plan, changing what it says, moving it on, and what the organisation stands for."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import form_page
from core.web import authorise
from strategy.actions import add_value, change_plan, change_value, set_plan_state
from strategy.actions.starting import begin_plan
from strategy.consultation.support import support_of
from strategy.forms.plans import NewPlanForm, PlanForm, StateForm, ValueForm
from strategy.models import Value
from strategy.permissions import states_to_take
from strategy.revisions.elements import PLAN_WORDS
from strategy.views.editing import (
    EDIT,
    MOVE,
    edit_page,
    part_to_edit,
    plan_to_edit,
    plan_to_move,
    plan_url,
    posted,
    words_of,
)


def new_plan(request: HttpRequest) -> HttpResponseBase:
    """A new draft."""
    authorise(request.user, EDIT)
    by: Any = request.user

    def act(data: dict[str, Any]) -> str:
        return plan_url(begin_plan(by=by, **data))

    return form_page(
        request,
        NewPlanForm(posted(request)),
        act,
        title=_("New plan"),
        lead=_("It begins as a draft, which only the office and the leadership see."),
        button=_("Begin the plan"),
        back_url=reverse("plans"),
        breadcrumbs=[(_("Strategy"), reverse("plans"))],
    )


def plan(request: HttpRequest, code: str) -> HttpResponseBase:
    """What the plan says of itself."""
    by, shown = plan_to_edit(request, code)
    return edit_page(
        request,
        PlanForm(posted(request), initial=words_of(shown, *PLAN_WORDS)),
        lambda data: change_plan(by=by, plan=shown, **data),
        of=shown,
        title=_("Change %(name)s") % {"name": shown.name},
        button=_("Save"),
        history=shown,
    )


def state(request: HttpRequest, code: str) -> HttpResponseBase:
    """The plan moves on to one of the states that may follow; approving is the executives'."""
    by, shown = plan_to_move(request, code, MOVE)
    return edit_page(
        request,
        StateForm(posted(request), states=states_to_take(by, shown)),
        lambda data: set_plan_state(by=by, plan=shown, **data),
        of=shown,
        title=_("Move %(name)s on") % {"name": shown.name},
        lead=_("Now it is: %(state)s.") % {"state": shown.get_state_display()},
        button=_("Move it on"),
        history=shown,
        template="strategy/revisions/state.html",
        agreements=shown.agreements.select_related("by", "department", "version"),
        support=support_of(shown),
    )


def new_value(request: HttpRequest, code: str) -> HttpResponseBase:
    """One more thing that the organisation stands for."""
    by, shown = plan_to_edit(request, code)
    return edit_page(
        request,
        ValueForm(posted(request)),
        lambda data: add_value(by=by, plan=shown, **data),
        of=shown,
        title=_("What else do we stand for?"),
        button=_("Add"),
    )


def value(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Its words."""
    by, held = part_to_edit(request, Value.objects.all(), pk)
    return edit_page(
        request,
        ValueForm(posted(request), initial=words_of(held, "name", "description")),
        lambda data: change_value(by=by, value=held, **data),
        of=held.plan,
        title=_("Change %(name)s") % {"name": held.name},
        button=_("Save"),
        history=held,
        remove_url=reverse("remove_element", args=["value", pk]),
    )
