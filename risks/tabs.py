"""The pages of the register, and those of one risk, that stand side by side."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from risks.models import Risk


@dataclass(frozen=True)
class Tab:
    """A topic with its route, and who sees it."""

    topic: str
    name: Promise | str
    route: str
    permission: str = "risks.view_register"


# Of the whole register.
REGISTER: tuple[Tab, ...] = (
    Tab("register", _("Register"), "risks", "risks.view_risk"),
    Tab("pictures", _("Heat map"), "heat_map"),
    Tab("reviewing", _("Review"), "risk_review"),
    Tab("indicators", _("Indicators"), "risk_indicators"),
    Tab("response", _("Actions & plans"), "risk_actions"),
    Tab("workshops", _("Workshops"), "risk_workshops", "risks.view_risk"),
    Tab("exposure", _("Exposure"), "exposure", "risks.view_exposure"),
    Tab("matrices", _("Matrix & appetite"), "risk_framework"),
)


def register_tabs(user: Any) -> list[dict[str, Any]]:
    """The tabs of the register this user sees: `topic`, `name` and `url` each."""
    shown = []
    for tab in REGISTER:
        try:
            url = reverse(tab.route)
        except NoReverseMatch:
            continue
        if user.has_perm(tab.permission):
            shown.append({"topic": tab.topic, "name": tab.name, "url": url})
    return shown


def route_of(route: str, risk: Risk) -> str:
    """The address of a page of a risk."""
    return reverse(route, args=[risk.code])
