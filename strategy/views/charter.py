"""The charter of the strategy office: to read, to print, to change."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import form_page
from core.web import authorise
from org.models import User
from strategy.actions.charter import FIELDS, write_charter
from strategy.actions.charter import charter as the_charter
from strategy.forms.charter import CharterForm
from strategy.models import CharterMember, CharterService
from strategy.queries import current_plan
from strategy.views.editing import posted, words_of

VIEW, EDIT = "strategy.view_charter", "strategy.edit_charter"


@require_safe
def charter(request: HttpRequest) -> HttpResponseBase:
    """What the office is for, who is in it, what it does for others."""
    authorise(request.user, VIEW)
    written = the_charter()
    members, services = _rows()
    context = {
        "plan": current_plan(request.user),
        "charter": written,
        "is_written": not written._state.adding,
        "members": members,
        "services": services,
        "may_edit": request.user.has_perm(EDIT),
        "history_kind": written._meta.label_lower,
    }
    return render(request, "strategy/calendar/charter.html", context)


def change(request: HttpRequest) -> HttpResponseBase:
    """All of it on one form."""
    authorise(request.user, EDIT)
    assert isinstance(request.user, User)
    by, written = request.user, the_charter()
    members, services = _rows()
    initial = {**words_of(written, *FIELDS), "approved_by": written.approved_by_id}
    form = CharterForm(posted(request), charter=written, members=members, services=services, initial=initial)

    def save(_data: dict[str, Any]) -> str:
        write_charter(by=by, **form.said())
        return reverse("charter")

    return form_page(
        request,
        form,
        save,
        title=_("Charter of the strategy office"),
        button=_("Save"),
        template="strategy/calendar/change_charter.html",
        back_url=reverse("charter"),
        breadcrumbs=[(_("Strategy"), reverse("plans")), (_("Charter"), reverse("charter"))],
        history=None if written._state.adding else written,
    )


def _rows() -> tuple[list[CharterMember], list[CharterService]]:
    return (
        list(CharterMember.objects.select_related("person")),
        list(CharterService.objects.select_related("contact")),
    )
