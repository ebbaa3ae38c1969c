"""One option: seen, made, changed, decided."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import form_page
from core.web import authorise
from org.models import User
from strategy.actions.options import add_option, change_option
from strategy.enums import OptionState
from strategy.forms.options import OptionForm, items_to_pair
from strategy.models import Plan, StrategicOption
from strategy.options import home_of, visible_options
from strategy.queries import visible_plans
from strategy.views.editing import is_open, posted, way_to, words_of
from strategy.views.options.deciding import DECISIONS

EDIT = "strategy.edit_analysis"


@require_safe
def option(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What it pairs, what it would bring and take, what became of it and why."""
    shown = _visible(request, pk)
    authorise(request.user, "strategy.view_analysis", shown.plan)
    may_edit = is_open(shown.plan) and request.user.has_perm(EDIT, shown.plan)
    context = {
        "option": shown,
        "items": shown.items.order_by("quadrant", "position", "pk"),
        "may_edit": may_edit,
        "may_decide": may_edit and shown.state == OptionState.CONSIDERED,
        "plan": shown.plan,
        "breadcrumbs": _way(shown.plan),
    }
    return render(request, "strategy/options/option.html", context)


def add(request: HttpRequest, code: str) -> HttpResponseBase:
    """An option of the items that `?item=` names."""
    plan: Plan = get_object_or_404(visible_plans(request.user).select_related("revises"), code=code)
    by, home = _editor(request, plan), home_of(plan)
    picked = [int(pk) for pk in request.GET.getlist("item") if pk.isascii() and pk.isdecimal()]
    items = [*items_to_pair(home).filter(pk__in=picked)]
    return form_page(
        request,
        OptionForm(posted(request), plan=home, initial={"items": items}),
        lambda data: option_url(add_option(by=by, plan=home, **data)),
        title=_("New option"),
        lead=_("What could be done where what is inside meets what is outside."),
        button=_("Add"),
        back_url=reverse("options", args=[plan.code]),
        breadcrumbs=_way(plan),
    )


def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Its words, its items and its ratings."""
    shown = _visible(request, pk)
    by = _editor(request, shown.plan)
    words = words_of(shown, "name", "description", "value", "effort") | {"items": [*shown.items.all()]}
    more: dict[str, Any] = {"template": "strategy/edit.html"}
    if shown.state != OptionState.CHOSEN:
        more["remove_url"] = reverse("decide_option", args=[pk, "remove"])
    return form_page(
        request,
        OptionForm(posted(request), plan=shown.plan, initial=words),
        lambda data: option_url(change_option(by=by, option=shown, **data)),
        title=_("Change %(name)s") % {"name": shown.name},
        button=_("Save"),
        back_url=option_url(shown),
        breadcrumbs=_way(shown.plan),
        history=shown,
        history_kind="strategy.strategicoption",
        **more,
    )


def decide(request: HttpRequest, pk: int, deed: str) -> HttpResponseBase:
    """It becomes a priority, is dropped, considered again, or removed."""
    shown = _visible(request, pk)
    if deed not in DECISIONS:
        raise Http404(deed)
    return DECISIONS[deed](request, _editor(request, shown.plan), shown)


def option_url(option: StrategicOption) -> str:
    """The page of an option."""
    return reverse("option", args=[option.pk])


def _visible(request: HttpRequest, pk: int) -> StrategicOption:
    found = visible_options(request.user).select_related("plan", "priority")
    shown: StrategicOption = get_object_or_404(found, pk=pk)
    return shown


def _editor(request: HttpRequest, plan: Plan) -> User:
    authorise(request.user, EDIT, plan)
    assert isinstance(request.user, User)
    return request.user


def _way(plan: Plan) -> list[tuple[str, str]]:
    return [*way_to(plan), (_("Options"), reverse("options", args=[plan.code]))]
