"""What a report says, from its frozen numbers alone: nothing is read from the database here."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.ui.marks import mark_of
from core.ui.numbers import change_text, number_text

SHAPES = {"green": "●", "amber": "◐", "red": "▲", "insufficient_data": "◍"}
TONES = {"green": "on", "amber": "near", "red": "off"}


@dataclass(frozen=True)
class Line:
    """A node or KPI as a report shows it: numbers as texts, its status as shape, tone and word."""

    name: str
    code: str
    score: str
    change: str
    shape: str
    tone: str
    word: str
    value: str = ""
    target: str = ""
    unit: str = ""
    coverage: str = ""
    marks: str = ""  # what stands beside a KPI's number, in words


@dataclass(frozen=True)
class Moved:
    """A KPI whose status is another than in the run before."""

    line: Line
    before: str
    before_shape: str


@dataclass(frozen=True)
class Band:
    """A perspective with its objectives."""

    line: Line
    objectives: tuple[Line, ...]


@dataclass(frozen=True)
class Content:
    """Everything a report shows."""

    plan: Line
    bands: tuple[Band, ...]
    off_target: tuple[Line, ...]
    missing: tuple[Line, ...]
    moved: tuple[Moved, ...]
    since_last: str


def content_of(numbers: dict[str, Any], before: dict[str, Any] | None) -> Content:
    """What the report says of `numbers`, compared with those of the run before (None: the first run)."""
    kpis = _kpis(numbers)
    return Content(
        plan=line_of(numbers),
        bands=tuple(
            Band(line_of(each), tuple(line_of(objective) for objective in each["objectives"]))
            for each in numbers["perspectives"]
        ),
        off_target=tuple(line_of(kpi) for kpi in kpis.values() if kpi["status"] == "red"),
        missing=tuple(
            line_of(kpi) for kpi in kpis.values() if kpi["status"] in ("late", "missing", "insufficient_data")
        ),
        moved=_moved(kpis, _kpis(before)) if before else (),
        since_last=_since_last(numbers, before),
    )


def _kpis(numbers: dict[str, Any] | None) -> dict[str, dict[str, Any]]:
    """KPIs by code, each once."""
    if numbers is None:
        return {}
    objectives = (each for perspective in numbers["perspectives"] for each in perspective["objectives"])
    return {kpi["code"]: kpi for objective in objectives for kpi in objective["kpis"]}


def line_of(node: dict[str, Any]) -> Line:
    """A node or KPI of the frozen numbers."""
    status, decimals = node["status"], node.get("decimals", 1)
    return Line(
        name=node["name"] or _("Without a perspective"),
        code=node["code"] or "",
        score=_text(node["score"], 1),
        change="" if node["change"] is None else change_text(node["change"], 1),
        shape=SHAPES.get(status, "○"),
        tone=TONES.get(status, "none"),
        word=str(mark_of(status).word),
        value=_text(node.get("value"), decimals),
        target=_target(node, decimals),
        unit=node.get("unit", ""),
        coverage=f"{node['coverage'] * 100:.0f}%",
        marks="; ".join(_marks(node)),
    )


def _marks(node: dict[str, Any]) -> Iterator[str]:
    """What is said beside a KPI's number; reports frozen before a mark was known do not have it."""
    words = {
        "to_date": _("to date"),
        "held": _("held"),
        "as_at": _("as at an earlier period"),
        "carried": _("carried"),
        "restated": _("restated"),
    }
    yield from (words[mark] for mark in node.get("marks", ()) if mark in words)
    if override := node.get("override"):
        said = {"status": mark_of(override["status"]).word, "day": override["expires_on"]}
        yield _("⚑ %(status)s by hand until %(day)s") % said


def _text(number: float | None, decimals: int) -> str:
    return "–" if number is None else number_text(number, decimals)


def _target(node: dict[str, Any], decimals: int) -> str:
    target = node.get("target") if node.get("target_to_date") is None else node["target_to_date"]
    if node.get("band_to") is not None and target is not None:
        return f"{number_text(target, decimals)}–{number_text(node['band_to'], decimals)}"
    return _text(target, decimals)


def _moved(now: dict[str, dict[str, Any]], before: dict[str, dict[str, Any]]) -> tuple[Moved, ...]:
    return tuple(
        Moved(
            line_of(kpi),
            str(mark_of(before[code]["status"]).word),
            SHAPES.get(before[code]["status"], "○"),
        )
        for code, kpi in now.items()
        if code in before and before[code]["status"] != kpi["status"]
    )


def _since_last(numbers: dict[str, Any], before: dict[str, Any] | None) -> str:
    if before is None or numbers["score"] is None or before["score"] is None:
        return ""
    change = change_text(numbers["score"] - before["score"], 1)
    return _("%(change)s since the last report (%(period)s)") % {
        "change": change,
        "period": before["period_text"],
    }
