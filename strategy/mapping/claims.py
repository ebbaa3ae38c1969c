"""The claims of a plan with what the data says of each."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from core.models import KnownQuerySet
from kpis.as_of import AsOf
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


def claims_of(plan: Plan, as_of: dt.date, known_at: dt.datetime | None = None) -> list[CauseEffect]:
    """What the plan claimed at a moment (None: now) between objectives that were not archived by a day.

    In the order of the plan; one query.
    """
    links = claimed(CauseEffect.objects.filter(cause__plan=plan), AsOf(as_of, known_at))
    ordered = links.order_by("cause__position", "cause__pk", "effect__position", "effect__pk")
    return list(ordered.select_related("cause", "effect"))


def claimed(links: KnownQuerySet, then: AsOf) -> KnownQuerySet:
    """Of some claims those that were made as of a day, between objectives that were not archived by it."""
    found = links.known_at(then.known_at)
    for end in ("cause", "effect"):
        standing = Q(**{f"{end}__archived_on__isnull": True}) | Q(**{f"{end}__archived_on__gt": then.day})
        found = found.filter(standing)
    return found


def read_arrows(
    plan: Plan,
    department_id: int,
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> list[Arrow]:
    """The claims of a plan on a day, each with what the scores at a department say of it."""
    links = claims_of(plan, as_of, known_at)
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
