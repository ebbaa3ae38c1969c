"""Value against budget as a picture and a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.ui.charts import DataTable
from core.ui.numbers import number_text
from initiatives.optimising.wording import Words, percent_text

_RING = {"color": "var(--chart-actual)", "width": 3}


def frontier_figure(points: Sequence[Mapping[str, Any]], words: Words) -> dict[str, Any]:
    """Value against budget: a Plotly figure."""
    found = [each for each in points if each["value"] is not None]
    here = [each for each in found if each["scale"] == 1.0]
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [each["budget"] for each in found],
        "y": [round(each["value"], 2) for each in found],
        "line": {"color": "var(--chart-actual)", "width": 2},
        "marker": {"size": 7, "color": "var(--chart-actual)"},
        "customdata": [_point_text(each, words) for each in found],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    as_asked = line | {
        "mode": "markers",
        "x": [each["budget"] for each in here],
        "y": [round(each["value"], 2) for each in here],
        "marker": {
            "size": 13,
            "color": "var(--surface)",
            "line": {"color": "var(--chart-actual)", "width": 3},
        },
        "customdata": [_("As asked: %(text)s") % {"text": _point_text(each, words)} for each in here],
    }
    ticks = [each["budget"] for each in points]
    return {
        "data": [line, as_asked],
        "layout": {
            "height": 320,
            "hovermode": "closest",
            "margin": {"t": 16, "r": 16, "b": 48, "l": 56},
            "xaxis": {
                "title": {"text": _("All budgets together")},
                "tickvals": ticks,
                "ticktext": [words.amount(each) for each in ticks],
            },
            "yaxis": {"title": {"text": _("Value")}, "rangemode": "tozero"},
        },
    }


def _point_text(point: Mapping[str, Any], words: Words) -> str:
    said = {
        "budget": words.amount(point["budget"]),
        "value": number_text(point["value"], 1),
        "count": point["count"],
    }
    return _("%(budget)s: value %(value)s with %(count)s initiatives") % said


def frontier_table(points: Sequence[Mapping[str, Any]], words: Words) -> DataTable:
    """The frontier in figures."""
    rows = []
    for each in points:
        name = _("%(percent)s of the budgets") % {"percent": percent_text(each["scale"])}
        value = _("no solution") if each["solved"] == "none" else _("not found in the time")
        if each["value"] is not None:
            value = number_text(each["value"], 1)
        rows.append((name, words.amount(each["budget"]), value, words.amount(each["money"]), each["count"]))
    columns = (_("Budgets"), _("Allowed"), _("Value"), _("Taken"), _("Initiatives"))
    return DataTable(_("Value by budget"), columns, tuple(rows))
