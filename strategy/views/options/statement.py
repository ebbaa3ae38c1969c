"""The parts of vision and mission: picked out, named, linked with the priorities that serve them."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import carry_out, form_page
from core.web import authorise
from strategy.actions.options import change_part, pick_parts, remove_part
from strategy.enums import Statement
from strategy.forms.options import PartForm, PickForm
from strategy.models import Plan, StatementPart
from strategy.options.clauses import unpicked
from strategy.queries import visible_plans
from strategy.validators import why_fixed
from strategy.views.editing import EDIT, may_edit, part_to_edit, posted, way_to, words_of


def parts(request: HttpRequest, code: str) -> HttpResponseBase:
    """What the vision and the mission promise, part by part, and which priorities serve each."""
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, "strategy.view_plan" if request.method != "POST" else EDIT, plan)
    by: Any = request.user
    picked = [*plan.statement_parts.prefetch_related("priorities")]
    proposed: dict[str, Sequence[str]] = {
        of: unpicked(getattr(plan, of), [part.text for part in picked if part.of == of]) for of in Statement
    }
    form, status = PickForm(posted(request), proposed=proposed), 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            done, status = carry_out(form, lambda: pick_parts(by=by, plan=plan, parts=form.parts()))
            if done is not None:
                return redirect(reverse("statement_parts", args=[plan.code]))
    context = {
        "plan": plan,
        "form": form,
        "statements": [
            (label, getattr(plan, of), [part for part in picked if part.of == of])
            for of, label in Statement.choices
        ],
        "proposed": any(proposed.values()),
        "may_edit": may_edit(request.user, plan),
        "fixed": why_fixed(plan) if request.user.has_perm(EDIT, plan) else "",
        "breadcrumbs": list(way_to(plan)),
    }
    return render(request, "strategy/options/statement.html", context, status=status)


def part(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Its words and its meaning; taken out again by the second button."""
    by, picked = part_to_edit(request, StatementPart.objects.all(), pk)
    back = reverse("statement_parts", args=[picked.plan.code])

    def act(data: dict[str, Any]) -> str:
        if "remove" in request.POST:
            remove_part(by=by, part=picked)
        else:
            change_part(by=by, part=picked, **data)
        return back

    words = words_of(picked, "text", "meaning")
    return form_page(
        request,
        PartForm(words if "remove" in request.POST else posted(request), initial=words),
        act,
        title=_("Change a part of the %(statement)s") % {"statement": picked.get_of_display().lower()},
        button=_("Save"),
        back_url=back,
        breadcrumbs=[*way_to(picked.plan), (_("Vision and mission, part by part"), back)],
        template="strategy/options/part.html",
    )
