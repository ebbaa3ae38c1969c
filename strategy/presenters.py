"""The scorecard as rows of a table, for the page and for exports."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.engine.scoring import State, Status
from kpis.presenters import status_and_marks
from kpis.signal_wording import advice_of, side_word
from kpis.wording import marks_of, target_text
from strategy.goals.assessing import Assessments, differs
from strategy.scoring import KpiLine, NodeLine, ObjectiveLine, Scorecard
from strategy.scoring.card import PerspectiveLine

ON_TARGET = 200 / 3
MISSING = {State.LATE, State.MISSING, State.DUE, State.INSUFFICIENT_DATA}


@dataclass(frozen=True)
class Row:
    """One line of the scorecard: the plan, a perspective, an objective or a KPI."""

    kind: str  # plan, perspective, objective, kpi
    name: str
    code: str
    parent: str  # what folds it away
    score: float | None
    change: float | None
    status: Status | State
    trend: tuple[float | None, ...]
    trend_target: Any
    coverage: float | None
    unit: str = ""
    actual: str = ""
    target: str = ""
    reported: int = 0
    expected: int = 0
    minimum: float = 0.5
    red_child: bool = False
    marks: tuple[str, ...] = ()
    weight: float | None = None
    key: int | None = None  # of an objective, for its page
    signal: str = ""  # high or low: the value is too far off for chance
    advice: str = ""  # what signal and status say together
    node: str | None = None  # the code by which its explanation is asked for, where `code` is another
    assessed: str = ""  # how its owner assesses an objective, where that is otherwise than its status


@dataclass(frozen=True)
class Filter:
    """Which KPIs a scorecard shows: all, off target, with values missing, or with a signal."""

    key: str
    label: str
    count: int


_NOBODY: Assessments = {}


def rows_of(
    card: Scorecard, show: str = "all", worst_first: bool = False, assessments: Assessments = _NOBODY
) -> list[Row]:
    """The lines of the page; headings stay where a KPI below them is shown.

    `show`: a key of `filters_of`: all, off, missing or signals. `assessments`: how owners see objectives.
    """
    rows = [
        _node_row("plan", card.plan.name, card.plan.code, "", card.node, card),
        *_bands(card, show, worst_first),
    ]
    return [_assessed(row, assessments) for row in rows] if assessments else rows


def _assessed(row: Row, assessments: Assessments) -> Row:
    """The line of an objective with its owner's assessment, where that differs."""
    own = assessments.get(row.key, "") if row.key else ""
    return replace(row, assessed=own) if differs(own, row.status) else row


def rows_of_objective(card: Scorecard, objective_key: int, assessments: Assessments = _NOBODY) -> list[Row]:
    """The line of one objective and those of its KPIs; empty where the plan has it not on that day."""
    rows = rows_of(card, assessments=assessments)
    own = next((row for row in rows if row.key == objective_key), None)
    return [own, *(row for row in rows if row.kind == "kpi" and row.parent == own.code)] if own else []


def filters_of(card: Scorecard) -> list[Filter]:
    """The choices above the table with how many KPIs each shows."""
    lines = card.kpis
    return [
        Filter("all", _("All"), len(lines)),
        Filter("off", _("Off target"), sum(_shown(line, "off") for line in lines)),
        Filter("missing", _("Missing"), sum(_shown(line, "missing") for line in lines)),
        Filter("signals", _("Signals"), sum(_shown(line, "signals") for line in lines)),
    ]


def _shown(line: KpiLine, show: str) -> bool:
    if show == "off":
        return line.cell.status == Status.RED
    if show == "signals":
        return line.signal != 0
    return show != "missing" or line.cell.status in MISSING


def _bands(card: Scorecard, show: str, worst_first: bool) -> Iterator[Row]:
    for perspective in card.perspectives:
        rows = list(_objective_rows(card, perspective, show, worst_first))
        if rows or show == "all":
            name = perspective.perspective.name if perspective.perspective else _("Without a perspective")
            code = f"p{perspective.perspective.pk if perspective.perspective else 0}"
            row = _node_row("perspective", name, code, "", perspective.node, card, perspective.weight)
            yield replace(row, node=perspective.perspective.code if perspective.perspective else "")
            yield from rows


