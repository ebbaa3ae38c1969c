"""Who may do what with risks: imports."""

from org.models import User
from tests.smo.matrix.callers import STAFF
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.rows import Row, page

PAGES: list[Row] = [*page("import_risks", get=(STAFF,), post=(STAFF,))]
API: list[Row] = []


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Nothing more."""
    return {}
