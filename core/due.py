"""What is due from a person, over all apps; My work and the reminder mails are made of it."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, order=True)
class DueItem:
    """Something one person is to do by a day; `url` leads to the very place where it is done."""

    due_on: dt.date
    kind: str
    title: str
    url: str
    detail: str = ""

    @property
    def key(self) -> str:
        """What tells it from every other item of the same person; the same as long as it is due."""
        return f"{self.kind} {self.url}"

    def is_late(self, today: dt.date) -> bool:
        """Whether its day has passed."""
        return self.due_on < today


Provider = Callable[[Any, dt.date, dt.date], Iterable[DueItem]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Add `provider(user, today, until)`: what is due from the user up to `until`, late ones included."""
    _providers.append(provider)


def due_from(user: Any, today: dt.date, until: dt.date) -> list[DueItem]:
    """Everything due from this person, the earliest first."""
    return sorted(item for provider in _providers for item in provider(user, today, until))