def _objective_rows(
    card: Scorecard, perspective: PerspectiveLine, show: str, worst_first: bool
) -> Iterator[Row]:
    objectives = list(perspective.objectives)
    if worst_first:
        objectives.sort(key=lambda line: _rank(line.node.score.score))
    for objective in objectives:
        lines = [line for line in objective.kpis if _shown(line, show)]
        if worst_first:
            lines.sort(key=lambda line: _rank(line.cell.score))
        if lines or show == "all":
            yield _objective_row(card, perspective, objective)
            yield from (_kpi_row(card, objective, line) for line in lines)


def _rank(score: float | None) -> float:
    return 101.0 if score is None else score


def _node_row(
    kind: str, name: str, code: str, parent: str, node: NodeLine, card: Scorecard, weight: float | None = None
) -> Row:
    counted = node.score.status not in (State.NOT_APPLICABLE, State.NOT_DUE)
    return Row(
        kind=kind,
        name=name,
        code=code,
        parent=parent,
        score=node.score.score,
        change=node.change,
        status=node.score.status,
        trend=node.trend,
        trend_target=ON_TARGET,
        coverage=node.score.coverage if counted else None,
        minimum=card.plan.min_coverage,
        red_child=node.score.red_child,
        weight=weight,
    )


def _objective_row(card: Scorecard, perspective: PerspectiveLine, line: ObjectiveLine) -> Row:
    parent = f"p{perspective.perspective.pk if perspective.perspective else 0}"
    name, code = line.objective.name, line.objective.code
    row = _node_row("objective", name, code, parent, line.node, card, line.weight)
    return replace(row, key=line.objective.pk)


def _kpi_row(card: Scorecard, objective: ObjectiveLine, line: KpiLine) -> Row:
    cell, kpi = line.cell, line.kpi
    anchors = cell.anchors if cell.anchors_to_date[0] is None else cell.anchors_to_date
    return Row(
        kind="kpi",
        name=kpi.name,
        code=kpi.code,
        parent=objective.objective.code,
        score=cell.score,
        change=line.change,
        status=cell.shown_status,
        trend=line.value_trend,
        trend_target=line.target_trend,
        coverage=cell.coverage if cell.applicable and not cell.not_due else None,
        unit=kpi.unit,
        actual="–" if cell.value is None else number_text(cell.value, kpi.decimals),
        target=target_text(anchors, line.rules.rules.direction, kpi.decimals),
        reported=cell.reported,
        expected=cell.expected,
        minimum=line.rules.rules.min_coverage,
        marks=tuple(marks_of(cell, card.calendar)),
        weight=line.weight,
        signal=side_word(line.signal),
        advice=advice_of(line.reading) if line.signal else "",
    )


EXPORT_HEADER = (
    "kind",
    "code",
    "name",
    "unit",
    "actual",
    "target_to_date",
    "score",
    "status",
    "change",
    "reported",
    "expected",
    "coverage",
    "status_by_hand",
    "marks",
    "assessment",
)


def export_rows(card: Scorecard, assessments: Assessments = _NOBODY) -> Iterator[tuple[Any, ...]]:
    """Numbers, not texts, for a spreadsheet: the lines in the order of the page.

    `assessment`: its owner's of an objective, whether it differs from the status or not.
    """
    by_code = {
        (line.kpi.code, objective.objective.code): line
        for objective in card.objectives
        for line in objective.kpis
    }
    for row in rows_of(card):
        line = by_code.get((row.code, row.parent)) if row.kind == "kpi" else None
        yield (
            row.kind,
            row.code,
            row.name,
            row.unit,
            line.cell.value if line else None,
            line.cell.target if line else None,
            row.score,
            str(line.cell.status if line else row.status),
            row.change,
            row.reported if line else None,
            row.expected if line else None,
            row.coverage,
            *(status_and_marks(line.cell) if line else ("", "")),
            assessments.get(row.key, "") if row.key else "",
        )
