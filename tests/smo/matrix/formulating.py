"""The rows of every topic of formulating the strategy."""

from org.models import User
from strategy.models import Plan
from tests.smo.matrix import analysis, cascade, collecting, consultation, documents, goals, mapping, revisions
from tests.smo.matrix.rows import Row

TOPICS = (analysis, cascade, collecting, consultation, documents, goals, mapping, revisions)
FORMULATING_PAGES: list[Row] = [row for topic in TOPICS for row in topic.PAGES]
FORMULATING_API: list[Row] = [row for topic in TOPICS for row in topic.API]


def furnish(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """What every topic adds to the world."""
    made: dict[str, object] = {}
    for topic in TOPICS:
        made |= topic.furnish(people, plans)
    return made
