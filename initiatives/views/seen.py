"""What every page of an initiative begins with: the initiative, if the reader may know of it."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import Crumbs
from core.web import authorise
from initiatives.models import Initiative
from initiatives.queries import visible_initiatives
from org.models import User

VIEW = "initiatives.view_initiative"
EDIT = "initiatives.edit_initiative"
RUN = "initiatives.run_initiative"


def initiative_seen(request: HttpRequest, code: str, permission: str = VIEW) -> Initiative:
    """The initiative of this code; raises Http404 where it is hidden, PermissionDenied where forbidden."""
    found = visible_initiatives(request.user).select_related(
        "department", "sponsor", "lead", "category", "method", "method_stage", "merged_into"
    )
    initiative: Initiative = get_object_or_404(found, code=code)
    authorise(request.user, permission, initiative)
    return initiative


def acting(request: HttpRequest) -> User:
    """Who acts; the middleware has asked strangers to sign in before."""
    assert isinstance(request.user, User)
    return request.user


def way_to(initiative: Initiative) -> Crumbs:
    """The way from the portfolio down to a page of the initiative."""
    return [
        (_("Initiatives"), reverse("initiatives")),
        (initiative.name, reverse("initiative", args=[initiative.code])),
    ]
