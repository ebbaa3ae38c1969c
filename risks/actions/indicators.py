"""Key risk indicators: a KPI that crosses its threshold escalates a risk and calls up its plan, once."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from core.outbox import emit
from kpis.models import KPI
from org.models import User
from risks.actions.contingency import call_up
from risks.enums import ContingencyState, Crossing, IndicatorState
from risks.events import INDICATOR_CROSSED
from risks.indicators.states import state_of, words_of
from risks.models import Escalation, Risk, RiskIndicator
from risks.validators import check_standing, refuse
from strategy.analysis.readings import Reading, latest_readings

FIELDS = ("department", "crossing", "warning", "trigger", "plan")


@action
def watch(
    *,
    by: User | None,
    risk: Risk,
    kpi: KPI,
    trigger: float,
    indicator: RiskIndicator | None = None,
    **fields: Any,
) -> RiskIndicator:
    """Have a KPI warn of a risk (`FIELDS`), or change how; looked at at once. Raises Refused, Conflict."""
    check_standing(risk)
    row = indicator or RiskIndicator(risk=risk)
    row.kpi, row.trigger = kpi, trigger
    for name, value in fields.items():
        if name not in FIELDS:
            raise TypeError(f"an indicator has no {name}")
        setattr(row, name, value)
    refuse(_faults(row))
    row.save()
    look_at_indicators(by=by, kpis=[kpi.pk])
    row.refresh_from_db()
    return row


def _faults(row: RiskIndicator) -> Iterator[Fault]:
    others = RiskIndicator.objects.filter(risk=row.risk, kpi=row.kpi, department=row.department)
    if others.exclude(pk=row.pk).exists():
        yield Fault(_("This KPI warns of it already."), field="kpi", code="unique")
    if row.plan is not None and row.plan.risk_id != row.risk_id:
        yield Fault(_("This plan is of another risk."), field="plan")
    if row.warning is None:
        return
    above = row.crossing == Crossing.ABOVE
    if row.warning > row.trigger if above else row.warning < row.trigger:
        yield Fault(_("It warns before it triggers."), field="warning")


@action
def stop_watching(*, by: User | None, indicator: RiskIndicator) -> None:
    """The KPI warns of the risk no longer; the history keeps it."""
    check_standing(indicator.risk)
    indicator.delete()


@action
def look_at_indicators(
    *, by: User | None = None, kpis: Iterable[int] | None = None, today: dt.date | None = None
) -> list[RiskIndicator]:
    """Look at every indicator of standing risks (of these KPIs, where said); returns those that moved.

    Safe to run twice and side by side: an indicator is locked while it is looked at, and tells only when its
    state moves. A value that falls back, or is corrected, makes it calm, and able to trigger, again.
    """
    watched = RiskIndicator.objects.filter(risk__archived_on__isnull=True, risk__closed_on__isnull=True)
    if kpis is not None:
        watched = watched.filter(kpi__in=list(kpis))
    rows = list(watched.order_by("pk").select_for_update(of=("self",)).select_related("risk", "kpi", "plan"))
    asked = {each.pk: (each.kpi_id, each.department_id) for each in rows}
    readings = latest_readings(asked, today or timezone.localdate())
    return [each for each in rows if _moved(each, readings.get(each.pk))]


def _moved(indicator: RiskIndicator, reading: Reading | None) -> bool:
    before, after = indicator.state, state_of(indicator, None if reading is None else reading.value)
    value = None if reading is None else reading.value
    if (before, indicator.value) == (after, value):
        return False
    indicator.value, indicator.state = value, after
    if before != after:
        indicator.state_since = timezone.now()
        if reading is not None:
            _tell(indicator, before, words_of(indicator, reading))
    indicator.save(update_fields=["value", "state", "state_since", "told_at"])
    return before != after


def _tell(indicator: RiskIndicator, before: str, words: str) -> None:
    """What follows from a state that moved for the worse."""
    if indicator.state == IndicatorState.TRIGGERED:
        escalate(by=None, risk=indicator.risk, reason=words, indicator=indicator)
        plan = indicator.plan
        if plan is not None and plan.state != ContingencyState.CALLED:
            call_up(by=None, plan=plan, reason=words)
    elif indicator.state != IndicatorState.WARNING or before == IndicatorState.TRIGGERED:
        return
    indicator.told_at = timezone.now()
    emit(INDICATOR_CROSSED, indicator=indicator.pk, state=indicator.state, words=words)


@action
def escalate(
    *, by: User | None, risk: Risk, reason: str, indicator: RiskIndicator | None = None
) -> Escalation:
    """Bring a risk before the leadership; raises Refused, Conflict where it is archived."""
    check_standing(risk)
    refuse([] if reason.strip() else [Fault(_("Say why."), field="reason", code="required")])
    risk.escalated_at, risk.escalation = timezone.now(), reason.strip()
    risk.save(update_fields=["escalated_at", "escalation"])
    return Escalation.objects.create(risk=risk, reason=reason.strip(), indicator=indicator, escalated_by=by)


@action
def answer_escalation(*, by: User | None, escalation: Escalation, answer: str) -> Escalation:
    """Say what is done; with none left open the risk is escalated no longer. Raises Refused, Conflict."""
    check_standing(escalation.risk)
    escalation = Escalation.objects.select_for_update().select_related("risk").get(pk=escalation.pk)
    if escalation.answered_at is not None:
        raise Conflict(_("This was answered already."))
    refuse([] if answer.strip() else [Fault(_("Say what is done."), field="answer", code="required")])
    escalation.answer, escalation.answered_by = answer.strip(), by
    escalation.answered_at = timezone.now()
    escalation.save()
    risk = escalation.risk
    if not risk.escalations.filter(answered_at__isnull=True).exists():
        risk.escalated_at, risk.escalation = None, ""
        risk.save(update_fields=["escalated_at", "escalation"])
    return escalation
