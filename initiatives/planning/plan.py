"""The action plan of one initiative as its page shows it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from initiatives.enums import TaskKind
from initiatives.models import Baseline, BaselineTask, Initiative, Task
from initiatives.planning.baselines import days_later, latest_baselines, tasks_of
from initiatives.planning.delays import Delay, read_delays
from initiatives.planning.network import schedules_of
from initiatives.planning.progress import is_late, planned_progress
from initiatives.planning.ties import Tie, Ties, read_ties
from initiatives.schedule import Timing


@dataclass(frozen=True)
class PlanRow:
    """A line of the plan. A phase has the days and the progress of its parts, and neither timing nor ties.

    `moved_days`: how much later it ends than the baseline says; None without baseline or day.
    """

    task: Task
    is_phase: bool
    depth: int
    starts_on: dt.date | None
    ends_on: dt.date | None
    progress: float
    is_late: bool
    timing: Timing | None = None
    agreed: BaselineTask | None = None
    moved_days: int | None = None
    delay: Delay | None = None
    waits_for: Sequence[Tie] = ()
    holds: Sequence[Tie] = ()

    @property
    def is_done(self) -> bool:
        """Whether nothing of it is left."""
        return self.progress >= 100

    @property
    def is_milestone(self) -> bool:
        """Whether it marks a day."""
        return bool(self.task.kind == TaskKind.MILESTONE)

    @property
    def is_critical(self) -> bool:
        """Whether an end moves with it."""
        return self.timing is not None and self.timing.is_critical


@dataclass(frozen=True)
class ActionPlan:
    """The rows of a plan, phases followed by their parts, and what they come to."""

    initiative: Initiative
    rows: Sequence[PlanRow]
    baseline: Baseline | None
    progress: float | None
    planned: float | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    expected_end: dt.date | None

    @property
    def leaves(self) -> list[PlanRow]:
        """Tasks and milestones without phases."""
        return [row for row in self.rows if not row.is_phase]

    @property
    def late(self) -> list[PlanRow]:
        """What should be done and is not."""
        return [row for row in self.leaves if row.is_late]

    @property
    def delayed(self) -> list[PlanRow]:
        """What others delay."""
        return [row for row in self.leaves if row.delay is not None and row.delay.chain]

    @property
    def delay_days(self) -> int | None:
        """How much later than planned the whole is expected to end; None where there is no day."""
        return days_later(self.ends_on, self.expected_end)


@dataclass(frozen=True)
class _Known:
    """What a row says beside its task, by the task's primary key."""

    timings: Mapping[int, Timing]
    agreed: Mapping[int, BaselineTask]
    delays: Mapping[int, Delay]
    ties: Ties
    today: dt.date


def read_plan(initiative: Initiative, user: Any, today: dt.date) -> ActionPlan:
    """The plan as a user may see it; a constant number of queries."""
    tasks = list(initiative.tasks.select_related("owner", "department", "method_stage"))
    for task in tasks:
        task.initiative = initiative
    baseline = latest_baselines([initiative]).get(initiative.pk)
    timings = schedules_of([initiative], today) if tasks else {}
    delays = read_delays(initiative, user, timings)
    known = _Known(timings, tasks_of(baseline), delays, read_ties(initiative, user), today)
    planned = planned_progress([initiative], today).get(initiative.pk) if baseline else None
    return _whole(initiative, _rows(tasks, known), baseline, planned)


def _rows(tasks: Sequence[Task], known: _Known) -> list[PlanRow]:
    """Phases followed by their parts; whatever has no parts is no phase."""
    of_phase: dict[int | None, list[Task]] = defaultdict(list)
    for task in tasks:
        of_phase[task.part_of_id].append(task)
    rows: list[PlanRow] = []
    for task in of_phase[None]:
        parts = [_leaf(each, 1, known) for each in of_phase.get(task.pk, ())]
        rows += [_phase(task, parts), *parts] if parts else [_leaf(task, 0, known)]
    return rows


def _leaf(task: Task, depth: int, known: _Known) -> PlanRow:
    was = known.agreed.get(task.pk)
    return PlanRow(
        task,
        is_phase=False,
        depth=depth,
        starts_on=task.starts_on,
        ends_on=task.ends_on,
        progress=task.progress,
        is_late=is_late(task, known.today),
        timing=known.timings.get(task.pk),
        agreed=was,
        moved_days=days_later(was.ends_on, task.ends_on) if was else None,
        delay=known.delays.get(task.pk),
        waits_for=known.ties.waits_for.get(task.pk, ()),
        holds=known.ties.holds.get(task.pk, ()),
    )


def _phase(task: Task, parts: Sequence[PlanRow]) -> PlanRow:
    first, last = _span(parts)
    return PlanRow(
        task,
        is_phase=True,
        depth=0,
        starts_on=first,
        ends_on=last,
        progress=_progress(parts) or 0.0,
        is_late=any(each.is_late for each in parts),
    )


def _whole(
    initiative: Initiative,
    rows: Sequence[PlanRow],
    baseline: Baseline | None,
    planned: float | None,
) -> ActionPlan:
    parts = [row for row in rows if not row.is_phase]
    first, last = _span(parts)
    ends = [row.timing.ends_on for row in parts if row.timing is not None]
    return ActionPlan(
        initiative,
        rows,
        baseline,
        _progress(parts),
        planned,
        first,
        last,
        max(ends, default=None),
    )


def _span(rows: Sequence[PlanRow]) -> tuple[dt.date | None, dt.date | None]:
    days = [day for row in rows for day in (row.starts_on, row.ends_on) if day is not None]
    return min(days, default=None), max(days, default=None)


def _progress(rows: Sequence[PlanRow]) -> float | None:
    weight = sum(row.task.weight for row in rows)
    return sum(row.task.weight * row.progress for row in rows) / weight if weight else None
