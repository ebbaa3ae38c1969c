"""Which of the things that are due from somebody are worth a mail today.

A mail comes when something is said for the first time: up to three days before its day, on the day, and once
it is late; what stays late is said again every week. The mail then names everything that is due, so that
nobody gets two.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comms.models import Reminder
from core.due import DueItem, due_from

AHEAD = dt.timedelta(days=3)
AGAIN = dt.timedelta(days=7)
# How long it is remembered that something was said; what is due longer is late and said every week anyway.
REMEMBERED = dt.timedelta(days=30)


@dataclass(frozen=True)
class Due:
    """What a mail names: late, due today, due soon."""

    late: tuple[DueItem, ...]
    today: tuple[DueItem, ...]
    soon: tuple[DueItem, ...]

    @property
    def items(self) -> tuple[DueItem, ...]:
        """Everything, the most urgent first."""
        return self.late + self.today + self.soon


def due_now(person: Any, today: dt.date) -> Due:
    """What is due from a person within three days, late things included."""
    items = due_from(person, today, today + AHEAD)
    return Due(
        late=tuple(item for item in items if item.is_late(today)),
        today=tuple(item for item in items if item.due_on == today),
        soon=tuple(item for item in items if item.due_on > today),
    )


def is_worth_a_mail(due: Due, said: Mapping[str, dt.date], today: dt.date) -> bool:
    """Whether something is due that was not said yet, or not since it became more urgent."""
    return any(_is_news(item, said.get(item.key), today) for item in due.items)


def _is_news(item: DueItem, said: dt.date | None, today: dt.date) -> bool:
    """Whether an item is to be said that was last said on a day (None: never)."""
    if said is None:
        return True
    if item.is_late(today):
        return said <= item.due_on or today - said >= AGAIN
    return item.due_on == today and said < today


def last_said(people: Sequence[Any], today: dt.date) -> dict[int, dict[str, dt.date]]:
    """When each item was last named in a mail, by person and key; one query."""
    found: dict[int, dict[str, dt.date]] = {}
    mails = Reminder.objects.filter(person__in=people, day__gt=today - REMEMBERED).order_by("day")
    for person, day, keys in mails.values_list("person_id", "day", "items"):
        found.setdefault(person, {}).update(dict.fromkeys(keys, day))
    return found
