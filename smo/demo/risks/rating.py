"""The risks of the demonstration: how they were rated over two years."""

from risks.actions.rating import rate_risk
from risks.enums import RatingKind
from smo.demo.history import months_before
from smo.demo.risks.scene import Register

# By code: inherent, two years ago, a year ago, two months ago, target; each likelihood and impact.
RATINGS = {
    "STORM-SURGE": ((5, 5), (4, 5), (4, 5), (3, 5), (2, 4)),
    "BUS-DRIVERS": ((5, 4), (3, 3), (4, 3), (4, 4), (2, 3)),
    "DEPOT-FIRE": ((3, 5), (2, 5), (2, 5), (3, 5), (2, 3)),
    "BRIDGE-CRACK": ((5, 4), (3, 4), (4, 4), (4, 4), (2, 3)),
    "FLOOD-PERMIT": ((4, 4), (3, 4), (3, 3), (3, 3), (1, 3)),
    "CYBER": ((5, 5), (4, 4), (4, 4), (3, 4), (2, 3)),
    "RATE-RISE": ((4, 4), (3, 3), (3, 3), (2, 3), (2, 2)),
    "CONTRACTOR": ((4, 5), (2, 4), (3, 4), (4, 4), (2, 3)),
    "FERRY-STRIKE": ((3, 3), (3, 3), (2, 3), (2, 3), (2, 2)),
    "BATHING-WATER": ((4, 3), (3, 3), (3, 3), (4, 3), (2, 2)),
    "COMPLAINT-FLOOD": ((4, 3), (3, 2), (3, 2), (3, 3), (2, 2)),
    "FUNDING-CUT": ((4, 4), (3, 4), (3, 4), (3, 4), (2, 3)),
    "SHOPS-PROTEST": ((4, 2), (3, 2), (3, 2), (3, 2), (2, 2)),
    "TRADE-LOST": ((3, 4), (2, 4), (2, 3), (2, 3), (1, 3)),
    "RECYCLING-PRICE": ((4, 2), (3, 2), (4, 2), (4, 2), (3, 2)),
    "HEATWAVE": ((5, 3), (4, 3), (4, 3), (4, 3), (3, 2)),
    "OIL-SPILL": ((3, 5), (2, 4), (2, 4), (2, 4), (1, 4)),
    "EU-GRANT": ((2, 4), (2, 4), (3, 4), (4, 4), (5, 4)),
    "CRUISE-SHORE-POWER": ((2, 3), (2, 3), (2, 3), (3, 3), (4, 3)),
    "UNIVERSITY": ((2, 3), (2, 3), (2, 3), (2, 3), (3, 4)),
    "REMOTE-WORK": ((3, 2), (3, 2), (3, 2), (3, 2), (4, 2)),
    "HEAT-PUMPS": ((3, 3), (2, 3), (3, 3), (3, 3), (4, 3)),
}
CURRENT, INHERENT, TARGET = RatingKind.CURRENT, RatingKind.INHERENT, RatingKind.TARGET
WHEN = ((24, INHERENT), (24, CURRENT), (12, CURRENT), (2, CURRENT), (2, TARGET))


def store(register: Register) -> None:
    """Rate what is in the table; the others stay unrated, which is a state too."""
    for code, levels in RATINGS.items():
        risk = register.risks[code]
        for (months, kind), (likelihood, impact) in zip(WHEN, levels, strict=True):
            rate_risk(
                by=risk.owner,
                risk=risk,
                kind=kind,
                likelihood=likelihood,
                impact=impact,
                rated_on=months_before(register.today, months),
            )
