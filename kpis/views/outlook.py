"""Signal or noise, and the projection, as the KPI page shows them."""

from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpRequest

from kpis.models import KPI
from kpis.outlook import Outlook
from kpis.projection_wording import (
    chance_text,
    declined_text,
    interval_text,
    method_text,
    required_text,
    year_text,
)
from kpis.reading import KpiReading
from kpis.signal_wording import advice_of, limits_text, signal_text, too_few_text
from kpis.signals import Split, middle_of
from kpis.wording import period_text

MOST_SIGNALS = 5


@dataclass(frozen=True)
class SplitRow:
    """A split with its period in words."""

    split: Split
    period: str


def outlook_parts(request: HttpRequest, kpi: KPI, reading: KpiReading, outlook: Outlook) -> dict[str, Any]:
    """What the panels of signals and of the projection say."""
    return {**_signals(request, kpi, reading, outlook), **_projection(kpi, reading, outlook)}


def _signals(request: HttpRequest, kpi: KPI, reading: KpiReading, outlook: Outlook) -> dict[str, Any]:
    signals, calendar, user = outlook.signals, reading.calendar, cast(Any, request.user)
    found = signals.signals(middle_of(reading.cell, reading.known))
    native = reading.known.rules.frequency
    return {
        "signal": outlook.said,
        "signal_advice": advice_of(outlook.said.reading),
        "signal_limits": limits_text(signals, kpi.decimals),
        "signal_centre": signals.baseline.centre if signals.has_limits and signals.baseline else None,
        "signal_too_few": "" if signals.has_limits else too_few_text(signals),
        "signal_list": [signal_text(each, calendar) for each in reversed(found[-MOST_SIGNALS:])],
        "more_signals": max(0, len(found) - MOST_SIGNALS),
        "splits": [
            SplitRow(each, period_text(signals.history.period(each.period - signals.history.first), calendar))
            for each in signals.splits
        ],
        "may_split": reading.known_at is None and user.has_perm("kpis.split_baseline", reading.department),
        "native_period": calendar.format(calendar.containing(reading.as_of, native)),
    }


def _projection(kpi: KPI, reading: KpiReading, outlook: Outlook) -> dict[str, Any]:
    projection, made, declined = outlook.projection, outlook.projection.made, outlook.projection.declined
    shown: dict[str, Any] = {"projection": made, "projection_year": year_text(projection, reading.calendar)}
    if declined is not None:
        return shown | {
            "projection_declined": declined_text(declined, reading.known.rules.frequency),
        }
    assert made is not None
    return shown | {
        "projection_interval": interval_text(made.lower, made.upper, kpi.decimals) if made.rest else "",
        "projection_said": [
            text
            for text in (
                chance_text(made, kpi.decimals),
                required_text(projection, made, kpi.decimals),
                method_text(made, kpi.decimals),
            )
            if text
        ],
        "projection_path": [
            (period_text(projection.period(n), reading.calendar), step.value, step.to_date)
            for n, step in enumerate(made.path[:12])
        ],
    }
