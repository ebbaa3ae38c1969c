"""The result of a round in words, figures and a picture; queries nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from core.ui.charts import DataTable
from core.ui.numbers import number_text
from initiatives.models import Initiative
from initiatives.scoring.reading import Sheet

MIDDLE = 50.0
DASH = "–"


@dataclass(frozen=True)
class CriterionMean:
    """What an initiative got by a criterion: the mean of the scores, their range, whether they are apart."""

    name: str
    mean: str
    scores: str
    apart: bool


@dataclass(frozen=True)
class Line:
    """An initiative with its result."""

    initiative: Initiative
    rank: int
    score: float | None
    spread: str
    deviation: float | None
    given: int
    asked: int
    means: Sequence[CriterionMean]
    notes: Sequence[tuple[str, str, str]]  # who, criterion, why

    @property
    def missing(self) -> int:
        """How many scores are not there."""
        return self.asked - self.given

    @property
    def apart(self) -> list[str]:
        """The criteria that the scorers see differently."""
        return [each.name for each in self.means if each.apart]


def lines_of(sheet: Sheet) -> list[Line]:
    """Every initiative with its result, the best first."""
    return [_line(sheet, place) for place in sheet.best_first]


def _line(sheet: Sheet, place: int) -> Line:
    result, initiative = sheet.result, sheet.initiatives[place]
    names = {each.pk: each.name for each in sheet.criteria}
    low, high = result.lowest[place], result.highest[place]
    spread = DASH if np.isnan(low) else _("%(low)s to %(high)s") % {"low": figure(low), "high": figure(high)}
    return Line(
        initiative=initiative,
        rank=int(result.ranks[place]),
        score=_known(result.score[place]),
        spread=spread,
        deviation=_known(result.deviation[place]),
        given=int(result.given[place]),
        asked=result.asked,
        means=[_mean(sheet, place, column) for column in range(len(sheet.criteria))],
        notes=[
            (each.scorer.name, names.get(each.criterion_id, ""), each.note)
            for each in sheet.notes
            if each.initiative_id == initiative.pk
        ],
    )


def _mean(sheet: Sheet, place: int, column: int) -> CriterionMean:
    scores = sheet.scores[place, column]
    given = sorted(int(each) for each in scores[~np.isnan(scores)])
    mean = number_text(sum(given) / len(given), 1) if given else DASH
    apart = bool(sheet.result.apart[place, column])
    return CriterionMean(sheet.criteria[column].name, mean, ", ".join(map(str, given)), apart)


def _known(number: Any) -> float | None:
    return None if np.isnan(number) else float(number)


def figure(number: float | None) -> str:
    """A result of 0 to 100, or a dash."""
    return DASH if number is None or np.isnan(number) else number_text(float(number), 0)


def quadrant(value: float, effort: float) -> str:
    """Where an initiative stands in the picture, in words."""
    if value >= MIDDLE:
        return (
            _("Do first: much value, little effort")
            if effort < MIDDLE
            else _("Plan: much value, much effort")
        )
    return (
        _("Beside: little value, little effort") if effort < MIDDLE else _("Leave: little value, much effort")
    )


def picture_of(sheet: Sheet) -> dict[str, Any]:
    """Value upwards against effort to the right: a Plotly figure; empty where nothing has both."""
    result = sheet.result
    shown = [each for each in sheet.best_first if not np.isnan(result.value[each] + result.effort[each])]
    names = [sheet.initiatives[each].name for each in shown]
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [round(float(result.effort[each]), 1) for each in shown],
                "y": [round(float(result.value[each]), 1) for each in shown],
                "text": [sheet.initiatives[each].code for each in shown],
                "textposition": "top center",
                "textfont": {"size": 11, "color": "var(--ink-2)"},
                "marker": {"size": 11, "color": "var(--chart-actual)"},
                "customdata": names,
                "hovertemplate": "%{customdata}<br>"
                + _("value %(y)s, effort %(x)s") % {"y": "%{y:.0f}", "x": "%{x:.0f}"}
                + "<extra></extra>",
            }
        ],
        "layout": {
            "height": 420,
            "hovermode": "closest",
            "margin": {"t": 16, "r": 16, "b": 48, "l": 48},
            "xaxis": _axis(_("Effort")),
            "yaxis": _axis(_("Value")),
            "shapes": [_cross(vertical) for vertical in (True, False)],
            "annotations": [_corner(x, y) for x in (0, 1) for y in (0, 1)],
        },
    }


def _axis(title: str) -> dict[str, Any]:
    return {"range": [-4, 106], "title": {"text": title}, "tickvals": [0, 25, 50, 75, 100], "showgrid": False}


def _cross(vertical: bool) -> dict[str, Any]:
    line = {
        "type": "line",
        "layer": "below",
        "line": {"color": "var(--line-strong)", "width": 1, "dash": "dot"},
    }
    if vertical:
        return line | {"x0": MIDDLE, "x1": MIDDLE, "y0": 0, "y1": 1, "yref": "paper"}
    return line | {"y0": MIDDLE, "y1": MIDDLE, "x0": 0, "x1": 1, "xref": "paper"}


def _corner(x: int, y: int) -> dict[str, Any]:
    words = quadrant(100.0 * y, 100.0 * x).split(":")[0]
    return {
        "xref": "paper",
        "yref": "paper",
        "x": x,
        "y": y,
        "xanchor": "right" if x else "left",
        "yanchor": "top" if y else "bottom",
        "text": words,
        "showarrow": False,
        "font": {"size": 12, "color": "var(--ink-3)"},
    }


def table_of(sheet: Sheet) -> DataTable:
    """The picture as a table, the quadrants in words."""
    result = sheet.result
    rows = []
    for place in sheet.best_first:
        value, effort = result.value[place], result.effort[place]
        known = not np.isnan(value + effort)
        words = quadrant(float(value), float(effort)) if known else _("Not scored on both")
        rows.append((sheet.initiatives[place].name, figure(value), figure(effort), words))
    columns = (_("Initiative"), _("Value"), _("Effort"), _("Where it stands"))
    return DataTable(_("Value and effort of each initiative, 0 to 100"), columns, tuple(rows))


def export_of(sheet: Sheet) -> tuple[list[str], list[list[Any]]]:
    """The result as a file: header and rows, the best first."""
    header = [
        "rank",
        "code",
        "name",
        "score",
        "lowest",
        "highest",
        "deviation",
        "value",
        "effort",
        "given",
        "asked",
    ]
    header += [f"mean: {each.name}" for each in sheet.criteria]
    result = sheet.result
    rows: list[list[Any]] = []
    for place in sheet.best_first:
        numbers = (result.score, result.lowest, result.highest, result.deviation, result.value, result.effort)
        initiative = sheet.initiatives[place]
        rows.append(
            [
                int(result.ranks[place]) or "",
                initiative.code,
                initiative.name,
                *("" if np.isnan(each[place]) else round(float(each[place]), 2) for each in numbers),
                int(result.given[place]),
                result.asked,
                *(_exported_mean(sheet, place, column) for column in range(len(sheet.criteria))),
            ]
        )
    return header, rows


def _exported_mean(sheet: Sheet, place: int, column: int) -> Any:
    scores = sheet.scores[place, column]
    given = scores[~np.isnan(scores)]
    return round(float(given.mean()), 2) if len(given) else ""
