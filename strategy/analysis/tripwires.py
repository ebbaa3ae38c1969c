"""Which wires of assumptions are crossed, and by what: the latest complete period of a KPI, or a day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from core.ui.numbers import natural_decimals, number_text
from strategy.analysis.readings import Reading, latest_readings
from strategy.enums import AssumptionState, Crossing, PlanState, Tripwire
from strategy.models import Assumption


@dataclass(frozen=True)
class Crossed:
    """A wire that is crossed: in words, and the day (the period's last) that crossed it."""

    assumption: Assumption
    words: str
    day: dt.date


def armed() -> QuerySet[Assumption]:
    """Assumptions with a wire that is watched: not tripped yet, still believed, in a plan that goes on."""
    return (
        Assumption.objects.filter(
            tripped_at__isnull=True, state__in=[AssumptionState.HOLDS, AssumptionState.DOUBTFUL]
        )
        .exclude(tripwire=Tripwire.NONE)
        .exclude(plan__state=PlanState.ARCHIVED)
        .select_related("kpi", "department")
    )


def crossed(assumptions: Iterable[Assumption], today: dt.date) -> list[Crossed]:
    """Those whose wire is crossed by something later than what tripped them last."""
    wired = list(assumptions)
    readings = latest_readings(watched(wired), today)
    found = [_by_date(each, today) or _by_kpi(each, readings.get(each.pk)) for each in wired]
    return [each for each in found if each is not None and _is_new(each)]


def watched(assumptions: Iterable[Assumption]) -> dict[int, tuple[int, int | None]]:
    """Which KPI, at which department (None: the top), the wire of each assumption is on."""
    return {
        each.pk: (each.kpi_id, each.department_id)
        for each in assumptions
        if each.tripwire == Tripwire.KPI and each.kpi_id is not None
    }


def _is_new(each: Crossed) -> bool:
    last = each.assumption.tripped_for
    return last is None or each.day > last


def _by_date(assumption: Assumption, today: dt.date) -> Crossed | None:
    day = assumption.trips_on
    if assumption.tripwire != Tripwire.DATE or day is None or day > today:
        return None
    return Crossed(assumption, _("%(day)s has come.") % {"day": format_date(day, "j F Y")}, day)


def _by_kpi(assumption: Assumption, reading: Reading | None) -> Crossed | None:
    threshold = assumption.threshold
    if reading is None or threshold is None or assumption.kpi is None:
        return None
    below = assumption.crossing == Crossing.BELOW
    if not (reading.value < threshold if below else reading.value > threshold):
        return None
    words = {
        "kpi": assumption.kpi.name,
        "value": number_text(reading.value, natural_decimals(reading.value)),
        "period": reading.period,
        "threshold": number_text(threshold, natural_decimals(threshold)),
    }
    said = _("%(kpi)s was %(value)s in %(period)s, below %(threshold)s.")
    if not below:
        said = _("%(kpi)s was %(value)s in %(period)s, above %(threshold)s.")
    return Crossed(assumption, said % words, reading.ended_on)
