"""What an update begins with, so that only what is new has to be written."""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from initiatives.earned import Computed
from initiatives.enums import UpdateState
from initiatives.models import Initiative, StatusUpdate, Task
from initiatives.status.checking import FIELDS, JUDGED

SOON = dt.timedelta(days=35)
MOST_TASKS = 4


def draft_of(initiative: Initiative) -> StatusUpdate | None:
    """What is written already."""
    found: StatusUpdate | None = initiative.updates.filter(state=UpdateState.DRAFT).first()
    return found


def last_update(initiative: Initiative) -> StatusUpdate | None:
    """The latest update that was handed in."""
    handed_in = initiative.updates.filter(state=UpdateState.SUBMITTED).select_related("author")
    found: StatusUpdate | None = handed_in.first()
    return found


def beginning(initiative: Initiative, last: StatusUpdate | None, computed: Computed) -> dict[str, Any]:
    """The draft where there is one; else the last update with what it announced as done.

    What is next comes from the action plan, progress too; lights and reasons are the last ones.
    """
    draft = draft_of(initiative)
    if draft is not None:
        return {name: getattr(draft, name) for name in FIELDS}
    begun: dict[str, Any] = {"next": _coming(initiative), "progress": _progress(last, computed)}
    if last is not None:
        begun |= {"done": last.next, "help_needed": last.help_needed}
        for name in JUDGED:
            begun |= {name: getattr(last, name), f"{name}_reason": getattr(last, f"{name}_reason")}
    return begun


def _progress(last: StatusUpdate | None, computed: Computed) -> int | None:
    if computed.progress is not None:
        return round(computed.progress * 100)
    return last.progress if last is not None else None


def _coming(initiative: Initiative) -> str:
    """The open tasks that end soon, a line each; where none does, the first that ends at all."""
    until = timezone.localdate() + SOON
    tasks = Task.objects.filter(initiative=initiative, parts=None, done_on=None, ends_on__isnull=False)
    first = list(tasks.order_by("ends_on", "position")[:MOST_TASKS])
    soon = [each for each in first if each.ends_on and each.ends_on <= until] or first[:1]
    return "\n".join(f"{each.name} ({_day(each.ends_on)})" for each in soon)


def _day(day: dt.date | None) -> str:
    return date_format(day, "j M") if day else ""
