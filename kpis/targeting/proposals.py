"""Targets of a year made of what is there: copied, grown by a percentage, or one figure spread over it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from kpis.engine import target_shapes
from kpis.engine.frequency import Period
from kpis.engine.rules import TimeRollup
from kpis.engine.scoring import Direction
from kpis.intake import RawTarget
from kpis.models import Series, SeriesTarget
from kpis.targeting.subject import Key, TargetedKpi

Lines = Mapping[str, float | None]


@dataclass(frozen=True)
class Proposal:
    """What a series' target of a period would become; by names of lines; an empty one is left out."""

    series: Series
    period: Period
    old: Lines
    new: Lines
    note: str = ""

    @property
    def changes(self) -> bool:
        """Whether it says something new."""
        return dict(self.old) != dict(self.new)

    def raw(self, targeted: TargetedKpi) -> RawTarget:
        """As a row for `kpis.intake`."""
        code, period = self.series.department.code, targeted.calendar.format(self.period)
        lines: Any = self.new
        return RawTarget(targeted.kpi.code, code, period, **lines, note=self.note)


def copied(
    targeted: TargetedKpi, series: Sequence[Series], *, source_year: int, year: int, source: Series | None
) -> list[Proposal]:
    """The targets of another year, each department's own or (`source`) those of one department.

    A period without a target there is left as it is.
    """
    return _made_of(targeted, series, source_year, year, source, lambda value: value)


def grown(
    targeted: TargetedKpi, series: Sequence[Series], *, source_year: int, year: int, percent: float
) -> list[Proposal]:
    """The targets of another year, or of the same, with every line changed by so many percent."""
    decimals = targeted.kpi.decimals
    return _made_of(
        targeted,
        series,
        source_year,
        year,
        None,
        lambda value: target_shapes.grown(value, percent, decimals),
    )


def _made_of(
    targeted: TargetedKpi,
    series: Sequence[Series],
    source_year: int,
    year: int,
    source: Series | None,
    change: Callable[[float], float],
) -> list[Proposal]:
    there, here = targeted.stored(source_year), targeted.stored(year)
    proposals = []
    for each in series:
        origin = (source or each).department_id
        for period in _reported_periods(targeted, each, year):
            like = there.get((origin, targeted.like(period, year - source_year).ordinal))
            lines = _lines_of(targeted, like)
            if like is not None and lines:
                new = {name: change(value) for name, value in lines.items() if value is not None}
                proposals.append(_proposal(targeted, here, each, period, new))
    return proposals


@dataclass(frozen=True)
class SpreadOut:
    """Proposals of a spread figure, and how much of the year before gave them their shape."""

    proposals: list[Proposal]
    known: int
    periods: int
    even: bool


def spread_over(
    targeted: TargetedKpi, series: Series, *, year: int, target: float, red_line: float | None = None
) -> SpreadOut:
    """A year's target (and its red line) over the periods in which the series reports, as last year went.

    Raises Refused for a band, and where the series reports in none of the year's periods.
    """
    if targeted.definition.direction == Direction.BAND:
        raise Refused([Fault(_("A band is not spread: its edges are the same all year."), field="target")])
    periods = _reported_periods(targeted, series, year)
    if not periods:
        raise Refused([Fault(_("The department does not report it in that year."), field="year")])
    actuals, here = targeted.actuals(year - 1), targeted.stored(year)
    before = [actuals.get((series.department_id, targeted.like(each, 1).ordinal)) for each in periods]
    rollup, decimals = TimeRollup(targeted.definition.time_rollup), targeted.kpi.decimals
    shaped = target_shapes.spread(target, before, rollup, decimals)
    new = [{"target": part} for part in shaped.parts]
    if red_line is not None:
        lines = target_shapes.spread(red_line, before, rollup, decimals).parts
        new = [{**each, "red_line": line} for each, line in zip(new, lines, strict=True)]
    proposals = [
        _proposal(targeted, here, series, period, lines) for period, lines in zip(periods, new, strict=True)
    ]
    return SpreadOut(proposals, shaped.known, len(periods), shaped.even)


def _reported_periods(targeted: TargetedKpi, series: Series, year: int) -> list[Period]:
    return [each for each in targeted.periods(year) if targeted.reports(series, each)]


def _proposal(
    targeted: TargetedKpi, here: Mapping[Key, SeriesTarget], series: Series, period: Period, new: Lines
) -> Proposal:
    stored = here.get((series.department_id, period.ordinal))
    return Proposal(series, period, _lines_of(targeted, stored), new, stored.note if stored else "")


def _lines_of(targeted: TargetedKpi, stored: SeriesTarget | None) -> dict[str, float | None]:
    found = {name: getattr(stored, name, None) for name in targeted.lines}
    return {name: value for name, value in found.items() if value is not None}
