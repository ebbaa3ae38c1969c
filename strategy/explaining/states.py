"""Reading the two states of a plan between which a change is explained."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kpis.as_of import AsOf
from kpis.cells import read_cells
from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar
from kpis.explaining import cells_by_old_definition, leaf_of
from kpis.store.rules import KnownRules, read_rules
from strategy.explaining.state import PlanState
from strategy.models import Plan
from strategy.scoring.structure import read_plan_over_time
from strategy.scoring.tree import score_plan


@dataclass(frozen=True)
class Place:
    """A plan at a department in a period."""

    plan: Plan
    department_id: int
    period: Period
    calendar: Calendar


@dataclass(frozen=True)
class States:
    """What is compared: the plan then and now."""

    before: PlanState
    now: PlanState


def read_periods(place: Place, earlier: Period, as_of: AsOf) -> States:
    """An earlier period and the period, both as known on the same day and by the same definitions."""
    apart = place.period.ordinal - earlier.ordinal
    states = _read(place, [place.calendar.shift(earlier, n) for n in range(apart + 1)], as_of)
    return States(states[0], states[-1])


def read_two_days(place: Place, then: AsOf, as_of: AsOf) -> States:
    """The period as known on an earlier day and on the as-of day, each by the definitions of its day.

    For KPIs whose definition is another since then the later cells are read by both definitions, so that
    what the definition did can be told from what the values did.
    """
    [before] = _read(place, [place.period], then)
    [now] = _read(place, [place.period], as_of)
    both = before.rules.keys() & now.rules.keys()
    changed = [before.rules[key] for key in sorted(both) if before.rules[key].rules != now.rules[key].rules]
    return States(before, _by_both_definitions(place, now, changed, then, as_of))


def _read(place: Place, periods: Sequence[Period], as_of: AsOf) -> list[PlanState]:
    """The plan in consecutive periods as known at the end of a day; nine queries."""
    moment, calendar = as_of.known_at, place.calendar
    over_time = read_plan_over_time(place.plan, moment)
    rules = {each.kpi_id: each for each in read_rules(over_time.kpi_ids, moment)}
    over_time = over_time.measured_by(rules)
    known = list(rules.values())
    grid = read_cells(place.department_id, known, periods, calendar, as_of.day, known_at=moment)
    states = []
    for i, period in enumerate(periods):
        cells = {key: row[i] for key, row in grid.cells.items()}
        day = min(calendar.end(period), max(as_of.day, calendar.start(period)))
        scores = score_plan(over_time, cells, day)
        states.append(PlanState(over_time, period, day, rules, cells, scores))
    return states


def _by_both_definitions(
    place: Place, now: PlanState, changed: Sequence[KnownRules], then: AsOf, as_of: AsOf
) -> PlanState:
    """The later state with the leaves that its changed KPIs would make by the earlier definition."""
    if not changed or then.known_at is None:
        return now
    cells = cells_by_old_definition(
        place.department_id, changed, place.period, place.calendar, as_of, then.known_at
    )
    leaves = {
        key: leaf_of(cells[key], rules, leaf_of(now.cells[key], now.rules[key]))
        for key, rules in ((each.kpi_id, each) for each in changed)
    }
    return replace(now, by_old_definition=leaves)
