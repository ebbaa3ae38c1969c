"""The tasks of initiatives that hang together by dependencies, and their computed schedule."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from django.db.models import F, Q, QuerySet

from initiatives.enums import UNDER_WAY, Stage, TaskKind
from initiatives.models import Dependency, Initiative, Task
from initiatives.schedule import Bond, Timing, Work, schedule
from initiatives.schedule.work import BondKind


def leaves() -> QuerySet[Task]:
    """Tasks and milestones that are no phases: what is done, weighed and scheduled."""
    return Task.objects.filter(parts__isnull=True)


def scheduled(prefix: str = "") -> Q:
    """Conditions on an initiative whose plan counts: not cancelled, archived or merged into another."""
    return Q(
        **{f"{prefix}archived_on__isnull": True, f"{prefix}merged_into__isnull": True},
    ) & ~Q(**{f"{prefix}stage": Stage.CANCELLED})


def connected(initiatives: Iterable[int]) -> set[int]:
    """These initiatives, and all that any chain of dependencies ties to them; by primary key, one query."""
    beside: dict[int, set[int]] = defaultdict(set)
    between = Dependency.objects.exclude(before__initiative=F("after__initiative"))
    for one, other in between.values_list("before__initiative", "after__initiative"):
        beside[one].add(other)
        beside[other].add(one)
    found: set[int] = set()
    waiting = list(initiatives)
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += beside[here]
    return found


def schedules_of(initiatives: Iterable[Initiative | int], today: dt.date) -> dict[int, Timing]:
    """The timing of every task of these initiatives and of those they hang together with; three queries."""
    wanted = connected(each.pk if isinstance(each, Initiative) else each for each in initiatives)
    return _schedule(leaves().filter(initiative__in=wanted), today)


def schedule_of_everything(today: dt.date) -> dict[int, Timing]:
    """The timing of every task of the portfolio; two queries."""
    return _schedule(leaves(), today)


def _schedule(tasks: QuerySet[Task], today: dt.date) -> dict[int, Timing]:
    works = [_work(*row) for row in tasks.filter(scheduled("initiative__")).values_list(*_READ)]
    known = {work.key for work in works}
    rows = Dependency.objects.values_list("before", "after", "bond", "lag_days")
    bonds = [
        Bond(before, after, cast(BondKind, bond), lag)
        for before, after, bond, lag in rows
        if before in known and after in known
    ]
    return schedule(works, bonds, today)


_READ = ("pk", "initiative", "initiative__stage", "kind", "starts_on", "ends_on", "progress", "done_on")


def _work(
    pk: int,
    initiative: int,
    stage: str,
    kind: str,
    starts_on: dt.date | None,
    ends_on: dt.date | None,
    progress: int,
    done_on: dt.date | None,
) -> Work:
    is_milestone = kind == TaskKind.MILESTONE
    if stage == Stage.COMPLETED and done_on is None:
        done_on = ends_on  # nobody waits for what an ended initiative left open
    return Work(
        pk,
        initiative,
        starts_on,
        ends_on,
        is_milestone=is_milestone,
        is_begun=progress > 0 and not is_milestone,
        done_on=done_on,
        is_running=stage in UNDER_WAY,
    )
