"""What of the history is not for everybody who may read it: each app says which events it keeps from whom."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

Hidden = Callable[[Any], Q]
_hidden: dict[str, Hidden] = {}


def hide(kind: str, hidden: Hidden) -> None:
    """Keep from a reader the events of a kind ("strategy.analysisitem") that `hidden(reader)` is true of."""
    _hidden[kind] = hidden


def told_to(reader: Any, kind: str, events: QuerySet) -> QuerySet:
    """The events without those that are kept from the reader; None: the system itself, which sees all."""
    if reader is None or kind not in _hidden:
        return events
    return events.exclude(_hidden[kind](reader))
