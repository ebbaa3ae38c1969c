"""What peers reach: adding, changing and removing benchmarks of a KPI."""

import math
from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from kpis.engine.frequency import Period, PeriodError
from kpis.models import KPI, PeerBenchmark
from kpis.queries import calendar
from org.models import User

_SAID = ("peer", "value", "source", "source_url")


@action
def add_benchmark(
    *, by: User | None, kpi: KPI, peer: str, period: str, value: float, source: str, source_url: str = ""
) -> PeerBenchmark:
    """Note what a peer reached in a period, which may be of any frequency ("2025", "2025-Q3").

    Raises Refused where the period is none, the source is not named, or it is noted already.
    """
    new = PeerBenchmark(kpi=kpi, peer=peer.strip(), value=value, source=source.strip(), source_url=source_url)
    _date(new, period)
    _check(new)
    new.save()
    return new


@action
def change_benchmark(*, by: User | None, benchmark: PeerBenchmark, **fields: Any) -> PeerBenchmark:
    """Change what a benchmark says: peer, period (as text), value, source, source_url. Raises Refused."""
    if "period" in fields:
        _date(benchmark, fields.pop("period"))
    for name in _SAID:
        setattr(benchmark, name, fields.pop(name, getattr(benchmark, name)))
    if fields:
        raise TypeError(f"a benchmark has no {', '.join(fields)}")
    _check(benchmark)
    benchmark.save()
    return benchmark


@action
def remove_benchmark(*, by: User | None, benchmark: PeerBenchmark) -> None:
    """Forget a benchmark; its history stays."""
    benchmark.delete()


def _date(benchmark: PeerBenchmark, text: str) -> None:
    try:
        period: Period = calendar().parse(text)
    except PeriodError as error:
        raise Refused([Fault(str(error), field="period", code="period")]) from None
    benchmark.frequency, benchmark.period = str(period.frequency), period.ordinal


def _check(benchmark: PeerBenchmark) -> None:
    needed = {"peer": _("Name the peer."), "source": _("Say where this is published.")}
    faults = [
        Fault(why, field=name, code="required") for name, why in needed.items() if _empty(benchmark, name)
    ]
    if not math.isfinite(benchmark.value):
        faults.append(Fault(_("A finite number."), field="value", code="number"))
    same = PeerBenchmark.objects.filter(
        kpi=benchmark.kpi_id,
        peer__iexact=benchmark.peer,
        frequency=benchmark.frequency,
        period=benchmark.period,
    )
    if same.exclude(pk=benchmark.pk).exists():
        reason = _("%(peer)s has a benchmark for this period already.") % {"peer": benchmark.peer}
        faults.append(Fault(reason, field="period", code="unique"))
    if faults:
        raise Refused(faults)


def _empty(benchmark: PeerBenchmark, name: str) -> bool:
    return not getattr(benchmark, name).strip()
