"""Invented numbers for the styleguide; a good year, a bad year and a year with gaps."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from core.ui.charts import DataTable

Trend = tuple[float | None, ...]

GOOD: Trend = (51, 53, 52, 56, 58, 57, 61, 63, 62, 66, 69, 71, 74)
BAD: Trend = (71, 70, 72, 68, 69, 61, 58, 59, 47, 44, 38, 33, 29)
GAPPY: Trend = (48, 50, None, 54, 53, 55, None, None, 57, 60, 58, 61, None)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the sample scorecard; `level` is the CSS class of its row."""

    level: str
    name: str
    unit: str
    actual: float | None
    target: float | None
    score: float | None
    status: str
    change: float | None
    trend: Trend
    reported: int
    expected: int
    signal: str = ""
    red_child: bool = False


ROWS: tuple[Row, ...] = (
    Row("is-total", "Harbour plan", "", None, None, 65.1, "amber", 2.5, GOOD, 69, 72),
    Row("is-band", "Residents and place", "", None, None, 58.6, "amber", -1.9, GAPPY[:12], 34, 36),
    Row(
        "is-head", "A quiet, clean harbour front", "", None, None, 50.7, "amber", -12.5, BAD, 27, 36, "", True
    ),
    Row("is-leaf", "Street noise at night", "dB", 61.4, 55, 30.8, "red", -31.1, BAD, 12, 12, "high"),
    Row("is-leaf", "Litter complaints", "per 1,000", 4.12, 4, 57.3, "amber", -4.9, GOOD, 9, 15),
    Row("is-leaf", "Benches repaired within a week", "%", 94, 90, 80.4, "green", 8.3, GOOD, 12, 12),
    Row("is-leaf", "Beach water samples", "", None, 72, None, "late", None, GAPPY, 0, 1),
    Row(
        "is-leaf",
        "Visitors counted at the pier",
        "thousand",
        1262,
        1240,
        71.9,
        "insufficient_data",
        6.0,
        GAPPY,
        1,
        3,
    ),
)

STATES = [
    "green",
    "amber",
    "red",
    "insufficient_data",
    "not_applicable",
    "not_due",
    "due",
    "late",
    "missing",
    "unscored",
    "none",
]

MONTHS = tuple(f"2025-{month:02d}" for month in range(1, 13))
ACTUALS = (85.2, 84.1, 86.0, 86.4, 85.0, 86.8, 85.6, 87.1, 86.0, 81.3, 78.4, 80.6)


def figure() -> dict[str, Any]:
    """A line of actuals, a stepped target and a red line, with colours by token."""
    actual = {"color": "var(--chart-actual)", "width": 2.4}
    return {
        "data": [
            {
                "x": MONTHS,
                "y": [80] * 12,
                "mode": "lines",
                "name": "Red line",
                "line": {"color": "var(--chart-red)", "width": 1.4},
            },
            {
                "x": MONTHS,
                "y": [86] * 6 + [88] * 6,
                "mode": "lines",
                "name": "Target",
                "line": {"color": "var(--chart-target)", "width": 1.4, "dash": "dash", "shape": "hv"},
            },
            {
                "x": MONTHS,
                "y": ACTUALS,
                "mode": "lines+markers",
                "name": "Actual",
                "line": actual,
                "marker": {"size": 6, "color": "var(--chart-actual)"},
            },
        ],
        "layout": {
            "height": 320,
            "margin": {"r": 88},
            "xaxis": {"tickformat": "%b"},
            "annotations": [
                _line_end(88, "Target 88", "var(--chart-target)"),
                _line_end(80, "Red line 80", "var(--chart-red)"),
            ],
        },
    }


def _line_end(y: float, text: str, color: str) -> dict[str, Any]:
    return {
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "y": y,
        "text": f"<b>{text}</b>",
        "showarrow": False,
        "font": {"size": 11, "color": color},
    }


def table() -> DataTable:
    """The figure's table."""
    return DataTable(
        caption="Departures on time, %, 2025",
        columns=("Month", "Actual", "Target", "Red line"),
        rows=tuple(
            (dt.date.fromisoformat(f"{month}-01").strftime("%B"), actual, 86 if index < 6 else 88, 80)
            for index, (month, actual) in enumerate(zip(MONTHS, ACTUALS, strict=True))
        ),
    )
