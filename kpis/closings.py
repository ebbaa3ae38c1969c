"""Which periods are closed to changes, now or as it was known at a moment."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.models import PeriodClosing


@dataclass(frozen=True)
class ClosedPeriods:
    """The periods that were closed themselves, as ordinals by frequency.

    A closed quarter closes the days, weeks and months that end in it too; no rows say so.
    """

    calendar: Calendar
    ordinals: Mapping[Frequency, frozenset[int]]

    def holding(self, period: Period) -> Period | None:
        """The closed period, of the same or a coarser frequency, in which this one ends; None: it is open."""
        for frequency, ordinals in self.ordinals.items():
            if not frequency.is_finer_than(period.frequency):
                holder = self.calendar.within(period, frequency)
                if holder.ordinal in ordinals:
                    return holder
        return None

    def holds(self, period: Period) -> bool:
        """Whether the values of a period change only with a reason."""
        return self.holding(period) is not None


def closed_periods(calendar: Calendar, known_at: dt.datetime | None = None) -> ClosedPeriods:
    """The periods that are closed now or, where a moment is given, were closed then; one query."""
    closed: dict[Frequency, set[int]] = {}
    rows = PeriodClosing.objects.known_at(known_at)
    for frequency, period in rows.values_list("frequency", "period"):
        closed.setdefault(Frequency(frequency), set()).add(period)
    # From fine to coarse, so that a period that is closed itself is found before one that holds it.
    return ClosedPeriods(calendar, {each: frozenset(closed[each]) for each in Frequency if each in closed})


def reopenings() -> QuerySet[PeriodClosing]:
    """Closings that were taken back, the latest first."""
    return (
        PeriodClosing.objects.filter(known_to__isnull=False)
        .select_related("recorded_by", "reopened_by")
        .order_by("-known_to", "-pk")
    )
