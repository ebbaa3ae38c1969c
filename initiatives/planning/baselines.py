"""What was agreed: the latest baselines, and how far plans have moved away from them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from initiatives.models import Baseline, BaselineTask, Initiative
from initiatives.planning.network import leaves, schedules_of


def latest_baselines(initiatives: Iterable[Initiative | int]) -> dict[int, Baseline]:
    """The baseline in force of each initiative that has one, by the initiative's primary key; one query."""
    keys = [each.pk if isinstance(each, Initiative) else each for each in initiatives]
    newest = Baseline.objects.filter(initiative__in=keys).order_by("initiative_id", "-number")
    return {each.initiative_id: each for each in newest.distinct("initiative_id").select_related("set_by")}


def tasks_of(baseline: Baseline | None) -> dict[int, BaselineTask]:
    """What a baseline says of tasks that still exist, by the task's primary key."""
    if baseline is None:
        return {}
    return {each.task_id: each for each in baseline.tasks.all() if each.task_id is not None}


@dataclass(frozen=True)
class Deviation:
    """A task against a baseline: days later (negative: earlier); None where one of the days is missing.

    `change`: "moved", "same", "new" (the baseline does not know it) or "gone" (only the baseline does).
    """

    name: str
    was_start: dt.date | None
    was_end: dt.date | None
    is_start: dt.date | None
    is_end: dt.date | None
    start_days: int | None
    end_days: int | None
    change: str


def deviations(initiative: Initiative, baseline: Baseline) -> list[Deviation]:
    """Every task against a baseline, in the order of the plan, then what is gone; two queries."""
    agreed = list(baseline.tasks.all())
    by_task = {each.task_id: each for each in agreed if each.task_id is not None}
    found = []
    for task in leaves().filter(initiative=initiative).order_by("position", "pk"):
        was = by_task.get(task.pk)
        found.append(_deviation(task.name, was, task.starts_on, task.ends_on))
    gone = [each for each in agreed if each.task_id is None]
    return found + [
        Deviation(each.name, each.starts_on, each.ends_on, None, None, None, None, "gone") for each in gone
    ]


def _deviation(
    name: str, was: BaselineTask | None, starts_on: dt.date | None, ends_on: dt.date | None
) -> Deviation:
    if was is None:
        return Deviation(name, None, None, starts_on, ends_on, None, None, "new")
    start, end = days_later(was.starts_on, starts_on), days_later(was.ends_on, ends_on)
    same = (was.starts_on, was.ends_on) == (starts_on, ends_on)
    change = "same" if same else "moved"
    return Deviation(name, was.starts_on, was.ends_on, starts_on, ends_on, start, end, change)


def days_later(was: dt.date | None, is_now: dt.date | None) -> int | None:
    """By how many days a day moved; None where one is missing."""
    return (is_now - was).days if was is not None and is_now is not None else None


def expected_ends(initiatives: Iterable[Initiative | int], today: dt.date) -> dict[int, dt.date]:
    """When the last task of each is expected to end, with the delays of all it waits for; four queries."""
    keys = [each.pk if isinstance(each, Initiative) else each for each in initiatives]
    timings = schedules_of(keys, today)
    of: Mapping[int, int] = dict(leaves().filter(initiative__in=keys).values_list("pk", "initiative"))
    ends: dict[int, dt.date] = {}
    for pk, initiative in of.items():
        if pk in timings:
            ends[initiative] = max(ends.get(initiative, timings[pk].ends_on), timings[pk].ends_on)
    return ends
