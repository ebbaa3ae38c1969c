"""What becomes of an option: the pages that ask how, or why."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import confirm_page, form_page
from org.models import User
from strategy.actions.options import choose_option, drop_option, reconsider_option, remove_option
from strategy.forms.options import ChooseForm, DropForm
from strategy.models import Plan, StrategicOption
from strategy.queries import next_code, visible_plans
from strategy.validators import why_fixed
from strategy.views.editing import posted, way_to

Decision = Callable[[HttpRequest, User, StrategicOption], HttpResponseBase]


def _choose(request: HttpRequest, by: User, option: StrategicOption) -> HttpResponseBase:
    """Into the option's plan, or into the revision of it that `?plan=` names."""
    plan = _within(request, option)
    code = next_code([each.code for each in plan.priorities.all()])
    initial = {"code": code, "name": option.name, "description": option.description}

    def act(data: dict[str, Any]) -> str:
        priority = choose_option(by=by, option=option, plan=plan, **data)
        return reverse("priority", args=[priority.pk])

    return form_page(
        request,
        ChooseForm(posted(request), plan=plan, initial=initial),
        act,
        title=_("Make a priority of “%(name)s”") % {"name": option.name},
        lead=why_fixed(plan) or _("It remembers the items it answers, and the parts of vision and mission."),
        button=_("Make it a priority"),
        back_url=_page_of(option),
        breadcrumbs=_way(option),
    )


def _within(request: HttpRequest, option: StrategicOption) -> Plan:
    code = request.GET.get("plan", option.plan.code)
    if code == option.plan.code:
        return option.plan
    branch: Plan = get_object_or_404(visible_plans(request.user), code=code, revises=option.plan_id)
    return branch


def _drop(request: HttpRequest, by: User, option: StrategicOption) -> HttpResponseBase:
    def act(data: dict[str, Any]) -> str:
        return _page_of(drop_option(by=by, option=option, **data))

    return form_page(
        request,
        DropForm(posted(request)),
        act,
        title=_("Drop “%(name)s”") % {"name": option.name},
        lead=_("It stays in the list with the reason, and can be considered again."),
        button=_("Drop it"),
        back_url=_page_of(option),
        breadcrumbs=_way(option),
    )


def _reconsider(request: HttpRequest, by: User, option: StrategicOption) -> HttpResponseBase:
    return confirm_page(
        request,
        lambda: _page_of(reconsider_option(by=by, option=option)),
        title=_("Consider “%(name)s” again?") % {"name": option.name},
        text=_("It is open again. A priority that was made of it stays in the plan."),
        button=_("Consider it again"),
        back_url=_page_of(option),
    )


def _remove(request: HttpRequest, by: User, option: StrategicOption) -> HttpResponseBase:
    def act() -> str:
        remove_option(by=by, option=option)
        return reverse("options", args=[option.plan.code])

    return confirm_page(
        request,
        act,
        title=_("Remove “%(name)s”?") % {"name": option.name},
        text=_("It leaves the list; the history keeps it. Dropping it would keep the reason in sight."),
        button=_("Remove"),
        back_url=_page_of(option),
    )


def _page_of(option: StrategicOption) -> str:
    return reverse("option", args=[option.pk])


def _way(option: StrategicOption) -> list[tuple[str, str]]:
    plan = option.plan
    listed = (_("Options"), reverse("options", args=[plan.code]))
    return [*way_to(plan), listed, (option.name, _page_of(option))]


DECISIONS: dict[str, Decision] = {
    "choose": _choose,
    "drop": _drop,
    "reconsider": _reconsider,
    "remove": _remove,
}
