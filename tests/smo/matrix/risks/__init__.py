"""The rows of every topic of risks."""

from org.models import User
from strategy.models import Plan
from tests.smo.matrix.risks import (
    exposure,
    imports,
    indicators,
    matrices,
    pictures,
    rating,
    register,
    response,
    reviewing,
    workshops,
)
from tests.smo.matrix.risks.made import make
from tests.smo.matrix.rows import Row

TOPICS = (
    matrices,
    register,
    rating,
    workshops,
    response,
    indicators,
    reviewing,
    pictures,
    exposure,
    imports,
)
RISK_PAGES: list[Row] = [row for topic in TOPICS for row in topic.PAGES]
RISK_API: list[Row] = [row for topic in TOPICS for row in topic.API]


def furnish_risks(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """Three risks, and what every topic adds to them."""
    made = make(people, plans)
    names: dict[str, object] = {
        "owned": made.owned.code,
        "secret": made.secret.code,
        "elsewhere": made.elsewhere.code,
    }
    for topic in TOPICS:
        names |= topic.furnish(people, made)
    return names
