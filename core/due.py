"""What is due from a person, over all apps; My work and the reminder mails are made of it."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, order=True)
class DueItem:
    """Something one person is to do by a day."""

    due_on: dt.date
    kind: str
    title: str
    url: str
    detail: str = ""


Provider = Callable[[Any, dt.date, dt.date], Iterable[DueItem]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Add `provider(user, today, until)`: what is due from the user up to `until`, late ones included."""
    _providers.append(provider)


def due_from(user: Any, today: dt.date, until: dt.date) -> list[DueItem]:
    """Everything due from this person, the earliest first."""
    return sorted(item for provider in _providers for item in provider(user, today, until))
