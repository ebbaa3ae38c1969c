"""Signals and projection of the KPI page, laid beside the course that it shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.benchmarks import BenchmarkRow, period_of
from kpis.charts import Beside, FanPoint, LimitBand, PointSignal
from kpis.engine.rules import TimeRollup
from kpis.models import KPI
from kpis.projections import KpiProjection, read_projection
from kpis.reading import YEAR_TO_DATE, KpiReading
from kpis.signal_readings import Said, said_of
from kpis.signal_wording import point_text
from kpis.signals import KpiSignals, read_signals

MOST_AHEAD = 12
"""So many periods to come are drawn; the projection itself goes on to the year's end."""


@dataclass(frozen=True)
class Outlook:
    """Natural variation and projection of a KPI at a department, and what they say of the cell shown."""

    signals: KpiSignals
    projection: KpiProjection
    said: Said


def read_outlook(reading: KpiReading) -> Outlook:
    """Signals and projection as known when the reading was; one lean reading of all native values."""
    where = (reading.known, reading.department.id, reading.calendar, reading.as_of, reading.known_at)
    signals = read_signals(*where)
    projection = read_projection(*where, history=signals.history)
    return Outlook(signals, projection, said_of(signals, reading.cell, reading.calendar))


def beside_of(
    outlook: Outlook, reading: KpiReading, kpi: KPI, benchmarks: Sequence[BenchmarkRow] = ()
) -> Beside:
    """What the chart shows beside the course: limits and signals of native periods, the fan also to date."""
    course, native = reading.course, reading.known.rules.frequency
    peers = _peers(reading, kpi, benchmarks)
    if course.view == YEAR_TO_DATE:
        return Beside(fan=_fan(outlook, reading) if course.frequency == native else (), peers=peers)
    if course.frequency != native:
        return Beside(peers=peers)
    return Beside(
        limits=_limits(outlook.signals, reading, kpi.decimals),
        signals=_signals(outlook.signals, reading),
        fan=_fan(outlook, reading),
        stretch=kpi.stretch_target,
        peers=peers,
    )


def _limits(signals: KpiSignals, reading: KpiReading, decimals: int) -> list[LimitBand]:
    points = reading.course.points
    first = points[0].period.ordinal
    found = []
    for each in signals.found.baselines:
        start = max(0, each.start + signals.history.first - first)
        stop = min(len(points), each.stop + signals.history.first - first)
        if each.lower is None or each.upper is None or start >= stop:
            continue
        text = _("Natural limits %(lower)s to %(upper)s") % {
            "lower": number_text(each.lower, decimals),
            "upper": number_text(each.upper, decimals),
        }
        found.append(LimitBand(start, stop, each.lower, each.centre, each.upper, text))
    return found


def _signals(signals: KpiSignals, reading: KpiReading) -> dict[int, PointSignal]:
    """The points that are signals, by place in the course."""
    return {
        place: PointSignal(signals.side(point.period.ordinal), words)
        for place, point in enumerate(reading.course.points)
        if (words := point_text(signals, point.period.ordinal))
    }


def _fan(outlook: Outlook, reading: KpiReading) -> list[FanPoint]:
    """The periods to come, where the course leads up to them."""
    made, points = outlook.projection.made, reading.course.points
    if made is None or outlook.projection.first.ordinal > points[-1].period.ordinal + 1:
        return []
    to_date = reading.course.view == YEAR_TO_DATE
    steps = [step.to_date if to_date else step.value for step in made.path[:MOST_AHEAD]]
    return [FanPoint(outlook.projection.period(n), *step) for n, step in enumerate(steps)]


def _peers(reading: KpiReading, kpi: KPI, benchmarks: Sequence[BenchmarkRow]) -> list[tuple[int, float, str]]:
    """Benchmarks of the course's periods; of longer ones where a longer period is no sum of the shorter."""
    if reading.course.view == YEAR_TO_DATE:
        return []
    places = {point.period: place for place, point in enumerate(reading.course.points)}
    found = []
    for row in benchmarks:
        period = period_of(row.benchmark)
        if period.frequency.is_finer_than(reading.course.frequency):
            continue
        if period.frequency != reading.course.frequency:
            if reading.known.rules.time_rollup == TimeRollup.SUM:
                continue
            period = reading.calendar.containing(reading.calendar.end(period), reading.course.frequency)
        if period in places:
            value = number_text(row.benchmark.value, kpi.decimals)
            words = f"{row.benchmark.peer}, {row.period}: {value}"
            found.append((places[period], row.benchmark.value, words))
    return found
