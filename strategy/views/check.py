"""Checking how a plan is measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.ui.pickers import Option, query_url
from core.web import authorise
from strategy.linter import Finding, Severity, findings
from strategy.models import Plan
from strategy.queries import visible_plans
from strategy.views.editing import may_keep_up, way_to


@dataclass(frozen=True)
class FindingGroup:
    """Findings of one rule for one reason."""

    title: str
    severity: Severity
    why: str
    mend: str
    findings: Sequence[Finding]


@require_safe
def check_plan(request: HttpRequest, code: str) -> HttpResponseBase:
    """What would mislead the plan's readers, why, and where it is mended; `?rule=` keeps one kind."""
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, "strategy.check_plan", plan)
    found = findings(plan, timezone.localdate())
    rule = request.GET.get("rule", "")
    kept = [each for each in found if not rule or each.rule == rule]
    context = {
        "plan": plan,
        "groups": _groups(kept),
        "count": len(kept),
        "rules": _rules(request, found, rule),
        "may_edit": may_keep_up(request.user, plan),
        "breadcrumbs": list(way_to(plan)),
        "plan_url": reverse("plan", args=[plan.code]),
    }
    return render(request, "strategy/check.html", context)


def _groups(found: Sequence[Finding]) -> list[FindingGroup]:
    """The findings by rule and reason, in their order."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for each in found:
        groups.setdefault((each.rule, each.why, each.mend), []).append(each)
    return [
        FindingGroup(rule_name(rule), part[0].severity, why, mend, part)
        for (rule, why, mend), part in groups.items()
    ]


def _rules(request: HttpRequest, found: Sequence[Finding], chosen: str) -> list[Option]:
    """All findings, and each kind that there is with its number."""
    counts: dict[str, int] = {}
    for each in found:
        counts[each.rule] = counts.get(each.rule, 0) + 1
    kinds = [
        Option(rule_name(rule), query_url(request.GET, rule=rule), rule == chosen, 0, str(count))
        for rule, count in counts.items()
    ]
    return [Option(_("All"), query_url(request.GET, rule=None), not chosen, 0, str(len(found))), *kinds]


def rule_name(rule: str) -> str:
    """A rule in a few words."""
    return {
        "averaged_ratio": _("Averaged ratio"),
        "averaged_ratio_over_time": _("Averaged over time"),
        "summed_ratio": _("Added percentages"),
        "mixed_units": _("Mixed units"),
        "easier_target": _("Easier than last year"),
        "lines_out_of_order": _("Lines out of order"),
        "targets_out_of_order": _("Targets out of order"),
        "no_steward": _("No steward"),
        "no_owner": _("No owner"),
        "no_target": _("No target"),
        "nobody_reports": _("Nobody reports"),
        "never_reported": _("Never reported"),
        "unmeasured": _("No KPI"),
        "only_lagging": _("Only lagging"),
        "weight_zero": _("No weight"),
    }[rule]
