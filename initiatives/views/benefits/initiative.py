"""The benefits of one initiative: what is expected, what came, and looking at them."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import confirm_page, form_page
from core.web import authorise
from initiatives.actions.benefits import FIELDS, add_benefit, change_benefit, check_benefit, remove_benefit
from initiatives.benefits.presenting import benefit_row
from initiatives.benefits.reading import read_benefits
from initiatives.benefits.visible import visible_benefits, with_relations
from initiatives.forms.benefits import BenefitForm, CheckForm
from initiatives.models import Benefit, Initiative
from initiatives.views.seen import RUN, initiative_seen, way_to


@require_safe
def benefits(request: HttpRequest, code: str) -> HttpResponseBase:
    """Every benefit with what came so far and what was found."""
    initiative = initiative_seen(request, code)
    today = timezone.localdate()
    found = list(with_relations(initiative.benefits.all()))
    context = {
        "initiative": initiative,
        "rows": [benefit_row(each, today) for each in read_benefits(found, today)],
        "may_run": initiative.archived_on is None and request.user.has_perm(RUN, initiative),
        "breadcrumbs": list(way_to(initiative)),
    }
    return render(request, "initiatives/benefits/benefits.html", context)


def new_benefit(request: HttpRequest, code: str) -> HttpResponseBase:
    """One more benefit."""
    initiative = initiative_seen(request, code, RUN)
    by: Any = request.user
    owner = initiative.lead_id or initiative.sponsor_id
    form = BenefitForm(request.POST or None, initial={"owner": owner})
    return _form(
        request,
        initiative,
        form,
        lambda data: add_benefit(by=by, initiative=initiative, **_said(data)),
        title=_("New benefit"),
        button=_("Add"),
        lead=_("What “%(name)s” is to bring.") % {"name": initiative.name},
    )


def change(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """What a benefit says."""
    initiative, shown = _seen(request, code, pk)
    by: Any = request.user
    initial = {name: getattr(shown, name) for name in FIELDS}
    initial |= {"department": shown.department.code if shown.department else ""}
    initial |= {"kpi": shown.kpi_id, "owner": shown.owner_id}
    return _form(
        request,
        initiative,
        BenefitForm(request.POST or None, benefit=shown, initial=initial),
        lambda data: change_benefit(by=by, benefit=shown, **_said(data)),
        title=_("Change the benefit"),
        button=_("Save"),
        template="strategy/edit.html",
        remove_url=reverse("remove_benefit", args=[code, pk]),
        history=shown,
        history_kind=shown._meta.label_lower,
    )


def check(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """A look at a benefit; what the KPI's values say is proposed."""
    initiative = initiative_seen(request, code)
    shown = _benefit(request, initiative, pk)
    authorise(request.user, "initiatives.check_benefit", shown)
    by: Any = request.user
    today = timezone.localdate()
    reading = read_benefits([shown], today)[0]
    initial = {
        "checked_on": today,
        "verdict": reading.proposed,
        "realised": None if reading.effect is None else round(reading.effect.change, 6),
        "money": reading.money_realised,
    }
    return _form(
        request,
        initiative,
        CheckForm(request.POST or None, initial=initial),
        lambda data: check_benefit(by=by, benefit=shown, **data),
        title=_("What was realised?"),
        button=_("Record"),
        lead=shown.name,
    )


def remove(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Asks, then takes it out."""
    initiative, shown = _seen(request, code, pk)
    by: Any = request.user
    back = reverse("initiative_benefits", args=[initiative.code])

    def act() -> str:
        remove_benefit(by=by, benefit=shown)
        return back

    return confirm_page(
        request,
        act,
        title=_("Remove “%(name)s”?") % {"name": shown.name},
        text=_("The initiative has this benefit no longer; the history keeps it."),
        button=_("Remove"),
        back_url=back,
    )


def _seen(request: HttpRequest, code: str, pk: int) -> tuple[Initiative, Benefit]:
    initiative = initiative_seen(request, code, RUN)
    return initiative, _benefit(request, initiative, pk)


def _benefit(request: HttpRequest, initiative: Initiative, pk: int) -> Benefit:
    found = with_relations(visible_benefits(request.user).filter(initiative=initiative))
    benefit: Benefit = get_object_or_404(found, pk=pk)
    return benefit


def _said(data: dict[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in FIELDS}


def _form(request: HttpRequest, initiative: Initiative, form: Any, act: Any, **more: Any) -> HttpResponseBase:
    """A form on a benefit; saved or cancelled it leads back to the benefits."""
    back = reverse("initiative_benefits", args=[initiative.code])

    def save(data: dict[str, Any]) -> str:
        act(data)
        return back

    return form_page(request, form, save, back_url=back, breadcrumbs=way_to(initiative), **more)
