"""The KPI library's read model: KPIs with how they stand at a department and period."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from core.ui.marks import MARKS
from kpis.as_of import AsOf
from kpis.cells import Cell, read_many
from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import State, Status
from kpis.models import KPI
from kpis.reading import has_cells
from kpis.store.rules import KnownRules, read_rules
from kpis.wording import judged_anchors, marks_of, target_text
from org.queries import TreeNode

TREND_PERIODS = 13
USAGE = "kpi.library.usage"
"""The slot in which upper floors show on what a KPI is."""


@dataclass(frozen=True)
class LibraryRow:
    """A KPI with its cell (None: it has none by such periods), target and marks in words, and its trend."""

    kpi: KPI
    known: KnownRules
    cell: Cell | None
    change: float | None
    target: str
    marks: tuple[str, ...]
    trend: tuple[float | None, ...]
    target_trend: tuple[float | None, ...]

    @property
    def status(self) -> Status | State:
        """The status to show, that set by hand first; without a cell the KPI does not apply."""
        return self.cell.shown_status if self.cell else State.NOT_APPLICABLE

    @property
    def is_off(self) -> bool:
        """Whether it is off target as computed, whatever was set by hand."""
        return self.cell is not None and self.cell.status == Status.RED

    @property
    def is_without(self) -> bool:
        """Whether there is no value to show."""
        return self.cell is None or self.cell.value is None


def read_library(
    kpis: QuerySet[KPI], department: TreeNode, period: Period, calendar: Calendar, as_of: AsOf
) -> list[LibraryRow]:
    """Each KPI with its cells of thirteen periods; seven queries, however many KPIs there are.

    As of a past day only those that were defined then.
    """
    periods = [calendar.shift(period, n) for n in range(1 - TREND_PERIODS, 1)]
    rules = {each.kpi_id: each for each in read_rules(None, as_of.known_at)}
    found = [each for each in kpis if each.pk in rules]
    readable = [
        rules[each.pk] for each in found if has_cells(rules[each.pk].rules.frequency, period.frequency)
    ]
    wanted = [(department.id, known) for known in readable]
    rows = read_many(wanted, periods, calendar, as_of.day, known_at=as_of.known_at)
    cells = {known.kpi_id: row for known, row in zip(readable, rows, strict=True)}
    return [_row(each, rules[each.pk], cells.get(each.pk, []), calendar) for each in found]


def _row(kpi: KPI, known: KnownRules, cells: Sequence[Cell], calendar: Calendar) -> LibraryRow:
    if not cells:
        return LibraryRow(kpi, known, None, None, "–", (), (), ())
    cell, before = cells[-1], cells[-2]
    return LibraryRow(
        kpi=kpi,
        known=known,
        cell=cell,
        change=None if cell.score is None or before.score is None else cell.score - before.score,
        target=target_text(judged_anchors(cell), known.rules.direction, kpi.decimals),
        marks=tuple(marks_of(cell, calendar)),
        trend=tuple(each.value for each in cells),
        target_trend=tuple(each.target for each in cells),
    )


# What needs attention comes first.
_STATUS_ORDER = {
    status: place for place, status in enumerate(dict.fromkeys(["red", "amber", "green", *MARKS]))
}


# What can be relied upon least comes first.
_QUALITY_ORDER = {quality: place for place, quality in enumerate(["", "low", "medium", "high"])}


def _by_score(row: LibraryRow) -> Any:
    score = row.cell.score if row.cell else None
    return (score is None, score or 0.0)


ORDERS: dict[str, Callable[[LibraryRow], Any]] = {
    "name": lambda row: row.kpi.name.casefold(),
    "score": _by_score,
    "status": lambda row: _STATUS_ORDER[str(row.status)],
    "change": lambda row: (row.change is None, row.change or 0.0),
    "quality": lambda row: _QUALITY_ORDER[row.kpi.quality],
    "owner": lambda row: (row.kpi.owner is None, str(row.kpi.owner or "").casefold()),
}


def in_order(rows: Sequence[LibraryRow], order: str) -> list[LibraryRow]:
    """Rows by one of `ORDERS`, with "-" before it the other way round; anything else: by name."""
    key = ORDERS.get(order.removeprefix("-"), ORDERS["name"])
    return sorted(sorted(rows, key=ORDERS["name"]), key=key, reverse=order.startswith("-"))
