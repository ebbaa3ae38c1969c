"""A page as the browser looks at it."""

from dataclasses import dataclass

# The plan whose agreed content can be changed now: the branch of a revision that is being written.
WRITTEN = "SELECT branch_id FROM strategy_revision WHERE state = 'drafting' ORDER BY id LIMIT 1"


@dataclass(frozen=True)
class Shown:
    """A page: who looks at it, and a statement whose one row holds the arguments of its route."""

    by: str
    arguments: str = ""
    query: str = ""
