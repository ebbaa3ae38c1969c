"""What the analysis asks of those who own findings: to look again, and to answer where a wire tripped."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.due import DueItem, register
from strategy.analysis.kinds import KINDS
from strategy.enums import AssumptionState, ItemState, PlanState
from strategy.models import AnalysisItem, Assumption


def reviews_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """A look at each finding of the user's whose day has come; a query a kind."""
    mine = {"owner": user.pk, "review_on__lte": until}
    items = AnalysisItem.objects.filter(**mine, state=ItemState.SHARED)
    found: list[tuple[str, Any]] = [
        ("item", each) for each in items.exclude(plan__state=PlanState.ARCHIVED).select_related("plan")
    ]
    for code, kind in KINDS.items():
        rows = kind.model._default_manager.filter(**mine).exclude(plan__state=PlanState.ARCHIVED)
        found += [(code, each) for each in rows.select_related("plan")]
    for code, each in found:
        if getattr(each, "state", "") != AssumptionState.RETIRED:
            yield DueItem(
                due_on=each.review_on,
                kind="strategy.finding_review",
                title=_("Look again: %(what)s") % {"what": each},
                url=reverse("change_finding", args=[code, each.pk]),
                detail=each.plan.name,
            )


def tripped_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """An answer to each assumption of the user's that tripped, from the day on which it did."""
    tripped = Assumption.objects.filter(owner=user.pk, tripped_at__isnull=False)
    for each in tripped.exclude(plan__state=PlanState.ARCHIVED):
        yield DueItem(
            due_on=timezone.localdate(each.tripped_at),
            kind="strategy.tripped_assumption",
            title=_("Does it still hold? %(what)s") % {"what": each.statement},
            url=reverse("answer_assumption", args=[each.pk]),
            detail=each.tripped_by,
        )


register(reviews_due)
register(tripped_due)
