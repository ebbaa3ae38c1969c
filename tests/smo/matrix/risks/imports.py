"""Who may do what with risks: imports."""

from org.models import User
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.rows import Row

PAGES: list[Row] = []
API: list[Row] = []


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Nothing more yet."""
    return {}
