"""Targets of a year as a grid: departments down, periods across; of series, or of single cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kpis.engine.frequency import Frequency, Period
from kpis.enums import Kind
from kpis.intake.cell_targets import stored_cell_targets
from kpis.models import CellTarget, SeriesTarget
from kpis.targeting.rolled import Rolled, rolled_up
from kpis.targeting.subject import TargetedKpi
from org.queries import TreeNode

Stored = Mapping[tuple[int, int], SeriesTarget | CellTarget]
OF_SERIES = "series"
CELL_FREQUENCIES = (Frequency.MONTH, Frequency.QUARTER, Frequency.HALF, Frequency.YEAR)


@dataclass(frozen=True)
class GridRow:
    """A department; `open_in`: the ordinals in which a target can be set, none where it is not the user's."""

    department: TreeNode
    open_in: frozenset[int]


@dataclass(frozen=True)
class TargetGrid:
    """One line of the targets of a year. `rolled`: what the cells would have without one of their own."""

    targeted: TargetedKpi
    by: str
    line: str
    periods: tuple[Period, ...]
    rows: tuple[GridRow, ...]
    stored: Stored
    rolled: Rolled

    @property
    def of_series(self) -> bool:
        """Whether these are targets of series, not of cells."""
        return self.by == OF_SERIES


def grid_choices(targeted: TargetedKpi) -> list[str]:
    """By what targets can be set in a grid: series (of a daily KPI they are too many), and cells."""
    native = targeted.frequency
    own = [] if targeted.definition.kind == Kind.FORMULA or is_daily(targeted) else [OF_SERIES]
    return [*own, *(str(each) for each in CELL_FREQUENCIES if not each.is_finer_than(native))]


def is_daily(targeted: TargetedKpi) -> bool:
    """Whether departments report it day by day: too many columns to type, so its targets are made or sent."""
    return targeted.frequency == Frequency.DAY and targeted.definition.kind == Kind.REPORTED


def target_grid(
    targeted: TargetedKpi, tree: Sequence[TreeNode], user: Any, *, by: str, year: int, line: str
) -> TargetGrid:
    """The grid of one line; a constant number of queries."""
    if by == OF_SERIES:
        return _series_grid(targeted, tree, year, line)
    return _cell_grid(targeted, tree, user, Frequency(by), year, line)


def _series_grid(targeted: TargetedKpi, tree: Sequence[TreeNode], year: int, line: str) -> TargetGrid:
    periods = tuple(targeted.periods(year))
    series = {each.department_id: each for each in targeted.series}
    rows = []
    for node in tree:
        own = series.get(node.id)
        reported = [each.ordinal for each in periods if own is not None and targeted.reports(own, each)]
        if own is not None and reported:
            rows.append(GridRow(node, frozenset(reported if own.pk in targeted.mine else ())))
    return TargetGrid(targeted, OF_SERIES, line, periods, tuple(rows), targeted.stored(year), {})


def _cell_grid(
    targeted: TargetedKpi, tree: Sequence[TreeNode], user: Any, frequency: Frequency, year: int, line: str
) -> TargetGrid:
    calendar = targeted.calendar
    periods = tuple(calendar.children(Period(Frequency.YEAR, year), frequency))
    stored = {
        (department, period.ordinal): row
        for (department, period), row in stored_cell_targets(targeted.kpi.pk).items()
        if period.frequency == frequency
    }
    everything = frozenset(each.ordinal for each in periods)
    rows = tuple(
        GridRow(node, everything if user.has_perm("kpis.edit_targets", node) else frozenset())
        for node in _measured(targeted, tree)
    )
    rolled = rolled_up(targeted, frequency, year, line)
    return TargetGrid(targeted, str(frequency), line, periods, rows, stored, rolled)


def _measured(targeted: TargetedKpi, tree: Sequence[TreeNode]) -> list[TreeNode]:
    """The departments at which the KPI has cells: at or above a series; of a formula all."""
    if targeted.definition.kind == Kind.FORMULA:
        return list(tree)
    reporting = {each.department_id for each in targeted.series}
    paths = [node.path for node in tree if node.id in reporting]
    return [node for node in tree if any(path.startswith(node.path) for path in paths)]
