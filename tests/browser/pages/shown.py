"""A page as the browser looks at it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """A page: who looks at it, and a statement whose one row holds the arguments of its route."""

    by: str
    arguments: str = ""
    query: str = ""
