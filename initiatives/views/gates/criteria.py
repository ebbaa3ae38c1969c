"""What is asked at each gate: read by everybody, kept by the strategy office."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import form_page
from core.web import authorise
from initiatives.actions.criteria import add_criterion, archive_criterion, change_criterion
from initiatives.enums import Stage
from initiatives.forms.gates import CriterionForm, KeptCriterionForm
from initiatives.gates.moves import Move, moves_from
from initiatives.models import GateCriterion
from initiatives.views.portfolio.editing import posted, who

EDIT = "initiatives.edit_framework"


@require_safe
def criteria(request: HttpRequest) -> HttpResponseBase:
    """Every stage with what is asked before it, and who decides the ways into it."""
    authorise(request.user, "initiatives.view_initiative")
    by_stage: dict[str, list[GateCriterion]] = {stage: [] for stage in Stage}
    for each in GateCriterion.objects.all():
        by_stage[each.to_stage].append(each)
    context = {
        "stages": [(stage, str(stage.label), by_stage[stage], _ways_into(stage)) for stage in Stage],
        "may_edit": request.user.has_perm(EDIT),
        "breadcrumbs": [(_("Initiatives"), reverse("initiatives"))],
    }
    return render(request, "initiatives/gates/criteria.html", context)


def _ways_into(stage: str) -> list[tuple[str, Move]]:
    """The stages from which one comes into a stage, each with its move."""
    ways = [(str(before.label), move) for before in Stage for move in moves_from(before)]
    return [(name, move) for name, move in ways if move.after == stage]


def new_criterion(request: HttpRequest) -> HttpResponseBase:
    """One more criterion (`?stage=`)."""
    by = who(request)
    authorise(by, EDIT)
    initial = {"to_stage": request.GET.get("stage", Stage.APPROVED)}

    def act(data: dict[str, Any]) -> str:
        add_criterion(by=by, **data)
        return reverse("gate_criteria")

    form = CriterionForm(posted(request), initial=initial)
    return _page(request, form, act, title=_("New criterion"), button=_("Add"))


def criterion(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What a criterion says, and whether it is still asked."""
    by = who(request)
    authorise(by, EDIT)
    kept = get_object_or_404(GateCriterion, pk=pk)
    initial = {name: getattr(kept, name) for name in ("to_stage", "text", "help", "required")}
    initial["asked"] = kept.archived_on is None

    def act(data: dict[str, Any]) -> str:
        asked = bool(data.pop("asked"))
        change_criterion(by=by, criterion=kept, **data)
        if asked != (kept.archived_on is None):
            archive_criterion(by=by, criterion=kept, archived=not asked)
        return reverse("gate_criteria")

    form = KeptCriterionForm(posted(request), initial=initial)
    return _page(request, form, act, title=_("Change the criterion"), button=_("Save"), history=kept)


def _page(
    request: HttpRequest, form: forms.Form, act: Callable[[dict[str, Any]], str], **words: Any
) -> HttpResponseBase:
    back = reverse("gate_criteria")
    way = [(_("Initiatives"), reverse("initiatives")), (_("Gates"), back)]
    return form_page(request, form, act, back_url=back, breadcrumbs=way, **words)
