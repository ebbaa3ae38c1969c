"""The claims of a plan with what the data says of each."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from strategy.enums import Influence
from strategy.mapping.association import Association, Word, associate
from strategy.mapping.series import ObjectiveSeries, read_series
from strategy.models import CauseEffect, Objective, Plan


@dataclass(frozen=True)
class Arrow:
    """A claim of cause and effect; `frequency`: at which the data was looked at, None where it was not."""

    link: CauseEffect
    found: Association
    frequency: Frequency | None = None

    @property
    def cause(self) -> Objective:
        """The objective that the arrow comes from."""
        return self.link.cause

    @property
    def effect(self) -> Objective:
        """The objective that it points to."""
        return self.link.effect

    @property
    def agrees(self) -> bool | None:
        """Whether the data moves as the claim says; None where it says nothing."""
        if self.found.word not in (Word.TOGETHER, Word.OPPOSITE):
            return None
        return (self.found.word == Word.TOGETHER) == (self.link.influence == Influence.HELPS)


def claims_of(plan: Plan) -> list[CauseEffect]:
    """The claims between objectives that are not archived, in the order of the plan; one query."""
    links = CauseEffect.objects.filter(cause__plan=plan).select_related("cause", "effect")
    standing = links.filter(cause__archived_on__isnull=True, effect__archived_on__isnull=True)
    return list(standing.order_by("cause__position", "cause__pk", "effect__position", "effect__pk"))


def read_arrows(
    plan: Plan,
    department_id: int,
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> list[Arrow]:
    """The claims of a plan, each with what the scores at a department say of it."""
    links = claims_of(plan)
    if not links:
        return []
    concerned = {key for link in links for key in (link.cause_id, link.effect_id)}
    return weighed(links, read_series(plan, department_id, concerned, calendar, as_of, known_at))


def weighed(links: Sequence[CauseEffect], series: ObjectiveSeries) -> list[Arrow]:
    """Each claim with the association of its two objectives' scores."""
    return [_weighed(link, series) for link in links]


def _weighed(link: CauseEffect, series: ObjectiveSeries) -> Arrow:
    frequency = series.common(link.cause_id, link.effect_id)
    if frequency is None:
        return Arrow(link, Association(Word.TOO_LITTLE, 0, 0))
    lag = round((link.lag_months or 0) / frequency.months)
    if series.kpis[link.cause_id] & series.kpis[link.effect_id]:
        return Arrow(link, Association(Word.SHARED, 0, lag), frequency)
    scores = series.scores[frequency]
    return Arrow(link, associate(scores[link.cause_id], scores[link.effect_id], lag), frequency)
