"""How far initiatives are by their tasks, how far they should be by their baselines, and what is late.

Progress is the mean of the tasks' progress weighted by `Task.weight`; phases are their parts. Planned
progress is what earned value calls planned value in percent (PMI, "Practice Standard for Earned Value
Management"),
with work spread evenly over each task's days.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from initiatives.enums import UNDER_WAY, TaskKind
from initiatives.models import BaselineTask, Initiative, Task
from initiatives.planning.baselines import latest_baselines
from initiatives.planning.network import leaves

Wanted = Iterable[Initiative | int]


def progress_of(initiatives: Wanted) -> dict[int, float]:
    """Progress in percent by the initiative's primary key; without weighed tasks it is missing; one query."""
    rows = leaves().filter(initiative__in=_keys(initiatives), weight__gt=0)
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for initiative, weight, progress in rows.values_list("initiative", "weight", "progress"):
        sums[initiative][0] += weight * progress
        sums[initiative][1] += weight
    return {key: done / weight for key, (done, weight) in sums.items()}


def planned_progress(initiatives: Wanted, day: dt.date) -> dict[int, float]:
    """How far each should be at the end of a day by its latest baseline, in percent; two queries.

    Without a baseline, or where it weighs nothing that has a day, an initiative is missing.
    """
    latest = latest_baselines(initiatives)
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    rows = BaselineTask.objects.filter(baseline__in=latest.values(), weight__gt=0)
    for row in rows.select_related("baseline"):
        share = planned_share(row.kind, row.starts_on, row.ends_on, day)
        if share is not None:
            sums[row.baseline.initiative_id][0] += row.weight * share
            sums[row.baseline.initiative_id][1] += row.weight
    return {key: 100 * done / weight for key, (done, weight) in sums.items()}


def planned_share(
    kind: str, starts_on: dt.date | None, ends_on: dt.date | None, day: dt.date
) -> float | None:
    """What share of a task should be done at the end of a day, 0 to 1; None where it has no day."""
    first, last = starts_on or ends_on, ends_on or starts_on
    if first is None or last is None:
        return None
    if kind == TaskKind.MILESTONE:
        return 1.0 if day >= last else 0.0
    return min(1.0, max(0.0, ((day - first).days + 1) / ((last - first).days + 1)))


def late_tasks_of(initiatives: Wanted, today: dt.date) -> dict[int, list[Task]]:
    """What should be done and is not, by the initiative's primary key; the earliest first; one query."""
    late = leaves().filter(initiative__in=_keys(initiatives), ends_on__lt=today, done_on__isnull=True)
    found: dict[int, list[Task]] = defaultdict(list)
    for task in late.select_related("owner", "initiative").order_by("ends_on", "pk"):
        if is_late(task, today):
            found[task.initiative_id].append(task)
    return dict(found)


def is_late(task: Task, today: dt.date) -> bool:
    """Whether a task's day has passed while its initiative is under way."""
    has_passed = task.ends_on is not None and task.ends_on < today
    return has_passed and task.done_on is None and task.initiative.stage in UNDER_WAY


def _keys(initiatives: Wanted) -> list[int]:
    return [each.pk if isinstance(each, Initiative) else each for each in initiatives]
