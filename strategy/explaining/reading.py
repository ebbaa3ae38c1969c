"""Explaining a node of a plan, from the same cells and scores as the scorecard.

The number of queries does not depend on how many objectives, KPIs or departments there are.
"""

from kpis.as_of import AsOf, as_of_today
from kpis.engine.explain import Change, explain_change
from kpis.engine.frequency import Period
from kpis.models import KPI
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import computation
from org.models import Department
from strategy.explaining.children import Family
from strategy.explaining.explanation import Explanation
from strategy.explaining.gaps import gaps_of
from strategy.explaining.nodes import Node, UnknownNode, find_node
from strategy.explaining.states import Place, States, read_periods, read_two_days
from strategy.explaining.suggestions import suggestions
from strategy.models import Plan

AGREE = 1e-9
"""How far the explained scores may lie from the shown ones before the explanation says nothing."""


def explain_node(
    plan: Plan,
    department: Department,
    period: Period,
    kind: str,
    code: str,
    as_of: AsOf | None = None,
    against: AsOf | Period | None = None,
) -> Explanation:
    """Why the score of a plan, perspective, priority or objective is what it is.

    Compared with the period before or, with `against`, with another one of the same frequency, or with what
    was known of the same period on a day. Raises UnknownNode.
    """
    calendar, freshness = fiscal_calendar(), computation()
    asked = as_of or as_of_today()
    place = Place(plan, department.pk, period, calendar)
    compared = against or calendar.previous(period)
    states = (
        read_two_days(place, compared, asked)
        if isinstance(compared, AsOf)
        else read_periods(place, compared, asked)
    )
    node = find_node(states.now.over_time, kind, code)
    score = states.now.score_of(node)
    if score is None:
        raise UnknownNode(node.name)
    change = change_of(node, states)
    kpis = KPI.objects.in_bulk(sorted({*states.before.rules, *states.now.rules}))
    family = Family(node, states.before, states.now, change, kpis)
    lifts, holds = suggestions(states.now, node, kpis)
    return Explanation(
        plan=plan,
        node=node,
        department=department,
        period=period,
        as_of=asked.day,
        against=compared.day if isinstance(compared, AsOf) else compared,
        calendar=calendar,
        computation=freshness,
        score=score,
        change=change,
        children=family.children(),
        movers=family.movers(),
        gaps=gaps_of(states.now, node, kpis, (department.pk, calendar, asked)),
        above=tuple(states.now.above(node)),
        lifts=lifts,
        holds=holds,
    )


def change_of(node: Node, states: States) -> Change:
    """The split of the node's change, in which the scores at both ends are those of the scorecard.

    While changed values or definitions are not computed yet, the stored scores may not follow from the
    stored values: then the change is told without its effects.
    """
    shown = [state.score_of(node) for state in (states.before, states.now)]
    before, now = (each.score if each else None for each in shown)
    change = explain_change(states.before.branch(node), states.now.branch(node))
    if _agree(change.before, before) and _agree(change.now, now):
        return change
    return Change(before, now, {})


def _agree(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else abs(a - b) <= AGREE
