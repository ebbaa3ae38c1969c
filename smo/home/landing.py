"""Where people land after signing in."""

from django.http import HttpRequest
from django.urls import reverse

from org.enums import Role
from org.roles import held_by
from org.sign_in import AccountAdapter

REPORTS = (Role.CONTRIBUTOR, Role.DEPARTMENT_HEAD)
LEADS = (Role.ADMINISTRATOR, Role.SMO_STAFF, Role.EXECUTIVE)


class LandingAdapter(AccountAdapter):
    """Those who come to report go straight to what is due from them, everybody else to the home page."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """My work for contributors and heads without a wider role; a page that was asked for wins."""
        held = held_by(request.user)
        if held.anywhere(*REPORTS) and not held.anywhere(*LEADS):
            return reverse("my_work")
        return str(super().get_login_redirect_url(request))
