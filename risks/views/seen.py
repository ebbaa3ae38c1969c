"""What every page of a risk begins with: the risk, if the reader may know of it."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import Crumbs
from core.web import authorise
from org.models import User
from risks.models import Risk
from risks.queries import visible_risks

VIEW = "risks.view_risk"
EDIT = "risks.edit_risk"
TEND = "risks.tend_risk"


def risk_seen(request: HttpRequest, code: str, permission: str = VIEW) -> tuple[User, Risk]:
    """Who looks, and the risk of this code: Http404 where it is hidden, PermissionDenied where forbidden."""
    found = visible_risks(request.user).select_related("department", "owner", "category", "shared_cause")
    risk: Risk = get_object_or_404(found, code=code)
    authorise(request.user, permission, risk)
    assert isinstance(request.user, User)
    return request.user, risk


def way_to(risk: Risk) -> Crumbs:
    """The way from the register down to a page of the risk."""
    return [(_("Risks"), reverse("risks")), (risk.title, reverse("risk", args=[risk.code]))]
