"""The administration's first page, and the organisation's settings."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import form_page
from core.web import authorise
from kpis.queries import has_values
from org.actions import change_organisation
from org.forms.organisation import OrganisationForm
from org.models import Department, User
from org.queries import organisation
from smo.health import states


@require_safe
def administration(request: HttpRequest) -> HttpResponseBase:
    """Ways to everything that is administered, with how much of it there is."""
    authorise(request.user, "org.edit_people")
    context = {
        "people": User.objects.filter(is_active=True).count(),
        "departments": Department.objects.count(),
        "states": states(),
    }
    return render(request, "smo/administration.html", context)


def organisation_settings(request: HttpRequest) -> HttpResponseBase:
    """Name and fiscal calendar; the first month stays once there are values."""
    authorise(request.user, "org.edit_settings")
    by = request.user
    present = organisation()
    names = ("name", "tagline", "fiscal_year_first_month", "fiscal_year_named_by")
    form = OrganisationForm(request.POST or None, initial={name: getattr(present, name) for name in names})

    def act(data: dict[str, Any]) -> str:
        change_organisation(by=by, has_data=has_values(), **data)  # type: ignore[arg-type]
        messages.success(request, _("Saved."))
        return reverse("organisation")

    back_url = reverse("administration")
    return form_page(request, form, act, title=_("Organisation"), button=_("Save"), back_url=back_url)
