"""Who is late with status updates of initiatives: beside late values in the office's list for chasing."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from comms.queries import reminded_on
from initiatives.status.duties import Duty, all_duties
from org.models import User

NAMED = 3


@dataclass(frozen=True)
class LateReporter:
    """Somebody with late updates (None: of initiatives that nobody leads), the longest late first."""

    person: User | None
    late: tuple[Duty, ...]
    reminded: bool

    @property
    def named(self) -> tuple[Duty, ...]:
        """Those that are listed by name."""
        return self.late[:NAMED]

    @property
    def more(self) -> int:
        """How many are not."""
        return max(len(self.late) - NAMED, 0)

    @property
    def since(self) -> dt.date:
        """The day since which the first of them is late."""
        return self.late[0].wanted_on


def late_reporters(user: Any, today: dt.date) -> list[LateReporter]:
    """Who leads what is late, of the initiatives that the user may know of; the longest late first."""
    by_person: dict[User | None, list[Duty]] = {}
    for duty in all_duties(user, today, today):
        if duty.is_late(today):
            by_person.setdefault(duty.initiative.lead, []).append(duty)
    reminded = reminded_on(today)
    people = [
        LateReporter(person, tuple(late), person is not None and person.pk in reminded)
        for person, late in by_person.items()
    ]
    return sorted(people, key=lambda each: (each.since, str(each.person)))
