"""Value against effort as a picture and a table, its quadrants in words."""

from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from core.ui.charts import DataTable
from initiatives.scoring.presenting import figure
from initiatives.scoring.reading import Sheet

MIDDLE = 50.0


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
