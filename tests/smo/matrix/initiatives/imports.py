"""Who may do what with initiatives: imports."""

from org.models import User
from tests.smo.matrix.callers import STAFF
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import Row, page

PAGES: list[Row] = [*page("import_initiatives", get=(STAFF,), post=(STAFF,))]
API: list[Row] = []


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Nothing more."""
    return {}
