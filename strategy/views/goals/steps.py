"""Adding, changing and removing steps of a goal."""

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from strategy.actions.goals import add_step, change_step, remove_step
from strategy.forms.goals import StepForm
from strategy.views.editing import posted, words_of
from strategy.views.goals.seen import TEND, goal_form, goal_seen, step_seen


def new_step(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One more thing to do, after the others."""
    by, goal = goal_seen(request, pk, TEND)
    return goal_form(
        request,
        goal,
        StepForm(posted(request), initial={"who": goal.owner_id}),
        lambda data: add_step(by=by, goal=goal, **data),
        title=_("New step"),
        button=_("Add"),
        lead=goal.statement,
    )


def step(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What it is, who does it and by when."""
    by, shown = step_seen(request, pk)
    initial = {**words_of(shown, "name", "due_on", "state"), "who": shown.who_id}
    return goal_form(
        request,
        shown.goal,
        StepForm(posted(request), kept=shown.who_id, initial=initial),
        lambda data: change_step(by=by, step=shown, **data),
        title=_("Change the step"),
        button=_("Save"),
        lead=shown.goal.statement,
        remove_url=reverse("remove_step", args=[pk]),
        history=shown,
        history_kind=shown._meta.label_lower,
    )


def remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then takes it out."""
    by, shown = step_seen(request, pk)
    return goal_form(
        request,
        shown.goal,
        forms.Form({}),
        lambda _data: remove_step(by=by, step=shown),
        title=_("Remove “%(name)s”?") % {"name": shown.name},
        text=_("The goal has this step no longer; the history keeps it."),
        button=_("Remove"),
        template="ui/confirm.html",
    )
