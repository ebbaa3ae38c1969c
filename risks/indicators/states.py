"""What a value says about an indicator."""

from django.utils.translation import gettext as _

from core.ui.numbers import natural_decimals, number_text
from risks.enums import Crossing, IndicatorState
from risks.models import RiskIndicator
from strategy.analysis.readings import Reading


def state_of(indicator: RiskIndicator, value: float | None) -> IndicatorState:
    """The state that a value means; reaching a threshold counts as crossing it."""
    if value is None:
        return IndicatorState.UNKNOWN
    sign = 1 if indicator.crossing == Crossing.ABOVE else -1
    if sign * value >= sign * indicator.trigger:
        return IndicatorState.TRIGGERED
    if indicator.warning is not None and sign * value >= sign * indicator.warning:
        return IndicatorState.WARNING
    return IndicatorState.CALM


def words_of(indicator: RiskIndicator, reading: Reading) -> str:
    """What was seen, in one sentence."""
    limit = indicator.trigger
    if indicator.state == IndicatorState.WARNING and indicator.warning is not None:
        limit = indicator.warning
    return _("%(kpi)s was %(value)s in %(period)s; the threshold is %(limit)s.") % {
        "kpi": indicator.kpi.name,
        "value": number_text(reading.value, natural_decimals(reading.value)),
        "period": reading.period,
        "limit": number_text(limit, natural_decimals(limit)),
    }
