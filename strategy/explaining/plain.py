"""An explanation as plain data: what REST answers."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kpis.engine.explain import Effect
from kpis.explaining.plain import missing_data
from strategy.explaining.explanation import Child, Explanation, Gap, Mover, Suggestion


def explanation_data(explanation: Explanation) -> dict[str, Any]:
    """An explanation with codes in place of objects and periods as text."""
    calendar, against = explanation.calendar, explanation.against
    compared = against if isinstance(against, dt.date) else calendar.format(against)
    return {
        "plan": explanation.plan.code,
        "kind": explanation.node.kind,
        "code": explanation.node.code,
        "name": explanation.node.name,
        "department": explanation.department.code,
        "period": calendar.format(explanation.period),
        "as_of": explanation.as_of,
        "against": str(compared),
        "score": explanation.score.score,
        "status": str(explanation.score.status),
        "coverage": explanation.score.coverage,
        "before": explanation.change.before,
        "change": explanation.moved,
        "effects": effects_data(explanation.change.effects) if explanation.change.effects else None,
        "children": [_child(each) for each in explanation.children],
        "movers": [_mover(each) for each in explanation.movers],
        "missing": [_gap(each, explanation) for each in explanation.gaps],
        "lifts": _suggestions(explanation.lifts),
        "holds": _suggestions(explanation.holds),
        "computed_at": explanation.computation.computed_at,
        "computing": explanation.computation.under_way,
    }


def effects_data(effects: dict[Effect, float]) -> dict[str, float]:
    """Every effect by its name, those that did nothing with 0."""
    return {str(effect): effects.get(effect, 0.0) for effect in Effect}


def _child(child: Child) -> dict[str, Any]:
    return {
        "kind": child.kind,
        "code": child.code,
        "name": child.name,
        "weight": child.weight,
        "effective_weight": child.share,
        "score": child.score,
        "points": child.points,
        "status": str(child.status),
        "coverage": child.coverage,
        "before": child.before,
        "change": child.moved,
        "effects": effects_data(child.effects),
        "gone": child.gone,
    }


def _mover(mover: Mover) -> dict[str, Any]:
    return {
        "kpi": mover.kpi.code,
        "name": mover.kpi.name,
        "objective": mover.objective,
        "change": mover.moved,
        "effects": effects_data(mover.effects),
        "value_before": mover.before.value if mover.before else None,
        "value": mover.now.value if mover.now else None,
    }


def _gap(gap: Gap, explanation: Explanation) -> dict[str, Any]:
    return {
        "kpi": gap.kpi.code,
        "name": gap.kpi.name,
        "status": str(gap.cell.status),
        "reported": gap.cell.reported,
        "expected": gap.cell.expected,
        "values": missing_data(gap.values, explanation.calendar),
    }


def _suggestions(found: Sequence[Suggestion]) -> list[dict[str, Any]]:
    return [
        {
            "kpi": each.kpi.code,
            "name": each.kpi.name,
            "value": each.value,
            "now": each.now,
            "score": each.score,
            "status": str(each.status),
        }
        for each in found
    ]
