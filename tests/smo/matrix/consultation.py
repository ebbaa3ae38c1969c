"""Who may do what with consultation rounds and guests."""

from org.models import User
from strategy.models import Plan
from tests.smo.matrix.rows import Row

PAGES: list[Row] = []
API: list[Row] = []


def furnish(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """One of each thing that the rows name, made by these people in the plans by state; returns its names."""
    return {}
