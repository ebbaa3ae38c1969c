"""What else belongs to the history of an object: rows of other tables that say something of it."""

from collections import defaultdict
from collections.abc import Callable

from django.db.models import Q

# From the id of the object to what is true of the events of its rows.
Of = Callable[[int], Q]
_attached: dict[str, dict[str, Of]] = defaultdict(dict)


def attach(kind: str, part: str, of: str | Of) -> None:
    """Show with the objects of a kind ("strategy.priority") what happens to rows of `part`.

    `of`: the column of `part` that names the object, or a function that finds its events by the object's id.
    """
    _attached[kind][part] = of if callable(of) else _by(of)


def attached_to(kind: str) -> dict[str, Of]:
    """By kind what is attached to one, and how its events are found."""
    return _attached[kind]


def _by(column: str) -> Of:
    return lambda pk: Q(**{column: pk})
