"""What a grid shows of each value that may be entered: what was reported before, what stands there now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from kpis.engine.frequency import Period
from kpis.models import Measurement, Series

LOOKED_BACK = 24
SeriesKey = tuple[int, int]
# The values before a period are few of many: one look into the index for each series.
_BEFORE_SQL = """
SELECT asked.kpi_id, asked.department_id, m.period, m.value
FROM unnest(%s::bigint[], %s::bigint[], %s::int[]) AS asked(kpi_id, department_id, until)
CROSS JOIN LATERAL (
    SELECT period, value FROM kpis_measurement v
    WHERE v.kpi_id = asked.kpi_id AND v.department_id = asked.department_id AND v.period < asked.until
      AND v.known_to IS NULL AND NOT v.pending
    ORDER BY v.period DESC LIMIT %s
) m ORDER BY 1, 2, 3
"""


@dataclass(frozen=True)
class Stored:
    """A value as it stands: its number, state and texts; `comment` says why it was returned."""

    value: float
    state: str
    note: str
    reason: str
    comment: str


@dataclass(frozen=True)
class GridCell:
    """A value that may be entered: of a series, for a native period.

    `before`: the values of earlier periods by ordinal, oldest first. `current` counts, `pending` waits.
    """

    series: Series
    period: Period
    before: dict[int, float]
    current: Stored | None = None
    pending: Stored | None = None

    @property
    def key(self) -> str:
        """The end of the names of its fields."""
        return f"{self.series.pk}-{self.period.ordinal}"

    @property
    def last(self) -> tuple[int, float] | None:
        """Ordinal and value of the latest period before with a value."""
        return next(reversed(self.before.items()), None)


def grid_cells(wanted: Sequence[tuple[Series, Period]]) -> list[GridCell]:
    """The cells for series and periods, in their order; two queries."""
    earlier, stored = _earlier(wanted), _stored(wanted)
    cells = []
    for series, period in wanted:
        place = (series.kpi_id, series.department_id)
        before = {each: value for each, value in earlier.get(place, {}).items() if each < period.ordinal}
        current, pending = (stored.get((*place, period.ordinal, waits)) for waits in (False, True))
        cells.append(GridCell(series, period, before, current, pending))
    return cells


def _earlier(wanted: Iterable[tuple[Series, Period]]) -> dict[SeriesKey, dict[int, float]]:
    """The latest values of each series before its last wanted period, and those between the wanted ones."""
    until: dict[SeriesKey, tuple[int, int]] = {}
    for series, period in wanted:
        place = (series.kpi_id, series.department_id)
        first, last = until.get(place, (period.ordinal, period.ordinal))
        until[place] = (min(first, period.ordinal), max(last, period.ordinal))
    most = LOOKED_BACK + max((last - first for first, last in until.values()), default=0)
    found: dict[SeriesKey, dict[int, float]] = {}
    with connection.cursor() as cursor:
        keys = [[kpi for kpi, _ in until], [each for _, each in until], [last for _, last in until.values()]]
        cursor.execute(_BEFORE_SQL, [*keys, most])
        for kpi, department, period, value in cursor.fetchall():
            found.setdefault((kpi, department), {})[period] = value
    return found


def _stored(wanted: Iterable[tuple[Series, Period]]) -> dict[tuple[int, int, int, bool], Stored]:
    """What stands at the wanted places, by KPI, department, ordinal and whether it waits."""
    places = {(series.kpi_id, series.department_id, period.ordinal) for series, period in wanted}
    rows = Measurement.objects.current().filter(
        kpi__in={kpi for kpi, _, _ in places},
        department__in={each for _, each, _ in places},
        period__in={period for _, _, period in places},
    )
    return {
        (row.kpi_id, row.department_id, row.period, row.pending): Stored(
            row.value, row.state, row.note, row.reason, row.comment
        )
        for row in rows
    }
