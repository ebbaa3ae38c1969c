"""Plan, baseline and money of many initiatives for the computed state: four queries, however many."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from initiatives.earned import Agreed, Facts, Money, Work
from initiatives.enums import TaskKind
from initiatives.models import Baseline, BaselineTask, MoneyLine, Task


class _Agreement(NamedTuple):
    """The latest baseline: its budget, its rows without phases, and the agreed ends by task."""

    budget: Decimal | None
    parts: list[Agreed]
    ends: dict[int, dt.date | None]


def facts_of(initiatives: Sequence[int]) -> dict[int, Facts]:
    """The facts of initiatives by their primary keys."""
    tasks: dict[int, list[Task]] = defaultdict(list)
    for task in Task.objects.filter(initiative__in=initiatives).only(*_READ):
        tasks[task.initiative_id].append(task)
    phases = {each.part_of_id for own in tasks.values() for each in own if each.part_of_id}
    agreed = _agreements(initiatives, phases)
    money = _money(initiatives)
    return {
        pk: _facts([task for task in tasks[pk] if task.pk not in phases], agreed.get(pk), money[pk])
        for pk in initiatives
    }


_READ = ("initiative", "part_of", "kind", "name", "weight", "progress", "ends_on", "done_on")


def _facts(tasks: list[Task], agreement: _Agreement | None, lines: list[MoneyLine]) -> Facts:
    ends = agreement.ends if agreement else {}
    work = tuple(
        Work(
            name=each.name,
            is_milestone=each.kind == TaskKind.MILESTONE,
            weight=each.weight,
            progress=each.progress / 100,
            ends_on=each.ends_on,
            done_on=each.done_on,
            agreed_end=ends.get(each.pk),
        )
        for each in tasks
    )
    agreed = tuple(agreement.parts) if agreement else None
    return Facts(work, agreed, money_of_lines(lines, agreement.budget if agreement else None))


def _agreements(initiatives: Iterable[int], phases: set[int]) -> dict[int, _Agreement]:
    """The latest baseline of each initiative that has one."""
    newest = Baseline.objects.filter(initiative__in=initiatives).order_by("initiative_id", "-number")
    latest = {each.pk: each for each in newest.distinct("initiative_id")}
    found = {each.initiative_id: _Agreement(each.budget, [], {}) for each in latest.values()}
    for row in BaselineTask.objects.filter(baseline__in=latest):
        if row.task_id in phases:
            continue
        agreement = found[latest[row.baseline_id].initiative_id]
        agreement.parts.append(
            Agreed(row.kind == TaskKind.MILESTONE, row.weight, row.starts_on, row.ends_on or row.starts_on)
        )
        if row.task_id is not None:
            agreement.ends[row.task_id] = row.ends_on
    return found


def _money(initiatives: Iterable[int]) -> dict[int, list[MoneyLine]]:
    lines: dict[int, list[MoneyLine]] = defaultdict(list)
    for line in MoneyLine.objects.filter(initiative__in=initiatives):
        lines[line.initiative_id].append(line)
    return lines


def money_of_lines(lines: Sequence[MoneyLine], agreed: Decimal | None = None) -> Money:
    """The money of the whole life; `agreed`: the budget of the baseline, which goes before that of the lines.

    In the end each line costs its forecast, else the largest of what is agreed, committed and spent; where no
    line has a forecast, nothing is expected.
    """
    foreseen = any(each.forecast is not None for each in lines)
    return Money(
        budget=_number(agreed if agreed is not None else _sum(each.budget for each in lines)),
        spent=_number(_sum(each.actual for each in lines)),
        outturn=_number(_sum(_outturn(each) for each in lines)) if foreseen else None,
    )


def _outturn(line: MoneyLine) -> Decimal | None:
    if line.forecast is not None:
        return line.forecast
    known = [each for each in (line.budget, line.committed, line.actual) if each is not None]
    return max(known, default=None)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of what is known; None where nothing is."""
    known = [each for each in amounts if each is not None]
    return sum(known, Decimal()) if known else None


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)
