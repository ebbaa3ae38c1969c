"""The explanation of a KPI's cell as its panel writes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.ui.coverage import percent_text
from core.ui.numbers import change_text, number_text
from kpis.engine.explain import Effect
from kpis.engine.scoring import Direction
from kpis.explaining.cell import CellExplanation, InputValue, Part
from kpis.explaining.gap_words import missing_texts
from kpis.explaining.sentences import change_sentence, standing
from kpis.explaining.waterfall import WaterfallRow, waterfall
from kpis.explaining.words import score_text
from kpis.wording import judged_anchors, period_text, target_text

MOST_GAPS = 8
_NOT_OF_A_CELL = (Effect.WEIGHTS, Effect.MEMBERSHIP, Effect.DEFINITIONS)


@dataclass(frozen=True)
class PartRow:
    """A department's part of the value, in words."""

    part: Part
    name: str
    value: str
    share: str
    moved: str


@dataclass(frozen=True)
class CellPanel:
    """What the panel shows of a KPI's cell. `facts`: label and text of the value and its anchors."""

    headline: str
    score_sum: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[WaterfallRow, ...]
    span: str
    parts: tuple[PartRow, ...]
    adds_up: bool
    inputs: tuple[tuple[InputValue, str], ...]
    formula: str
    missing: tuple[str, ...]


def cell_panel(explanation: CellExplanation) -> CellPanel:
    """The panel's texts and pictures."""
    calendar, kpi = explanation.calendar, explanation.kpi
    before = period_text(calendar.previous(explanation.period), calendar)
    now = period_text(explanation.period, calendar)
    cell = explanation.cell
    standing_text = standing(cell.status, cell.score, cell.coverage)
    names, statuses = (before, now), (explanation.before.status, cell.status)
    return CellPanel(
        headline=f"{standing_text}{change_sentence(explanation.change, before)}.",
        score_sum=score_text(cell, explanation.known, kpi),
        facts=tuple(_facts(explanation)),
        steps=waterfall(explanation.change, names, statuses, _NOT_OF_A_CELL),
        span=_("points, %(before)s to %(now)s") % {"before": before, "now": now},
        parts=tuple(_part_row(part, explanation) for part in _by_weight(explanation.parts)),
        adds_up=any(part.moved is not None for part in explanation.parts),
        inputs=tuple((each, _input_value(each)) for each in explanation.inputs),
        formula=explanation.known.rules.formula,
        missing=tuple(missing_texts(explanation.missing, calendar, kpi.pk, MOST_GAPS)),
    )


def _facts(explanation: CellExplanation) -> list[tuple[str, str]]:
    """The value and the lines it is judged by; nothing of what it has none of."""
    cell, kpi = explanation.cell, explanation.kpi
    anchors = judged_anchors(cell)
    band = explanation.known.rules.direction == Direction.BAND
    labels = (
        [(_("Red line below"), 1), (_("Red line above"), 3)]
        if band
        else [(_("Red line"), 1), (_("Best"), 2), (_("Worst"), 3)]
    )
    target = target_text(anchors, explanation.known.rules.direction, kpi.decimals)
    facts = [(_("Actual"), _value(cell.value, explanation)), (_("Target"), target)]
    facts += [(label, _value(anchors[i], explanation)) for label, i in labels if anchors[i] is not None]
    if cell.expected:
        facts.append((_("Values in"), f"{cell.reported}/{cell.expected}"))
    return facts


def _value(value: float | None, explanation: CellExplanation) -> str:
    kpi = explanation.kpi
    return "–" if value is None else number_text(value, kpi.decimals)


def _by_weight(parts: Sequence[Part]) -> list[Part]:
    """The greatest part first where they add up, else in the order of the tree."""
    if all(part.moved is None for part in parts):
        return list(parts)
    return sorted(parts, key=lambda part: -abs(part.value or 0.0))


def _part_row(part: Part, explanation: CellExplanation) -> PartRow:
    label = part.department.label
    decimals = explanation.kpi.decimals
    return PartRow(
        part=part,
        name=_("%(department)s itself") % {"department": label} if part.own else label,
        value=_value(part.value, explanation),
        share="–" if part.share is None else percent_text(part.share),
        moved="–" if part.moved is None else change_text(part.moved, decimals),
    )


def _input_value(each: InputValue) -> str:
    return "–" if each.cell.value is None else number_text(each.cell.value, each.kpi.decimals)
