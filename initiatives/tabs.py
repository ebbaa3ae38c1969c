"""The pages of an initiative, and those of the whole portfolio, that stand side by side."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.models import Initiative


@dataclass(frozen=True)
class Tab:
    """A topic with its route, and who sees it."""

    topic: str
    name: Promise | str
    route: str
    permission: str = "initiatives.view_initiative"


# Of the whole portfolio.
PORTFOLIO: tuple[Tab, ...] = (
    Tab("portfolio", _("Portfolio"), "initiatives"),
    Tab("board", _("Board"), "initiative_board"),
    Tab("gantt", _("Gantt"), "portfolio_gantt"),
    Tab("roadmap", _("Roadmap"), "roadmap"),
    Tab("status", _("Status"), "portfolio_status"),
    Tab("means", _("Resources"), "resources"),
    Tab("coordination", _("Coordination"), "coordination"),
    Tab("readiness", _("Change readiness"), "portfolio_readiness"),
    Tab("scoring", _("Prioritisation"), "scoring_rounds", "initiatives.view_scoring"),
    Tab("optimising", _("Best portfolio"), "scenarios", "initiatives.view_scenarios"),
    Tab("framework", _("Methods"), "methods"),
)
# Of one initiative, by its code.
INITIATIVE: tuple[Tab, ...] = (
    Tab("initiative", _("Overview"), "initiative"),
    Tab("planning", _("Action plan"), "initiative_plan"),
    Tab("status", _("Status"), "initiative_status"),
    Tab("means", _("Resources"), "initiative_means"),
    Tab("benefits", _("Benefits"), "initiative_benefits"),
    Tab("readiness", _("Change readiness"), "initiative_readiness"),
    Tab("framework", _("Method"), "initiative_method"),
    Tab("gates", _("Gates"), "initiative_gates"),
)


def portfolio_tabs(user: Any) -> list[dict[str, Any]]:
    """The tabs of the portfolio this user sees: `topic`, `name` and `url` each."""
    return _shown(PORTFOLIO, user, None)


def initiative_tabs(initiative: Initiative, user: Any) -> list[dict[str, Any]]:
    """The tabs of an initiative this user sees."""
    return _shown(INITIATIVE, user, initiative)


def route_of(route: str, initiative: Initiative) -> str:
    """The address of a page of an initiative; "" where the product has no such page."""
    try:
        return reverse(route, args=[initiative.code])
    except NoReverseMatch:
        return ""


def _shown(tabs: tuple[Tab, ...], user: Any, initiative: Initiative | None) -> list[dict[str, Any]]:
    shown = []
    for tab in tabs:
        try:
            url = reverse(tab.route, args=[initiative.code] if initiative else [])
        except NoReverseMatch:
            continue
        if user.has_perm(tab.permission, initiative):
            shown.append({"topic": tab.topic, "name": tab.name, "url": url})
    return shown
