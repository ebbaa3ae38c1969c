"""The risks of the demonstration: how they were rated over the last year, so that something moved."""

import datetime as dt

from risks.enums import RatingKind
from risks.matrices import score_of
from risks.models import RiskMatrix, RiskRating
from risks.pictures.places import matrix_in_use
from smo.demo.risks.scene import Register

Cell = tuple[int, int]
# Code: without controls, ten months ago, last month, when the response is done; likelihood and impact each.
RATED: dict[str, tuple[Cell, Cell, Cell, Cell]] = {
    "STORM-SURGE": ((4, 5), (3, 5), (3, 5), (2, 4)),
    "BUS-DRIVERS": ((5, 4), (3, 4), (4, 4), (2, 3)),
    "DEPOT-FIRE": ((3, 4), (2, 4), (2, 4), (1, 3)),
    "BRIDGE-CRACK": ((3, 5), (2, 4), (3, 4), (2, 3)),
    "FLOOD-PERMIT": ((4, 4), (3, 3), (3, 4), (2, 3)),
    "CYBER": ((5, 5), (4, 5), (3, 5), (2, 4)),
    "RATE-RISE": ((4, 3), (4, 3), (3, 3), (3, 2)),
    "CONTRACTOR": ((4, 4), (2, 4), (4, 4), (2, 3)),
    "FERRY-STRIKE": ((3, 3), (3, 3), (2, 3), (2, 2)),
    "BATHING-WATER": ((4, 3), (3, 3), (3, 3), (2, 2)),
    "COMPLAINT-FLOOD": ((4, 2), (3, 2), (4, 2), (2, 2)),
    "FUNDING-CUT": ((4, 4), (3, 4), (3, 4), (3, 3)),
    "SHOPS-PROTEST": ((4, 2), (4, 2), (3, 2), (2, 2)),
    "TRADE-LOST": ((3, 3), (2, 3), (2, 3), (1, 3)),
    "PERMIT-APPEAL": ((4, 3), (3, 3), (2, 3), (2, 2)),
    "CRANE-DOWN": ((3, 4), (2, 4), (2, 4), (1, 4)),
    "HEATWAVE": ((5, 3), (4, 2), (4, 3), (4, 2)),
    "DATA-WRONG": ((4, 3), (3, 3), (2, 3), (1, 2)),
    "EU-GRANT": ((2, 4), (2, 4), (3, 4), (4, 4)),
    "CRUISE-SHORE-POWER": ((2, 3), (2, 3), (3, 3), (4, 4)),
    "UNIVERSITY": ((2, 4), (2, 4), (2, 4), (3, 5)),
    "REMOTE-WORK": ((3, 2), (3, 2), (3, 2), (4, 2)),
}
"""What is left out stays unrated."""


def store(register: Register) -> None:
    """Rate what nobody rated yet."""
    matrix = matrix_in_use()
    assert matrix is not None
    rows = [row for code, cells in RATED.items() for row in _ratings(register, matrix, code, cells)]
    RiskRating.objects.bulk_create(rows)


def _ratings(
    register: Register, matrix: RiskMatrix, code: str, cells: tuple[Cell, Cell, Cell, Cell]
) -> list[RiskRating]:
    risk = register.risks[code]
    if risk.ratings.filter(kind=RatingKind.INHERENT).exists():
        return []
    kinds = (RatingKind.INHERENT, RatingKind.CURRENT, RatingKind.CURRENT, RatingKind.TARGET)
    return [
        RiskRating(
            risk=risk,
            kind=kind,
            matrix=matrix,
            likelihood=likelihood,
            impact=impact,
            score=score_of(matrix, likelihood, impact),
            rated_on=register.today - dt.timedelta(days=days),
            assessor=risk.owner,
        )
        for kind, (likelihood, impact), days in zip(kinds, cells, (300, 300, 30, 30), strict=True)
    ]
