"""Letting what a test just stored be known since an earlier moment."""

import datetime as dt

from django.utils import timezone

from core.models import Known
from kpis.as_of import end_of
from kpis.models import (
    CellTarget,
    Definition,
    Measurement,
    PeriodClosing,
    SeriesTarget,
    SeriesTerm,
    StatusOverride,
)
from org.models import Placement
from strategy.models import ObjectiveKPI, ObjectivePlacement, PerspectiveWeight

TABLES: list[type[Known]] = [
    Measurement,
    SeriesTarget,
    CellTarget,
    SeriesTerm,
    Definition,
    PeriodClosing,
    StatusOverride,
    Placement,
    ObjectiveKPI,
    ObjectivePlacement,
    PerspectiveWeight,
]
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


class Clock:
    """Dates what a test stores: each `on` says on which day everything since the one before was stored."""

    def __init__(self) -> None:
        self.since = LONG_AGO

    def on(self, day: dt.date) -> None:
        """What was stored since the last call was stored at the end of `day`."""
        for table in TABLES:
            # What was closed first: the rows that follow it must never overlap it.
            table._default_manager.filter(known_to__gte=self.since).update(known_to=end_of(day))
            table._default_manager.filter(known_from__gte=self.since).update(known_from=end_of(day))
        self.since = timezone.now()
