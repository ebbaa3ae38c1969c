"""The initiatives of the demonstration: who does what by when, what waits for what, what was agreed."""

import datetime as dt

from django.utils import timezone

from initiatives.actions.planning import add_task, link_tasks, set_baseline
from initiatives.enums import TaskKind
from initiatives.models import Baseline, Initiative, PlanNotice, Task
from smo.demo.initiatives.planning_content import BONDS, MOVES, PLANS, Line, PlanSpec
from smo.demo.initiatives.scene import Portfolio


def store(portfolio: Portfolio) -> None:
    """Add the plans, then the bonds between them, then what was told of moves."""
    tasks: dict[str, Task] = {}
    for code, spec in PLANS.items():
        tasks |= _plan(portfolio, portfolio.initiatives[code], spec)
    staff = portfolio.people["smo"]
    for before, after, bond, lag in BONDS:
        link_tasks(by=staff, before=tasks[before], after=tasks[after], bond=bond, lag_days=lag)
    for moved, waits, days, delay in MOVES:
        _notice(tasks[moved], tasks[waits], days, delay)


def _plan(portfolio: Portfolio, initiative: Initiative, spec: PlanSpec) -> dict[str, Task]:
    stage = initiative.stage
    initiative.stage = "active"  # a plan that has ended was written before it did
    phases: dict[str, Task] = {}
    tasks = {}
    for line in spec.lines:
        if line.phase and line.phase not in phases:
            phases[line.phase] = add_task(by=None, initiative=initiative, name=line.phase)
        tasks[line.key] = _task(portfolio, initiative, line, phases.get(line.phase))
    for number, (ago, reason) in enumerate(spec.agreed, start=1):
        _agree(portfolio, initiative, ago, reason)
        share = number / len(spec.agreed)
        for line in spec.lines:
            _slip(tasks[line.key], line, portfolio.today, share)
    initiative.stage = stage
    return tasks


def _task(portfolio: Portfolio, initiative: Initiative, line: Line, phase: Task | None) -> Task:
    """The task as it was agreed, before it slipped."""
    first, last = _days(line, portfolio.today, 0.0)
    task = add_task(
        by=None,
        initiative=initiative,
        name=line.name,
        kind=TaskKind.TASK if line.first is not None else TaskKind.MILESTONE,
        part_of=phase,
        owner=portfolio.people[line.owner] if line.owner else None,
        starts_on=first,
        ends_on=last,
        weight=line.weight,
        progress=line.progress,
    )
    if line.progress == 100:
        task.done_on = portfolio.today + dt.timedelta(days=line.last)
        task.save(update_fields=["done_on"])
    return task


def _days(line: Line, today: dt.date, share: float) -> tuple[dt.date | None, dt.date]:
    """Its days after a share of its slip."""
    back = round(line.slip * (1 - share))
    first = today + dt.timedelta(days=line.first - back) if line.first is not None else None
    return first, today + dt.timedelta(days=line.last - back)


def _slip(task: Task, line: Line, today: dt.date, share: float) -> None:
    if line.slip:
        task.starts_on, task.ends_on = _days(line, today, share)
        task.save(update_fields=["starts_on", "ends_on"])


def _agree(portfolio: Portfolio, initiative: Initiative, ago: int, reason: str) -> None:
    baseline = set_baseline(by=initiative.lead, initiative=initiative, reason=reason)
    moment = timezone.now() - dt.timedelta(days=ago)
    Baseline.objects.filter(pk=baseline.pk).update(set_at=moment)


def _notice(moved: Task, waits: Task, days: int, delay: int) -> None:
    assert moved.ends_on is not None
    PlanNotice.objects.create(
        initiative=waits.initiative,
        task=waits,
        moved=moved,
        ended_on=moved.ends_on - dt.timedelta(days=days),
        ends_on=moved.ends_on,
        delay_days=delay,
    )
