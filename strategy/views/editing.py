"""What the pages that edit the strategy have in common."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.errors import Conflict
from core.pages import form_page
from core.web import authorise
from org.models import User
from strategy.enums import PlanKind
from strategy.models import Objective, Plan
from strategy.queries import visible_objectives, visible_plans
from strategy.validators import check_upkeep, why_fixed
from strategy.views.fixed import check_page

EDIT, MOVE, EDIT_OBJECTIVE = "strategy.edit_plan", "strategy.move_plan", "strategy.edit_objective"


def may_edit(user: Any, plan: Plan) -> bool:
    """Whether a page offers this user to change the plan's agreed content directly (not by a revision)."""
    return may_keep_up(user, plan) and not why_fixed(plan)


def may_keep_up(user: Any, plan: Plan) -> bool:
    """Whether a page offers this user what is kept up in a plan in force, too; history never changes."""
    return is_open(plan) and bool(user.has_perm(EDIT, plan))


def may_edit_objective(user: Any, objective: Objective) -> bool:
    """Whether a page offers this user to change an objective's description and what else is kept up."""
    return is_open(objective.plan) and bool(user.has_perm(EDIT_OBJECTIVE, objective))


def may_edit_agreed(user: Any, objective: Objective) -> bool:
    """Whether a page offers this user to change an objective's name, its KPIs, its causes and effects."""
    return may_edit_objective(user, objective) and not why_fixed(objective.plan)


def lead_of_kept_up(plan: Plan) -> str:
    """What a form says first of which only a part can be changed directly; empty where all of it can."""
    reason = why_fixed(plan)
    return f"{reason} {_('What can be filled in here is kept up directly.')}" if reason else ""


def is_open(plan: Plan) -> bool:
    """Whether anything of the plan may change: it is no history and waits for no approval."""
    try:
        check_upkeep(plan)
    except Conflict:
        return False
    return True


def plan_to_edit(request: HttpRequest, code: str) -> tuple[User, Plan]:
    """Who edits, and the plan whose agreed content they may change.

    404 where it is hidden, 403 where it may only be read, 409 (`check_page`) where it changes otherwise.
    """
    by, plan = plan_to_move(request, code, EDIT)
    check_page(by, plan)
    return by, plan


def plan_to_move(request: HttpRequest, code: str, permission: str) -> tuple[User, Plan]:
    """Who does something else with a plan than changing what it says, and the plan."""
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    return _editor(request, plan, permission), plan


def objective_to_edit(
    request: HttpRequest, pk: int, permission: str = EDIT_OBJECTIVE, *, agreed: bool = True
) -> tuple[User, Objective]:
    """Who edits, and the objective that the user may edit; with `EDIT`, whose plan they may edit.

    `agreed`: whether the page changes what was agreed; not where it is kept up in a plan in force, too.
    """
    found = visible_objectives(request.user).select_related("plan", "lead")
    objective: Objective = get_object_or_404(found, pk=pk)
    by = _editor(request, objective.plan if permission == EDIT else objective, permission)
    check_page(by, objective.plan, agreed=agreed)
    return by, objective


def part_to_edit(request: HttpRequest, parts: QuerySet, pk: int) -> tuple[User, Any]:
    """Who edits, and a part (perspective, priority, value) of a plan whose content they may change."""
    visible = parts.filter(plan__in=visible_plans(request.user)).select_related("plan")
    part: Any = get_object_or_404(visible, pk=pk)
    by = _editor(request, part.plan)
    check_page(by, part.plan)
    return by, part


def _editor(request: HttpRequest, of: Plan | Objective, permission: str = EDIT) -> User:
    authorise(request.user, permission, of)
    assert isinstance(request.user, User)
    return request.user


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: what was posted, however little."""
    return request.POST if request.method == "POST" else None


def plan_url(plan: Plan) -> str:
    """The page of a plan; a departmental or functional one is shown as its document."""
    route = "plan" if plan.kind == PlanKind.ORGANISATION else "department_plan"
    return reverse(route, args=[plan.code])


def objective_url(objective: Objective) -> str:
    """The page of an objective."""
    return reverse("objective", args=[objective.pk])


def words_of(thing: Model, *names: str) -> dict[str, Any]:
    """What a form that changes these fields begins with."""
    return {name: getattr(thing, name) for name in names}


def edit_page(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], object],
    *,
    of: Plan | Objective,
    title: str,
    button: str,
    lead: str = "",
    history: Model | None = None,
    then: Callable[[Any], str] | None = None,
    **context: Any,
) -> HttpResponseBase:
    """A form on what belongs to `of`; saved or cancelled it leads back to that page.

    `history`: the one whose changes a link shows. `then`: where what `act` answered leads instead.
    """
    back_url = plan_url(of) if isinstance(of, Plan) else objective_url(of)

    def save(data: dict[str, Any]) -> str:
        done = act(data)
        return then(done) if then else back_url

    context = {"template": "strategy/edit.html", "history": history} | context
    if history is not None:
        context["history_kind"] = history._meta.label_lower
    return form_page(
        request,
        form,
        save,
        title=title,
        lead=lead,
        button=button,
        back_url=back_url,
        breadcrumbs=way_to(of),
        **context,
    )


def way_to(of: Plan | Objective) -> Sequence[tuple[str, str]]:
    """The breadcrumbs of a page below a plan or an objective."""
    strategy = (_("Strategy"), reverse("plans"))
    if isinstance(of, Plan):
        return (strategy, (of.name, plan_url(of)))
    return (strategy, (of.plan.name, plan_url(of.plan)), (of.name, objective_url(of)))
