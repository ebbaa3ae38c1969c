"""One finding: found by its kind and number, with what its reader may do with it."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.web import authorise
from org.models import User
from strategy.analysis.kinds import KINDS
from strategy.analysis.visible import analysed_plans, visible_findings, visible_items
from strategy.enums import PlanState
from strategy.forms.analysis import ITEM_FIELDS, TENDED
from strategy.models import AnalysisItem, Plan
from strategy.views.editing import plan_url

ITEM = "item"
EDIT, TEND = "strategy.edit_analysis", "strategy.tend_finding"


def findings_of(kind: str, user: Any) -> QuerySet[Any]:
    """Findings of a kind that the user may know of; an unknown kind is a 404."""
    if kind == ITEM:
        return visible_items(user)
    if kind not in KINDS:
        raise Http404
    return visible_findings(KINDS[kind].model._default_manager.all(), user)


def finding_seen(request: HttpRequest, kind: str, pk: int, permission: str) -> tuple[User, Any]:
    """Who asks, and the finding: 404 where it is hidden, 403 where it is not theirs to do."""
    found: Any = get_object_or_404(findings_of(kind, request.user).select_related("plan", "owner"), pk=pk)
    authorise(request.user, permission, found)
    assert isinstance(request.user, User)
    return request.user, found


def fields_to_write(by: User, kind: str, finding: Any) -> list[str]:
    """The names of the fields this user may write: the office all, its owner evidence and review."""
    names = ITEM_FIELDS if kind == ITEM else KINDS[kind].fields
    if kind == ITEM and finding.lens == "swot":
        names = tuple(name for name in names if name != "category")
    if by.has_perm(EDIT, finding.plan):
        return [name for name in names if name != "position"]
    return [name for name in names if name in TENDED]


def may_change(user: Any, finding: Any) -> bool:
    """Whether a page offers this user to change a finding."""
    return bool(finding.plan.state != PlanState.ARCHIVED and user.has_perm(TEND, finding))


def kind_name(kind: str, finding: AnalysisItem | Any) -> str:
    """What a finding is called: “Capability”, “Strength”, “PESTEL”."""
    return str(finding.get_lens_display() if kind == ITEM else KINDS[kind].name)


def section_of(kind: str, finding: Any = None) -> str:
    """The part of the analysis page in which a finding stands; `kind` may be a lens, too."""
    if kind == ITEM:
        kind = finding.lens
    parts = {"capability": "state", "swot": "swot", "competitor": "competitors", "scenario": "scenarios"}
    return parts.get(kind, "assumptions" if kind == "assumption" else "surroundings")


def analysis_url(plan: Plan, section: str = "") -> str:
    """The analysis page of a plan, at one of its parts."""
    page = reverse("analysis", args=[plan.code])
    return f"{page}?show={section}" if section else page


def finding_url(kind: str, finding: Any) -> str:
    """The page of a finding."""
    return reverse("finding", args=[kind, finding.pk])


def way_to_finding(user: Any, plan: Plan, section: str = "") -> list[tuple[Any, str]]:
    """The breadcrumbs to a page of the analysis; only what the reader may open."""
    way = [(_("Strategy"), reverse("plans"))]
    if analysed_plans(user).filter(pk=plan.pk).exists():
        way += [(plan.name, plan_url(plan)), (_("Analysis"), analysis_url(plan, section))]
    return way
