"""Links: KPIs that measure objectives, and cause and effect between objectives."""

import datetime as dt
from collections import defaultdict

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Refused
from kpis.models import KPI
from org.actions import FAR_PAST
from org.models import User
from strategy.actions.claims import state_claim, withdraw_claim
from strategy.actions.dated import end_from, state_from
from strategy.enums import Influence
from strategy.events import structure_changed
from strategy.models import CauseEffect, Objective, ObjectiveKPI
from strategy.validators import check_editable, check_lag, check_weight, refuse


@action
def link_kpi(
    *, by: User | None, objective: Objective, kpi: KPI, weight: float = 1.0, since: dt.date = FAR_PAST
) -> ObjectiveKPI:
    """Let a KPI measure an objective with a relative weight from `since` on; raises Refused."""
    check_editable(objective.plan, by)
    refuse(check_weight(weight))
    links = objective.kpi_links.current()
    known = links.filter(kpi=kpi).first()
    position = known.position if known else links.count()
    row: ObjectiveKPI = state_from(
        ObjectiveKPI.objects.filter(objective=objective, kpi=kpi),
        since=since,
        by=by,
        key={"objective": objective, "kpi": kpi},
        weight=weight,
        position=position,
    )
    structure_changed(objective.plan)
    return row


@action
def change_link_weight(
    *, by: User | None, objective: Objective, kpi: KPI, weight: float, since: dt.date
) -> ObjectiveKPI:
    """Let a linked KPI count with another weight from `since` on; raises Refused where it is not linked."""
    if not ObjectiveKPI.objects.current().valid_on(since).filter(objective=objective, kpi=kpi).exists():
        raise Refused(_not_linked(objective, kpi))
    return link_kpi(by=by, objective=objective, kpi=kpi, weight=weight, since=since)


@action
def unlink_kpi(*, by: User | None, objective: Objective, kpi: KPI, since: dt.date) -> None:
    """Let a KPI measure an objective no longer from `since` on; the past keeps it."""
    check_editable(objective.plan, by)
    rows = ObjectiveKPI.objects.filter(objective=objective, kpi=kpi)
    if not end_from(rows, since=since, by=by, now=timezone.now()):
        raise Refused(_not_linked(objective, kpi))
    structure_changed(objective.plan)


def _not_linked(objective: Objective, kpi: KPI) -> str:
    return _("“%(kpi)s” does not measure “%(objective)s” then.") % {"kpi": kpi, "objective": objective}


@action
def link_cause(
    *,
    by: User | None,
    cause: Objective,
    effect: Objective,
    note: str = "",
    influence: str = Influence.HELPS,
    lag_months: int | None = None,
) -> CauseEffect:
    """Claim that reaching `cause` helps or hinders `effect`; the same claim again changes its words.

    lag_months: after how many months it shows, None where nobody says. Raises Refused where the objectives
    are of two plans, or the claims would run in a circle (it is named).
    """
    check_editable(effect.plan, by)
    refuse(check_lag(lag_months))
    if cause.plan_id != effect.plan_id:
        raise Refused(_("Cause and effect belong to two plans."))
    circle = _way(effect, cause)
    if circle:
        names = " → ".join(objective.code for objective in [cause, *circle])
        raise Refused(_("This would run in a circle: %(names)s.") % {"names": names})
    link = state_claim(
        by=by, cause=cause.pk, effect=effect.pk, note=note, influence=influence, lag_months=lag_months
    )
    structure_changed(effect.plan)
    return link


def _way(start: Objective, end: Objective) -> list[Objective]:
    """Objectives on a way of claims from `start` to `end`, both included; empty where there is none."""
    effects = defaultdict(list)
    for link in CauseEffect.objects.current().filter(cause__plan=start.plan_id).select_related("effect"):
        effects[link.cause_id].append(link.effect)
    ways, seen = [[start]], {start.pk}
    while ways:
        way = ways.pop()
        if way[-1].pk == end.pk:
            return way
        for effect in effects[way[-1].pk]:
            if effect.pk not in seen:
                seen.add(effect.pk)
                ways.append([*way, effect])
    return []


@action
def unlink_cause(*, by: User | None, cause: Objective, effect: Objective) -> None:
    """Withdraw a claim of cause and effect; the past keeps it. Raises Refused where there is none."""
    check_editable(effect.plan, by)
    if not withdraw_claim(cause=cause.pk, effect=effect.pk):
        raise Refused(_("There is no such link."))
    structure_changed(effect.plan)
