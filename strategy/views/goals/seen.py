"""Finding what a page of goals is about, and what its reader may do with it."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.pages import form_page
from core.web import authorise
from org.models import User
from strategy.goals.queries import visible_goals, visible_steps
from strategy.goals.reading import with_relations
from strategy.models import Goal, GoalStep
from strategy.views.editing import is_open, way_to
from strategy.views.fixed import check_page

TEND, TICK = "strategy.tend_goal", "strategy.tick_step"


def goal_seen(request: HttpRequest, pk: int, permission: str = "strategy.view_plan") -> tuple[User, Goal]:
    """Who looks, and the goal: 404 where it is hidden, 403 where the user may not do this with it."""
    goal: Goal = get_object_or_404(with_relations(visible_goals(request.user)), pk=pk)
    user = _user(request, permission, goal)
    if permission == TEND:
        check_page(user, goal.objective.plan, agreed=False)
    return user, goal


def step_seen(request: HttpRequest, pk: int, permission: str = TEND) -> tuple[User, GoalStep]:
    """Who looks, and the step; tending it is tending its goal."""
    found = visible_steps(request.user).select_related("goal__objective__plan", "goal__objective__lead")
    step: GoalStep = get_object_or_404(found, pk=pk)
    user = _user(request, permission, step if permission == TICK else step.goal)
    if permission == TEND:
        check_page(user, step.goal.objective.plan, agreed=False)
    return user, step


def _user(request: HttpRequest, permission: str, of: Any) -> User:
    authorise(request.user, permission, of)
    assert isinstance(request.user, User)
    return request.user


def may_tend(user: Any, goal: Goal) -> bool:
    """Whether a page offers to keep up a goal: its steps, its resources, what became of it."""
    return is_open(goal.objective.plan) and bool(user.has_perm(TEND, goal))


def goal_url(goal: Goal) -> str:
    """The page of a goal."""
    return reverse("goal", args=[goal.pk])


def goal_form(
    request: HttpRequest,
    goal: Goal,
    form: forms.Form,
    act: Callable[[dict[str, Any]], object],
    *,
    title: str,
    button: str,
    template: str = "strategy/edit.html",
    **context: Any,
) -> HttpResponseBase:
    """A form on what belongs to a goal; saved or cancelled it leads back to the goal's page."""

    def save(data: dict[str, Any]) -> str:
        act(data)
        return goal_url(goal)

    return form_page(
        request,
        form,
        save,
        title=title,
        button=button,
        back_url=goal_url(goal),
        breadcrumbs=way_to_goal(goal),
        template=template,
        **context,
    )


def way_to_goal(goal: Goal) -> Sequence[tuple[str, str]]:
    """The breadcrumbs of a page below a goal."""
    return (*way_to(goal.objective), (goal.statement, goal_url(goal)))
