"""On the page that changes a KPI: what its new definition would do to the strategy's scores."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from kpis.definition_preview import DefinitionPreview
from org.queries import root_department
from strategy.queries import current_plan
from strategy.scoring.supposing import Supposed, moved_by


def scores_above(request: HttpRequest, previews: Sequence[DefinitionPreview]) -> dict[Any, SafeString]:
    """The objectives of the present strategy whose scores would change for the whole organisation."""
    plan, root = current_plan(request.user), root_department()
    if plan is None or root is None:
        return {}
    found = {}
    for preview in previews:
        change = next((each for each in preview.changes if each.department_id == root.pk), None)
        if change is None:
            continue
        supposed = Supposed(preview.kpi_id, change.before, change.after)
        moved = moved_by(supposed, plan, root, preview.shown, timezone.localdate())
        context = {"moved": moved, "plan": plan, "department": root, "period": preview.period}
        found[preview.pk] = render_to_string("strategy/slots/definition_preview.html", context, request)
    return found
