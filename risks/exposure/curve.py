"""The loss exceedance curve as a picture and a table: how probable a year's loss above each amount is."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.ui.charts import DataTable
from core.ui.money import money_short_text
from risks.exposure.axes import amount_axis
from risks.exposure.wording import between_percent, percent_text

_LEAST = 0.0005  # rarer than one year in two thousand: too few of the drawn years to draw a line
_TICKS = (1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001)
_ROWS = 14


def curve_figure(result: Mapping[str, Any]) -> dict[str, Any]:
    """Loss to the right, probability upwards on a logarithmic scale: now, once done, and what is borne."""
    return {
        "data": [
            _line(result, "after", _("Once the response is done"), "var(--ink-3)", "dash"),
            _line(result, "now", _("Now"), "var(--chart-actual)", "solid"),
            _borne(result["appetite"]),
        ],
        "layout": {
            "height": 380,
            "hovermode": "closest",
            "showlegend": True,
            "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
            "margin": {"t": 40, "r": 16, "b": 48, "l": 56},
            "xaxis": amount_axis(_("Loss in a year; below zero: a gain"), *_losses(result)),
            "yaxis": {
                "type": "log",
                "range": [-3.3, 0.05],
                "tickvals": list(_TICKS),
                "ticktext": [percent_text(each) for each in _TICKS],
            },
        },
        "narrow": {"margin": {"l": 40, "r": 8}},
    }


def _line(result: Mapping[str, Any], which: str, name: str, colour: str, dash: str) -> dict[str, Any]:
    points = [each for each in result["curve"] if each[which]["value"] >= _LEAST]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [round(each["loss"]) for each in points],
        "y": [each[which]["value"] for each in points],
        "line": {"color": colour, "width": 2, "dash": dash},
        "customdata": [_said(name, each["loss"], percent_text(each[which]["value"])) for each in points],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _borne(appetite: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What is borne, as points joined by steps: above them a loss is more probable than agreed."""
    points = [each for each in appetite if each["most"] > 0]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": _("What we are willing to bear"),
        "x": [each["loss"] for each in points],
        "y": [each["most"] for each in points],
        "line": {"color": "var(--chart-red)", "width": 1.5, "dash": "dot"},
        "marker": {"symbol": "diamond", "size": 9, "color": "var(--chart-red)"},
        "customdata": [
            _said(_("Borne"), each["loss"], _("at most %(p)s") % {"p": percent_text(each["most"])})
            for each in points
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _said(name: str, loss: float, probability: str) -> str:
    said = {"name": name, "loss": money_short_text(loss), "probability": probability}
    return _("%(name)s: more than %(loss)s with %(probability)s") % said


def _losses(result: Mapping[str, Any]) -> tuple[float, float]:
    """The least and the greatest loss that is shown."""
    losses = [each["loss"] for each in (*result["curve"], *result["appetite"])]
    return min(losses, default=0.0), max(losses, default=0.0)


def curve_table(result: Mapping[str, Any]) -> DataTable:
    """Every few points of the curve, with the intervals."""
    points = [each for each in result["curve"] if max(each["now"]["value"], each["after"]["value"]) >= _LEAST]
    step = max(len(points) // _ROWS, 1)
    rows = tuple(
        (
            money_short_text(each["loss"]),
            between_percent(each["now"]),
            between_percent(each["after"]),
        )
        for each in points[::step]
    )
    columns = (_("Loss in a year above"), _("Now"), _("Once the response is done"))
    return DataTable(_("Probability of a year's loss above each amount"), columns, rows)
