"""When a task moves, the initiatives whose tasks wait for it get a notice, and their leads one mail each."""

import datetime as dt
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from django.utils import timezone

from core.models import OutboxEvent
from core.outbox import subscribe
from initiatives.models import Dependency, Initiative, PlanNotice, Task
from initiatives.planning.letters import send_notices
from initiatives.planning.moves import TASK_MOVED
from initiatives.planning.network import scheduled, schedules_of
from initiatives.schedule import Timing
from org.models import User


def tell_waiting(event: OutboxEvent) -> None:
    """Store a notice for each task of another initiative that waits for what moved, once a move."""
    moved = Task.objects.filter(pk=event.payload["task"]).select_related("initiative").first()
    if moved is None:
        return
    before, after = (_day(event.payload[name]) for name in ("before", "after"))
    timings = schedules_of([moved.initiative_id], timezone.localdate())
    stored = [
        _notice(moved, task, before, after, timings)
        for task in _waiting(moved, timings)
        if not _is_told(moved, task, before, after)
    ]
    by_initiative: dict[int, list[PlanNotice]] = defaultdict(list)
    for notice in PlanNotice.objects.bulk_create(stored):
        by_initiative[notice.initiative_id].append(notice)
    for notices in by_initiative.values():
        _mail(notices)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _waiting(moved: Task, timings: Mapping[int, Timing]) -> list[Task]:
    """Tasks of other initiatives that wait for it: at once, or through tasks of its own that it delays."""
    direct = set(Dependency.objects.filter(before=moved).values_list("after", flat=True))
    rows = Dependency.objects.filter(before__initiative=moved.initiative_id).values_list("before", "after")
    follow: dict[int, list[int]] = defaultdict(list)
    for one, other in rows:
        follow[one].append(other)
    reached = _reached(moved.pk, follow)
    found = Task.objects.filter(scheduled("initiative__"), pk__in=reached).select_related("initiative")
    return [
        each
        for each in found.exclude(initiative=moved.initiative_id).filter(done_on__isnull=True)
        if each.pk in direct or (each.pk in timings and timings[each.pk].delay_days)
    ]


def _reached(first: int, follow: Mapping[int, Iterable[int]]) -> set[int]:
    """Everything behind a task, as far as the bonds of its own initiative lead."""
    found: set[int] = set()
    waiting = deque([first])
    while waiting:
        for after in follow.get(waiting.popleft(), ()):
            if after not in found:
                found.add(after)
                waiting.append(after)
    return found


def _is_told(moved: Task, task: Task, before: dt.date | None, after: dt.date | None) -> bool:
    """Whether this very move waits to be read already, from a message that came twice."""
    told = PlanNotice.objects.filter(moved=moved, task=task, seen_at__isnull=True)
    return told.filter(ended_on=before, ends_on=after).exists()


def _notice(
    moved: Task, task: Task, before: dt.date | None, after: dt.date | None, timings: Mapping[int, Timing]
) -> PlanNotice:
    delay = timings[task.pk].delay_days if task.pk in timings else 0
    return PlanNotice(
        initiative=task.initiative, task=task, moved=moved, ended_on=before, ends_on=after, delay_days=delay
    )


def _mail(notices: list[PlanNotice]) -> None:
    initiative = Initiative.objects.select_related("lead").get(pk=notices[0].initiative_id)
    lead = initiative.lead
    if isinstance(lead, User) and lead.may_sign_in and lead.email:
        send_notices(initiative, lead, notices)


subscribe(TASK_MOVED, tell_waiting)
