"""Statuses set by hand, as the cells that they stand on."""

import datetime as dt
from collections import defaultdict

from kpis.cells.cell import Override
from kpis.cells.windows import Wanted
from kpis.engine.frequency import Frequency, Period
from kpis.engine.scoring import Status
from kpis.models import StatusOverride


def overrides_of(
    wanted: Wanted, as_of: dt.date, known_at: dt.datetime | None
) -> dict[int, dict[Period, Override]]:
    """For each place in `wanted` the overrides that hold at the end of `as_of`, by period; one query."""
    places: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, (department, known) in enumerate(wanted):
        places[department, known.kpi_id].append(i)
    rows = StatusOverride.objects.known_at(known_at).filter(
        kpi__in=sorted({kpi for _, kpi in places}),
        department__in=sorted({department for department, _ in places}),
        expires_on__gte=as_of,
    )
    found: dict[int, dict[Period, Override]] = defaultdict(dict)
    for row in rows.select_related("recorded_by"):
        for i in places.get((row.department_id, row.kpi_id), ()):
            found[i][Period(Frequency(row.frequency), row.period)] = override_of(row)
    return dict(found)


def override_of(row: StatusOverride) -> Override:
    """A row as a cell carries it."""
    return Override(Status(row.status), row.reason, row.expires_on, str(row.recorded_by or ""))
