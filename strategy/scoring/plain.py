"""A scorecard as plain data: what REST answers and what a report freezes."""

from collections.abc import Mapping
from typing import Any

from kpis.cells import Override
from kpis.engine.periods import Calendar
from kpis.wording import mark_names
from strategy.scoring.card import KpiLine, NodeLine, Scorecard


def as_data(card: Scorecard, assessments: Mapping[int, str] | None = None) -> dict[str, Any]:
    """A scorecard as plain data: what REST answers and what a report freezes.

    `assessments`: by id of the objective, how its owner sees it in the period.
    """
    own = assessments or {}
    return {
        **_node(card.plan.code, card.plan.name, card.node),
        "department": card.department.code,
        "period": card.calendar.format(card.period),
        "as_of": card.as_of,
        "computed_at": card.computation.computed_at,
        "computing": card.computation.under_way,
        "perspectives": [
            {
                **_node(
                    each.perspective.code if each.perspective else None,
                    each.perspective.name if each.perspective else None,
                    each.node,
                ),
                "weight": each.weight,
                "objectives": [
                    {
                        **_node(line.objective.code, line.objective.name, line.node),
                        "weight": line.weight,
                        "assessment": own.get(line.objective.pk),
                        "kpis": [_kpi(kpi, card.calendar) for kpi in line.kpis],
                    }
                    for line in each.objectives
                ],
            }
            for each in card.perspectives
        ],
        "priorities": [_node(each.code, each.name, node) for each, node in card.priorities],
    }


def _node(code: str | None, name: str | None, line: NodeLine) -> dict[str, Any]:
    return {
        "code": code,
        "name": name,
        "score": line.score.score,
        "status": str(line.score.status),
        "coverage": line.score.coverage,
        "change": line.change,
    }


def _kpi(line: KpiLine, calendar: Calendar) -> dict[str, Any]:
    cell = line.cell
    return {
        "code": line.kpi.code,
        "name": line.kpi.name,
        "unit": line.kpi.unit,
        "decimals": line.kpi.decimals,
        "weight": line.weight,
        "score": cell.score,
        "status": str(cell.status),
        "coverage": cell.coverage,
        "change": line.change,
        "value": cell.value,
        "target": cell.anchors[0],
        "target_to_date": cell.anchors_to_date[0],
        "band_to": cell.anchors_to_date[2] if line.rules.rules.direction == "band" else None,
        "red_line": cell.anchors_to_date[1],
        "reported": cell.reported,
        "expected": cell.expected,
        "shown_period": calendar.format(cell.shown),
        "marks": mark_names(cell),
        "override": _override(cell.override),
        "signal": line.signal,
        "reading": str(line.reading) if line.reading else None,
    }


def _override(override: Override | None) -> dict[str, Any] | None:
    """The status set by hand beside the computed one."""
    if override is None:
        return None
    return {
        "status": str(override.status),
        "reason": override.reason,
        "expires_on": override.expires_on,
        "by": override.by,
    }
