"""What drives exposure as a picture and a table: a tornado of the risks that make years differ."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.ui.charts import DataTable
from core.ui.money import money_short_text
from risks.exposure.axes import amount_axis
from risks.exposure.wording import between, percent_text

SHOWN = 10
_LONGEST = 34


def by_share(result: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The risks by their share of the variance, the greatest first."""
    return sorted(result["parts"], key=lambda part: -part["share"])


def tornado_figure(
    parts: Sequence[Mapping[str, Any]], expected: float, titles: Mapping[str, str]
) -> dict[str, Any]:
    """A bar from an expected year without the risk to one with it; the line is the expected year."""
    shown = list(parts[:SHOWN])
    ends = [_ends(each, expected) for each in shown]
    names = [_short(titles.get(each["key"], each["key"])) for each in shown]
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "base": [round(without) for without, _with in ends],
                "x": [round(happens - without) for without, happens in ends],
                "y": [each["key"] for each in shown],
                "marker": {"color": "var(--chart-actual)"},
                "customdata": [
                    _hover(titles.get(each["key"], each["key"]), *end)
                    for each, end in zip(shown, ends, strict=True)
                ],
                "hovertemplate": "%{customdata}<extra></extra>",
            }
        ],
        "layout": {
            "height": 80 + 32 * max(len(shown), 1),
            "hovermode": "closest",
            "margin": {"t": 8, "r": 16, "b": 48, "l": 220},
            "xaxis": amount_axis(_("Expected loss of a year"), *_range(ends, expected)),
            "yaxis": {
                "autorange": "reversed",
                "type": "category",
                "showgrid": False,
                "tickvals": [each["key"] for each in shown],
                "ticktext": names,
            },
            "shapes": [_middle(expected)],
        },
        "narrow": {"margin": {"l": 96, "r": 8}, "yaxis": {"ticktext": [each["key"] for each in shown]}},
    }


def _ends(part: Mapping[str, Any], expected: float) -> tuple[float, float]:
    """An expected year without and with the risk; one that never or always happens moves nothing."""
    without, happens = part["if_not"], part["if_it_happens"]
    return expected if without is None else without, expected if happens is None else happens


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


def _hover(title: str, without: float, happens: float) -> str:
    said = {"title": title, "no": money_short_text(without), "yes": money_short_text(happens)}
    return _("%(title)s: %(no)s if it does not happen, %(yes)s if it does") % said


def _range(ends: Sequence[tuple[float, float]], expected: float) -> tuple[float, float]:
    """Everything that a bar or the line touches."""
    values = [expected, *(value for pair in ends for value in pair)]
    return min(values), max(values)


def _middle(expected: float) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": expected,
        "x1": expected,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": "var(--line-strong)", "width": 1},
    }


def driver_table(parts: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> DataTable:
    """Every risk: what it costs in an average year, its share, and a year without and with it."""
    rows = tuple(
        (
            titles.get(each["key"], each["key"]),
            between(each["expected"]),
            percent_text(each["share"]) if each["share"] > 0 else "–",
            _amount(each["if_not"]),
            _amount(each["if_it_happens"]),
        )
        for each in parts
    )
    columns = (
        _("Risk"),
        _("Costs in an average year"),
        _("Share of what differs"),
        _("Year without it"),
        _("Year with it"),
    )
    return DataTable(_("What drives exposure, risk by risk"), columns, rows)


def _amount(value: float | None) -> str:
    return "–" if value is None else money_short_text(value)
