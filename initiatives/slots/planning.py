"""On an initiative's page: how far its plan is, what is late, and which milestones come next."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from initiatives.models import Initiative
from initiatives.planning.portfolio import Span, read_spans
from initiatives.planning.progress import planned_progress

MOST_MILESTONES = 4


def progress(request: HttpRequest, initiatives: Sequence[Initiative]) -> dict[Any, SafeString]:
    """The plan of each in a few lines; a constant number of queries."""
    today = timezone.localdate()
    planned = planned_progress(initiatives, today)
    return {
        span.initiative.pk: render_to_string(
            "initiatives/planning/panel.html",
            {
                "span": span,
                "initiative": span.initiative,
                "planned": planned.get(span.initiative.pk),
                "milestones": _next(span, today),
            },
            request,
        )
        for span in read_spans(initiatives, today)
    }


def _next(span: Span, today: dt.date) -> list[tuple[Any, bool]]:
    """The milestones that have not come, each with whether its day has passed."""
    open_ones = [each for each in span.milestones if each.done_on is None]
    return [(each, each.ends_on is not None and each.ends_on < today) for each in open_ones[:MOST_MILESTONES]]
