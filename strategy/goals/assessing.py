"""How owners themselves see the objectives of a scorecard in its period."""

import datetime as dt
from collections.abc import Mapping

from kpis.engine.scoring import State, Status
from org.queries import root_department
from strategy.enums import Assessment
from strategy.models import Commentary
from strategy.scoring import Scorecard

Assessments = Mapping[int, str]
"""By id of the objective, how its owner assesses it: a value of `Assessment`."""


def assessments_of(card: Scorecard, known_at: dt.datetime | None = None) -> Assessments:
    """What owners say of the period shown, where they say it; two queries.

    Owners speak of the whole organisation, so a scorecard of a part of it has none. `known_at`: only what
    was written by then; what was rewritten since is not known as it was.
    """
    root = root_department(card.as_of, known_at)
    if root is None or root.pk != card.department.pk:
        return {}
    said = Commentary.objects.filter(
        objective__plan=card.plan, frequency=str(card.period.frequency), period=card.period.ordinal
    ).exclude(assessment="")
    if known_at is not None:
        said = said.filter(written_at__lte=known_at)
    return dict(said.values_list("objective", "assessment"))


def differs(assessment: str, status: Status | State | None) -> bool:
    """Whether an owner sees an objective otherwise than its score, where that has a colour."""
    return bool(assessment) and str(status) in Assessment.values and assessment != status
