"""Milestones and ends of tasks as iCalendar events (RFC 5545): of one initiative, or of one person."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Event

from initiatives.enums import TaskKind
from initiatives.models import Initiative, Task
from initiatives.planning.network import leaves, scheduled
from initiatives.queries import visible_initiatives
from strategy.calendar.events import calendar_of, register, whole_days


def calendar_of_plan(initiative: Initiative) -> bytes:
    """Every milestone and the end of every task of an initiative."""
    tasks = leaves().filter(initiative=initiative, ends_on__isnull=False)
    events = (_event(each) for each in tasks.select_related("initiative", "owner"))
    text: bytes = calendar_of(initiative.name, events).to_ical()
    return text


def events_of(user: Any, first: dt.date, last: dt.date) -> Iterator[Event]:
    """What a person's own calendar holds: their tasks' ends, and milestones of what they lead or sponsor."""
    seen = visible_initiatives(user).filter(scheduled()).order_by().values("pk")
    days = leaves().filter(initiative__in=seen, ends_on__range=(first, last), done_on__isnull=True)
    led = days.filter(kind=TaskKind.MILESTONE, initiative__lead=user.pk)
    sponsored = days.filter(kind=TaskKind.MILESTONE, initiative__sponsor=user.pk)
    for task in (days.filter(owner=user.pk) | led | sponsored).select_related("initiative", "owner"):
        yield _event(task)


def _event(task: Task) -> Event:
    kind = _("Milestone") if task.kind == TaskKind.MILESTONE else _("End of a task")
    assert task.ends_on is not None
    url = f"{reverse('initiative_plan', args=[task.initiative.code])}#task-{task.pk}"
    event = whole_days(f"task-{task.pk}", f"{kind}: {task.name}", task.ends_on, task.ends_on, url)
    event.add("categories", [kind])
    event.add("description", task.initiative.name)
    return event


register(events_of)
