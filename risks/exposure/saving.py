"""What responses save for their cost, as a picture and a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.ui.charts import DataTable
from core.ui.money import money_short_text
from core.ui.numbers import number_text
from risks.exposure.axes import amount_axis
from risks.exposure.wording import between


def with_response(result: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Risks whose response costs or changes something; what saves most for its cost comes first."""
    found = [part for part in result["parts"] if part["cost"] or part["saved"]["value"]]
    return sorted(found, key=lambda part: (-(ratio(part) or 0), -part["saved"]["value"]))


def ratio(part: Mapping[str, Any]) -> float | None:
    """Saved in an average year for each unit spent; None where nothing is open to be paid."""
    return part["saved"]["value"] / part["cost"] if part["cost"] else None


def saving_figure(parts: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> dict[str, Any]:
    """Saved in an average year upwards, cost to the right; above the line it pays within a year."""
    paid = [part for part in parts if part["cost"]]
    most = max((part["cost"] for part in paid), default=1.0)
    high = max((part["saved"]["value"] for part in paid), default=0.0)
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [part["cost"] for part in paid],
                "y": [round(part["saved"]["value"]) for part in paid],
                "text": [part["key"] for part in paid],
                "textposition": "top center",
                "textfont": {"size": 11, "color": "var(--ink-2)"},
                "marker": {"size": 11, "color": "var(--chart-actual)"},
                "customdata": [_hover(part, titles) for part in paid],
                "hovertemplate": "%{customdata}<extra></extra>",
            }
        ],
        "layout": {
            "height": 340,
            "hovermode": "closest",
            "margin": {"t": 16, "r": 24, "b": 48, "l": 64},
            "xaxis": _axis(_("Cost of what is still to be done"), most),
            "yaxis": _axis("", high),
            "shapes": [_pays(min(most, high) * 1.15)],
        },
        "narrow": {"margin": {"l": 44, "r": 8}, "xaxis": {"range": [-0.3 * most, 1.3 * most]}},
    }


def _axis(title: str, most: float) -> dict[str, Any]:
    span = [-0.08 * most, 1.2 * most] if most > 0 else [-1.0, 1.0]
    return {**amount_axis(title, 0.0, max(most, 0.0)), "range": span}


def _pays(end: float) -> dict[str, Any]:
    line = {"color": "var(--line-strong)", "width": 1, "dash": "dot"}
    return {"type": "line", "layer": "below", "x0": 0, "y0": 0, "x1": end, "y1": end, "line": line}


def _hover(part: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    said = {
        "title": titles.get(part["key"], part["key"]),
        "saved": money_short_text(part["saved"]["value"]),
        "cost": money_short_text(part["cost"]),
    }
    return _("%(title)s: saves %(saved)s a year for %(cost)s") % said


def saving_table(parts: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> DataTable:
    """Cost, what it saves, and saved for each unit spent."""
    rows = tuple(
        (
            titles.get(part["key"], part["key"]),
            money_short_text(part["cost"]) if part["cost"] else "–",
            between(part["saved"]) if part["saved"]["value"] else _("no effect estimated"),
            _ratio_text(part),
        )
        for part in parts
    )
    columns = (_("Risk"), _("Still to be paid"), _("Saved in an average year"), _("Saved for each 1 spent"))
    return DataTable(_("What responses save for their cost"), columns, rows)


def _ratio_text(part: Mapping[str, Any]) -> str:
    value = ratio(part)
    return "–" if value is None else number_text(value, 2)


def saving_finding(parts: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> str:
    """Which response saves most for its cost."""
    best = next((part for part in parts if (ratio(part) or 0) > 0), None)
    if best is None:
        return _("No response with a cost has an estimated effect")
    said = {"title": titles.get(best["key"], best["key"]), "ratio": number_text(ratio(best) or 0, 2)}
    return _("“%(title)s” saves most for its cost: %(ratio)s a year for each 1 spent") % said
