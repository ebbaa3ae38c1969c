"""Reading what peers reach beside what is reached here."""

from dataclasses import dataclass

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.models import KPI, PeerBenchmark
from kpis.wording import period_text


@dataclass(frozen=True)
class BenchmarkRow:
    """A benchmark with its period in words."""

    benchmark: PeerBenchmark
    period: str


def benchmark_rows(kpi: KPI, calendar: Calendar) -> list[BenchmarkRow]:
    """The benchmarks of a KPI, the latest period first, then by peer; one query."""
    found = list(PeerBenchmark.objects.filter(kpi=kpi))
    found.sort(key=lambda each: (-calendar.end(period_of(each)).toordinal(), each.peer.casefold()))
    return [BenchmarkRow(each, period_text(period_of(each), calendar)) for each in found]


def period_of(benchmark: PeerBenchmark) -> Period:
    """The period that a benchmark is of."""
    return Period(Frequency(benchmark.frequency), benchmark.period)
