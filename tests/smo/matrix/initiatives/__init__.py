"""The rows of every topic of initiatives."""

from org.models import User
from strategy.models import Plan
from tests.smo.matrix.initiatives import (
    benefits,
    coordination,
    framework,
    gates,
    imports,
    means,
    optimising,
    planning,
    portfolio,
    readiness,
    scoring,
    status,
)
from tests.smo.matrix.initiatives.made import make
from tests.smo.matrix.rows import Row

TOPICS = (
    portfolio,
    gates,
    framework,
    planning,
    status,
    benefits,
    means,
    coordination,
    scoring,
    optimising,
    readiness,
    imports,
)
INITIATIVE_PAGES: list[Row] = [row for topic in TOPICS for row in topic.PAGES]
INITIATIVE_API: list[Row] = [row for topic in TOPICS for row in topic.API]


def furnish_initiatives(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """Three initiatives, and what every topic adds to them."""
    made = make(people, plans)
    names: dict[str, object] = {
        "led": made.led.code,
        "restricted": made.restricted.code,
        "idea": made.idea.code,
    }
    for topic in TOPICS:
        names |= topic.furnish(people, made)
    return names
