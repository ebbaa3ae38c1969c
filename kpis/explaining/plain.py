"""The explanation of a KPI's cell as plain data: what REST answers."""

from collections.abc import Sequence
from typing import Any

from kpis.engine.periods import Calendar
from kpis.explaining.cell import CellExplanation, Part
from kpis.explaining.missing import MissingValue
from kpis.explaining.words import score_text


def cell_data(explanation: CellExplanation) -> dict[str, Any]:
    """An explanation with codes in place of objects and periods as text."""
    cell, calendar = explanation.cell, explanation.calendar
    direction = explanation.known.rules.direction
    target, red_line, third, fourth = cell.anchors_to_date
    band = direction == "band"
    return {
        "kpi": explanation.kpi.code,
        "name": explanation.kpi.name,
        "unit": explanation.kpi.unit,
        "department": explanation.department.code,
        "period": calendar.format(explanation.period),
        "shown_period": calendar.format(cell.shown),
        "against": calendar.format(calendar.previous(explanation.period)),
        "as_of": explanation.as_of,
        "value": cell.value,
        "value_before": explanation.before.value,
        "direction": str(direction),
        "target_to_date": target,
        "red_line": red_line,
        "best": None if band else third,
        "worst": None if band else fourth,
        "band_to": third if band else None,
        "red_line_above": fourth if band else None,
        "score": cell.score,
        "score_text": score_text(cell, explanation.known, explanation.kpi),
        "status": str(cell.status),
        "coverage": cell.coverage,
        "reported": cell.reported,
        "expected": cell.expected,
        "before": explanation.before.score,
        "change": explanation.moved,
        "effects": {str(effect): points for effect, points in explanation.change.effects.items()} or None,
        "departments": [_part(part) for part in explanation.parts],
        "formula": explanation.known.rules.formula,
        "inputs": [
            {
                "kpi": each.kpi.code,
                "name": each.kpi.name,
                "value": each.cell.value,
                "status": str(each.cell.status),
                "coverage": each.cell.coverage,
            }
            for each in explanation.inputs
        ],
        "missing": missing_data(explanation.missing, calendar),
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "department": part.department.code,
        "own": part.own,
        "value": part.value,
        "share": part.share,
        "change": part.moved,
        "status": str(part.cell.status) if part.cell else None,
        "coverage": part.cell.coverage if part.cell else None,
    }


def missing_data(values: Sequence[MissingValue], calendar: Calendar) -> list[dict[str, Any]]:
    """Missing values, the longest missing first."""
    return [
        {
            "kpi": each.kpi_code,
            "department": each.department_code,
            "period": calendar.format(each.period),
            "due_on": each.due_on,
            "steward": each.steward_email or None,
            "awaiting_approval": each.awaiting,
        }
        for each in values
    ]
