"""What the KPI page shows: one KPI at a department, over time, below it and in detail."""

import datetime as dt
from dataclasses import dataclass

from kpis.cells import Cell, read_many
from kpis.engine.frequency import Frequency, Period
from kpis.engine.layout import Grain, row_layout
from kpis.engine.periods import Calendar
from kpis.models import KPI, Definition, Measurement, Series
from kpis.queries import definition_of, revisions
from kpis.store.rules import KnownRules, rules_of
from org.queries import TreeNode

# How many periods the chart shows.
SHOWN = {
    Frequency.DAY: 61,
    Frequency.WEEK: 53,
    Frequency.MONTH: 37,
    Frequency.QUARTER: 17,
    Frequency.HALF: 11,
    Frequency.YEAR: 11,
}
TABLE = 13


@dataclass(frozen=True)
class Dated:
    """A cell with the period it was asked for."""

    period: Period
    cell: Cell


@dataclass(frozen=True)
class Below:
    """A department of the level below, with the KPI's cell there."""

    department: TreeNode
    cell: Cell


@dataclass(frozen=True)
class KpiDetail:
    """A KPI at a department: the chosen period, the one before, its course, and the departments below."""

    kpi: KPI
    definition: Definition
    known: KnownRules
    calendar: Calendar
    period: Period
    frequency: Frequency
    now: Cell
    before: Cell
    year_to_date: Cell | None
    course: tuple[Dated, ...]
    below: tuple[Below, ...]
    series: Series | None
    revisions: tuple[Measurement, ...]

    @property
    def change(self) -> float | None:
        """The score minus that of the period before."""
        if self.now.score is None or self.before.score is None:
            return None
        return self.now.score - self.before.score

    @property
    def frequencies(self) -> list[Frequency]:
        """By which periods the course can be shown: the KPI's own and the coarser ones."""
        return [each for each in Frequency if not each.is_finer_than(self.known.rules.frequency)]


def read_kpi(
    kpi: KPI,
    tree: tuple[TreeNode, ...],
    department: TreeNode,
    period: Period,
    frequency: Frequency,
    calendar: Calendar,
    as_of: dt.date,
) -> KpiDetail:
    """All that the KPI page shows; the number of queries depends on neither tree nor periods."""
    definition = definition_of(kpi)
    known = rules_of(definition)
    last = calendar.containing(as_of, frequency)
    course = tuple(calendar.shift(last, n) for n in range(1 - SHOWN[frequency], 1))
    chosen = (calendar.previous(period), period)
    children = [node for node in tree if node.parent_id == department.id]
    own = [(department.id, known)]
    now = read_many([*own, *((child.id, known) for child in children)], chosen, calendar, as_of)
    return KpiDetail(
        kpi=kpi,
        definition=definition,
        known=known,
        calendar=calendar,
        period=period,
        frequency=frequency,
        now=now[0][1],
        before=now[0][0],
        year_to_date=_year_to_date(department.id, known, period, calendar, as_of),
        course=tuple(map(Dated, course, read_many(own, course, calendar, as_of)[0])),
        below=tuple(
            Below(child, cells[1])
            for child, cells in zip(children, now[1:], strict=True)
            if cells[1].applicable
        ),
        series=Series.objects.filter(kpi=kpi, department_id=department.id).select_related("steward").first(),
        revisions=_revisions(kpi, known, department.id, now[0][1].shown),
    )


def _year_to_date(
    department_id: int, known: KnownRules, period: Period, calendar: Calendar, as_of: dt.date
) -> Cell | None:
    """The year to date through the period's end, or through today where that comes first."""
    finest = row_layout(known.rules.frequency, Grain.CALENDAR).ytd.frequency
    through = calendar.containing(min(calendar.end(period), as_of), finest)
    if calendar.end(through) > min(calendar.end(period), as_of) and calendar.previous(through).ordinal >= 0:
        before = calendar.previous(through)
        if calendar.fiscal_year_of(before) == calendar.fiscal_year_of(through):
            through = before
    cell = read_many([(department_id, known)], [through], calendar, as_of, year_to_date=True)[0][0]
    return cell if cell.value is not None else None


def _revisions(kpi: KPI, known: KnownRules, department_id: int, shown: Period) -> tuple[Measurement, ...]:
    """Revisions of the shown value, where it is one that was reported; else of nothing."""
    if shown.frequency != known.rules.frequency:
        return ()
    return tuple(revisions(kpi, department_id, shown.ordinal)[:20])
