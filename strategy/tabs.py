"""The pages of a plan that stand side by side: what the tabs of the strategy lead to."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strategy.models import Plan


@dataclass(frozen=True)
class Tab:
    """A topic with its route, of the plan or (of_plan false) of the whole organisation, and who sees it."""

    topic: str
    name: Promise | str
    route: str
    of_plan: bool = True
    permission: str = "strategy.view_plan"


# In the order in which a strategy is made.
TABS: tuple[Tab, ...] = (
    Tab("plan", _("Plan"), "plan"),
    Tab("analysis", _("Analysis"), "analysis", permission="strategy.view_analysis"),
    Tab("options", _("Options"), "options", permission="strategy.view_analysis"),
    Tab("goals", _("Goals & steps"), "action_plan"),
    Tab("mapping", _("Map"), "strategy_map"),
    Tab("alignment", _("Alignment"), "alignment"),
    Tab("department_plans", _("Departments' plans"), "department_plans"),
    Tab("consultation", _("Consultation"), "consultations"),
    Tab("revisions", _("Versions"), "revisions"),
    Tab("calendar", _("Calendar"), "strategy_calendar", of_plan=False, permission="strategy.view_calendar"),
    Tab("charter", _("Charter"), "charter", of_plan=False, permission="strategy.view_charter"),
)


def tabs_of(plan: Plan | None, user: Any) -> list[dict[str, Any]]:
    """The tabs this user sees: `topic`, `name` and `url` each; without a plan those that need none."""
    shown = [tab for tab in TABS if (plan or not tab.of_plan) and user.has_perm(tab.permission, plan)]
    return [{"topic": tab.topic, "name": tab.name, "url": _url(tab, plan)} for tab in shown]


def _url(tab: Tab, plan: Plan | None) -> str:
    return reverse(tab.route, args=[plan.code] if plan is not None and tab.of_plan else [])
