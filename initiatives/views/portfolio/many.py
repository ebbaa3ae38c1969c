"""Changing the ticked initiatives of the list at once, after seeing what changes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.pages import carry_out
from core.web import authorise
from initiatives.actions.many import change_many, why_not_many
from initiatives.forms.many import ManyForm
from initiatives.models import Initiative
from initiatives.queries import standing_initiatives
from initiatives.views.portfolio.editing import posted, who
from initiatives.views.seen import EDIT

MOST = 500


def many(request: HttpRequest) -> HttpResponseBase:
    """What shall change of the ticked ones (`?code=…`); then what changes where; `step=save` does it."""
    by = who(request)
    authorise(by, EDIT)
    chosen = _ticked(request)
    form, status = ManyForm(posted(request)), 200
    context: dict[str, Any] = {"changes": [], "sure": False}
    if form.is_bound and form.is_valid() and chosen:
        fields, archive = form.wanted(), form.cleaned_data["archive"]
        if request.POST.get("step") == "save":
            _nothing, status = carry_out(
                form, lambda: change_many(by=by, initiatives=chosen, fields=fields, archive=archive)
            )
            if status == 200:
                return _changed(request, len(chosen))
        context = {"changes": list(_changes(chosen, fields, archive)), "sure": status == 200}
    elif form.is_bound:
        status = 400
    context |= {
        "form": form,
        "chosen": chosen,
        "refused": why_not_many(by, chosen),
        "breadcrumbs": [(_("Initiatives"), reverse("initiatives"))],
    }
    return render(request, "initiatives/portfolio/many.html", context, status=status)


def _ticked(request: HttpRequest) -> list[Initiative]:
    """The initiatives that are named and that the user may know of; others are as unknown as none."""
    codes = (request.POST if request.method == "POST" else request.GET).getlist("code")[:MOST]
    found = standing_initiatives(request.user).filter(code__in=codes)
    return list(found.select_related("department", "lead", "sponsor", "category"))


def _changed(request: HttpRequest, count: int) -> HttpResponseBase:
    words = ngettext("%(n)d initiative was changed.", "%(n)d initiatives were changed.", count)
    messages.success(request, words % {"n": count})
    return redirect(reverse("initiatives"))


def _changes(
    chosen: Sequence[Initiative], fields: Mapping[str, Any], archive: bool
) -> Iterator[tuple[Initiative, list[tuple[str, str, str]]]]:
    """Each initiative with what becomes otherwise: the field, what it says, what it will say."""
    for each in chosen:
        found = [
            (_label(name), _said(each, name, getattr(each, name)), _said(each, name, value))
            for name, value in fields.items()
            if getattr(each, name) != value
        ]
        if archive:
            found.append((_("Archived"), _("no"), _("yes")))
        yield each, found


def _label(name: str) -> str:
    return str(ManyForm.base_fields[name].label)


def _said(initiative: Initiative, name: str, value: Any) -> str:
    """A value of a field in words."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    field: Any = Initiative._meta.get_field(name)
    choices = dict(field.flatchoices)
    return str(choices.get(value, value) if value is not None else "–")
