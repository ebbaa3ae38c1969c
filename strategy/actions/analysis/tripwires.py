"""Wires of assumptions: they trip once, and stay tripped until somebody answers."""

import datetime as dt
from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from org.models import User
from strategy.analysis.checks import check_choice, check_open
from strategy.analysis.tripwires import armed, crossed
from strategy.enums import AssumptionState, Tripwire
from strategy.models import Assumption
from strategy.validators import refuse


def pull(assumptions: Iterable[Assumption], today: dt.date | None = None) -> list[Assumption]:
    """Trip those whose wire is crossed; returns them. Part of the transaction that calls it."""
    watched = [
        each
        for each in assumptions
        if each.tripped_at is None and each.state in (AssumptionState.HOLDS, AssumptionState.DOUBTFUL)
    ]
    tripped = []
    for found in crossed(watched, today or timezone.localdate()):
        assumption = found.assumption
        assumption.tripped_at = timezone.now()
        assumption.tripped_by, assumption.tripped_for = found.words[:300], found.day
        assumption.save(update_fields=["tripped_at", "tripped_by", "tripped_for"])
        tripped.append(assumption)
    return tripped


@action
def pull_wires(
    *, by: User | None = None, kpis: Iterable[int] | None = None, today: dt.date | None = None
) -> list[Assumption]:
    """Look at every armed wire (of these KPIs, where said); returns those that tripped.

    Safe to run twice and side by side: a wire is locked while it is looked at, and trips once.
    """
    wires = armed()
    if kpis is not None:
        wires = wires.filter(tripwire=Tripwire.KPI, kpi__in=list(kpis))
    return pull(wires.order_by("pk").select_for_update(of=("self",)), today)


@action
def answer_assumption(
    *,
    by: User | None,
    assumption: Assumption,
    state: str,
    answer: str,
    review_on: dt.date | None = None,
    trips_on: dt.date | None = None,
) -> Assumption:
    """Say whether an assumption still holds and what follows; its wire is armed again.

    `trips_on`: another day for a wire on a date. What tripped it stays written, and the same period does not
    trip it again. Raises Refused, Conflict where the plan is archived.
    """
    check_open(assumption.plan)
    refuse(check_choice("state", state, AssumptionState.values, may_be_empty=False))
    if not answer.strip():
        raise Refused([Fault(_("Say what was decided, and why."), field="answer", code="required")])
    if trips_on is not None and assumption.tripwire != Tripwire.DATE:
        raise Conflict(_("Its wire is not on a date."))
    assumption.state, assumption.answer = state, answer.strip()
    assumption.answered_by, assumption.answered_at = by, timezone.now()
    assumption.tripped_at = None
    assumption.review_on = review_on or _later(assumption.review_on)
    assumption.trips_on = trips_on or assumption.trips_on
    assumption.save()
    return assumption


def _later(day: dt.date | None) -> dt.date | None:
    """A review day that has come is done with by the answer; one to come stays."""
    return day if day is None or day > timezone.localdate() else None
