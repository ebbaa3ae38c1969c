"""Signals that are new since the period before: what home says changed, whatever the status."""

import datetime as dt

from kpis.engine.signals import Reading
from kpis.signal_readings import read_readings
from strategy.scoring import KpiLine, Scorecard

MOST = 4
_ALARMING = (Reading.FIND_THE_CAUSE, Reading.EARLY_WARNING)


def new_signals(card: Scorecard, known_at: dt.datetime | None = None) -> list[KpiLine]:
    """KPIs with a signal that they had not a period before, each once, the alarming first."""
    lines = list({line.kpi.pk: line for line in card.kpis if line.signal and not line.cell.held}.values())
    if not lines:
        return []
    earlier = [(card.department.pk, line.rules, line.before) for line in lines]
    before = read_readings(earlier, card.calendar, card.as_of, known_at)
    new = [line for line, said in zip(lines, before, strict=True) if said.signal != line.signal]
    return sorted(new, key=lambda line: line.reading not in _ALARMING)[:MOST]
