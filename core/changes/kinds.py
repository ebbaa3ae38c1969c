"""What is kept a history of."""

from functools import lru_cache
from typing import Any

from django.apps import apps
from pghistory.models import Event

BOOKKEEPING = {"pgh_id", "pgh_created_at", "pgh_label", "pgh_obj", "pgh_context", "id"}


@lru_cache(maxsize=1)
def tracked_kinds() -> dict[str, type[Any]]:
    """The event table of each kind of object, by the object's label ("org.user")."""
    tables: list[Any] = [model for model in apps.get_models() if issubclass(model, Event)]
    tracked = [table for table in tables if table.pgh_tracked_model is not None]
    return {table.pgh_tracked_model._meta.label_lower: table for table in tracked}


def kind_name(kind: str) -> str:
    """A kind in words: "Department"."""
    name = str(tracked_kinds()[kind].pgh_tracked_model._meta.verbose_name)
    return name[:1].upper() + name[1:]


def kept_fields(event_model: type[Any]) -> list[Any]:
    """The fields of the object that its events hold, its primary key apart."""
    return [field for field in event_model._meta.fields if field.name not in BOOKKEEPING]
