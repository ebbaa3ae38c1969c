"""History of every table by database triggers, with the acting user as context.

Engine tables carry none: their own rows are their history (`core.models.dated`).
"""

from typing import TypeVar

import pghistory
from django.db import models

Model = TypeVar("Model", bound=type[models.Model])


def tracked(model: Model) -> Model:
    """Class decorator: every insert, change and removal of the model's rows is kept, in bulk too."""
    return pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())(model)


def tracked_without(*fields: str):  # type: ignore[no-untyped-def]
    """As `tracked`, but `fields` (secrets, clocks) are not copied into the history."""

    def decorate(model: Model) -> Model:
        events = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
        return pghistory.track(*events, exclude=list(fields))(model)

    return decorate
