"""Shares of weight, money and people as a Plotly figure and as a table."""

from typing import Any

from django.utils.translation import gettext as _

from core.ui.charts import DataTable
from core.ui.marks import status_label
from core.ui.money import money
from core.ui.numbers import number, number_text
from initiatives.means.following.reading import Following, ObjectiveLine

ROW = 34  # pixels of an objective in the picture


def share_title(found: Following) -> str:
    """What the picture shows, in a sentence: who gets most above and most below its weight."""
    lines = sorted(found.objectives, key=lambda line: line.budget_share - line.weight_share)
    if not found.budget or len(lines) < 2:
        return _("Weight in the plan beside share of money and people")
    words = _(
        "%(least)s weighs %(least_weight)s %% and gets %(least_money)s %% of the money;"
        " %(most)s weighs %(most_weight)s %% and gets %(most_money)s %%"
    )
    least, most = lines[0], lines[-1]
    return words % {
        "least": least.objective.code,
        "least_weight": number_text(least.weight_percent, 0),
        "least_money": number_text(least.budget_percent, 0),
        "most": most.objective.code,
        "most_weight": number_text(most.weight_percent, 0),
        "most_money": number_text(most.budget_percent, 0),
    }


def share_figure(found: Following) -> dict[str, Any]:
    """A line an objective: its weight as a rule, its share of money as a bar, of people as a point."""
    lines = list(reversed(found.objectives))  # Plotly draws from below
    names = [line.objective.code for line in lines]
    return {
        "data": [
            _bars(_("Share of the money"), names, [line.budget_share for line in lines]),
            _points(_("Weight in the plan"), names, [line.weight_share for line in lines], _RULE),
            _points(_("Share of the people"), names, [line.fte_share for line in lines], _DOT),
        ],
        "layout": {
            "height": 96 + ROW * len(lines),
            "margin": {"t": 8, "b": 44, "l": 56, "r": 16},
            "hovermode": "closest",
            "showlegend": True,
            "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom"},
            "xaxis": {"ticksuffix": " %", "rangemode": "tozero", "showgrid": True},
            "yaxis": {"type": "category", "ticklabelstandoff": 8},
            "bargap": 0.45,
        },
        "narrow": {"margin": {"l": 40, "r": 8}},
    }


_RULE: dict[str, Any] = {
    "symbol": "line-ns",
    "size": 22,
    "line": {"width": 3, "color": "var(--ink)"},
    "color": "var(--ink)",
}
_DOT: dict[str, Any] = {
    "symbol": "circle",
    "size": 10,
    "line": {"width": 2, "color": "var(--ink-2)"},
    "color": "var(--surface)",
}


def _bars(name: str, names: list[str], shares: list[float]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": names,
        "x": _percent(shares),
        "marker": {"color": "var(--chart-actual)"},
        "hovertemplate": f"%{{y}}: {name} %{{x}} %<extra></extra>",
    }


def _points(name: str, names: list[str], shares: list[float], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "y": names,
        "x": _percent(shares),
        "marker": marker,
        "cliponaxis": False,  # a share of nothing stands on the axis
        "hovertemplate": f"%{{y}}: {name} %{{x}} %<extra></extra>",
    }


def _percent(shares: list[float]) -> list[float]:
    return [round(100 * share, 1) for share in shares]


def share_table(found: Following) -> DataTable:
    """The same in figures."""
    return DataTable(
        caption=_("Weight, money and people by objective"),
        columns=(
            _("Objective"),
            _("Weight %"),
            _("Money %"),
            _("People %"),
            _("Budget"),
            _("FTE years"),
            _("Score"),
            _("Status"),
        ),
        rows=tuple(_cells(line) for line in found.objectives),
    )


def _cells(line: ObjectiveLine) -> tuple[object, ...]:
    return (
        f"{line.objective.code} {line.objective.name}",
        number(100 * line.weight_share, 1),
        number(100 * line.budget_share, 1),
        number(100 * line.fte_share, 1),
        money(line.budget),
        number(line.fte, 1),
        number(line.score.score, 1),
        status_label(line.score.status),
    )
