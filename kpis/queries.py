"""Reading KPIs, their series and when their cells were computed."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from kpis.engine.periods import Calendar
from kpis.models import KPI, Definition, Measurement, Series
from org.models import Placement

_CALENDAR_SQL = "SELECT fiscal_year_first_month, fiscal_year_named_by FROM org_organisation"


def calendar() -> Calendar:
    """The organisation's fiscal calendar; that of the calendar year before there is an organisation."""
    with connection.cursor() as cursor:  # by hand: every page, every request and every change asks for it
        cursor.execute(_CALENDAR_SQL)
        first_month, named_by = cursor.fetchone() or (1, "end")
    return Calendar(first_month, "start" if named_by == "start" else "end")


def visible_to(user: Any) -> QuerySet[KPI]:
    """The KPIs this user may know of."""
    return KPI.objects.all()


def definition_of(kpi: KPI, known_at: dt.datetime | None = None) -> Definition:
    """The KPI's definition as known at a moment (None: now); raises Definition.DoesNotExist."""
    return Definition.objects.known_at(known_at).get(kpi=kpi)


def series_with_path() -> QuerySet[Series]:
    """Series with `path`, their department's path today, as permissions ask for it."""
    placed = Placement.objects.current().filter(
        department=OuterRef("department"), valid__contains=timezone.localdate()
    )
    return Series.objects.annotate(path=Subquery(placed.values("path")[:1])).filter(path__isnull=False)


@dataclass(frozen=True)
class Computation:
    """When cells were last computed and whether a computation is under way."""

    computed_at: dt.datetime | None
    waiting_since: dt.datetime | None
    stamp: str  # changes with every computation that finished

    @property
    def under_way(self) -> bool:
        """Whether changed values are not in the scores yet."""
        return self.waiting_since is not None

    @property
    def late(self) -> bool:
        """Whether they have waited for more than a minute: no worker seems to run."""
        return self.waiting_since is not None and timezone.now() - self.waiting_since > dt.timedelta(
            minutes=1
        )


_COMPUTATION_SQL = """
SELECT (SELECT max(finished_at) FROM kpis_rolluprun), (SELECT min(since) FROM kpis_dirtykpi),
       (SELECT max(id) FROM kpis_rolluprun WHERE finished_at IS NOT NULL)
"""


def computation() -> Computation:
    """How fresh the cells are; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_COMPUTATION_SQL)
        computed_at, waiting_since, run = cursor.fetchone()
    return Computation(computed_at, waiting_since, str(run or 0))


def has_values() -> bool:
    """Whether any value was ever recorded (the fiscal calendar is fixed from then on)."""
    return Measurement.objects.exists()
