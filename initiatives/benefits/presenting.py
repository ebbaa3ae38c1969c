"""Benefits as pages show them; nothing is read here."""

import datetime as dt
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.ui.marks import status_label
from core.ui.numbers import change_text, number_text
from core.ui.sparklines import sparkline
from initiatives.benefits.effect import Effect
from initiatives.benefits.reading import BenefitReading
from initiatives.enums import Realised
from kpis.models import KPI

_MARK = {Realised.YES: "green", Realised.PARTLY: "amber", Realised.NO: "red", Realised.NOT_YET: "not_due"}


def verdict_label(verdict: str) -> SafeString:
    """Shape and word of what a look found."""
    return status_label(_MARK[Realised(verdict)], str(Realised(verdict).label))


def change_of(kpi: KPI, value: float) -> str:
    """A change in the KPI's unit: "+2.5 %"."""
    exact = (places for places in range(3) if abs(round(value, places) - value) < 1e-9)
    decimals = next(exact, max(kpi.decimals, 1))
    return f"{change_text(value, decimals)} {kpi.unit}".rstrip()


def benefit_row(reading: BenefitReading, today: dt.date) -> dict[str, Any]:
    """A row: what is expected, what came by the KPI, and what the last look found."""
    benefit, kpi = reading.benefit, reading.benefit.kpi
    return {
        "reading": reading,
        "benefit": benefit,
        "expected": change_of(kpi, benefit.expected) if kpi and benefit.expected is not None else "",
        "realised": change_of(kpi, reading.effect.change) if kpi and reading.effect else "",
        "share": share_text(reading.effect),
        "spark": sparkline(reading.spark) if len(reading.spark) > 1 else "",
        "verdict": verdict_label(reading.check.verdict) if reading.check else "",
        "check_due": reading.is_check_due(today),
    }


def share_text(effect: Effect | None) -> str:
    """ "64 % of what is expected"; that it moved the other way; "" where nothing can be said."""
    if effect is None or effect.share is None:
        return ""
    if effect.share < 0:
        return _("it moved the other way")
    return _("%(share)s %% of what is expected") % {"share": number_text(effect.share * 100, 0)}
