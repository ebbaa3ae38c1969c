"""What people of Port Selwyn saw and what the office made of it. All of it is invented."""

from typing import NamedTuple


class Wrote(NamedTuple):
    """An item that somebody (a login) wrote in a round; `key` is how the content names it."""

    key: str
    by: str
    quadrant: str
    statement: str
    evidence: str = ""
    impact: int | None = None
    likelihood: int | None = None


class RoundSpec(NamedTuple):
    """A round: whom it asked what, what they wrote, and how they voted (login → key → dots)."""

    name: str
    question: str
    people: tuple[str, ...]
    dots: int
    written: tuple[Wrote, ...]
    merged: tuple[tuple[str, str], ...] = ()
    votes: dict[str, dict[str, int]] = {}


class OptionSpec(NamedTuple):
    """An option; `priority`: the code of the one it became, `reason`: why it was chosen or dropped."""

    name: str
    description: str
    pairs: tuple[str, ...]
    value: int
    effort: int
    priority: str = ""
    reason: str = ""


PAST = RoundSpec(
    "What do you see from your desk?",
    "Name what we are good at, what we are not, and what is coming towards us: one thing an item.",
    ("head", "noor.abelson", "viewer"),
    5,
    (
        Wrote("crews", "head", "strength", "Depot crews know every street by name", "Staff survey", 4, 5),
        Wrote("compact", "viewer", "strength", "Most errands in town are shorter than three kilometres"),
        Wrote("berths", "noor.abelson", "strength", "Two deep berths that larger ferries can use", "", 4, 4),
        Wrote(
            "pumps",
            "noor.abelson",
            "weakness",
            "Half of the storm pumps are older than thirty years",
            "Inspection of the pump houses",
            5,
            4,
        ),
        Wrote("files", "head", "weakness", "Three offices keep three files on the same site", "", 3, 5),
        Wrote(
            "waiting",
            "viewer",
            "weakness",
            "People wait months and hear nothing about their permit",
            "Letters at the library's help desk",
            4,
            4,
        ),
        Wrote("sites", "viewer", "weakness", "Permits stand still while offices look for each other's files"),
        Wrote(
            "cycling",
            "head",
            "opportunity",
            "The region pays for cycle lanes until the end of the decade",
            "Regional mobility fund",
            4,
            5,
        ),
        Wrote("winter", "noor.abelson", "opportunity", "A ferry line looks for a winter port", "", 3, 3),
        Wrote("teachers", "viewer", "opportunity", "Young families look for towns with short ways", "", 3, 4),
        Wrote(
            "storms",
            "noor.abelson",
            "threat",
            "Storms come twice as often as the sea wall was built for",
            "Tide gauge since 1974",
            5,
            4,
        ),
        Wrote(
            "rents",
            "viewer",
            "threat",
            "Rents rise faster than the pay of nurses and dockers",
            "Rent register",
            5,
            4,
        ),
        Wrote(
            "drivers",
            "head",
            "threat",
            "Every second bus driver retires within eight years",
            "Staff register",
            4,
            5,
        ),
    ),
    merged=(("files", "sites"),),
    votes={
        "head": {"drivers": 2, "cycling": 2, "storms": 1},
        "noor.abelson": {"storms": 3, "pumps": 2},
        "viewer": {"rents": 3, "waiting": 2},
    },
)

OPEN = RoundSpec(
    "What did the last winter teach us?",
    "Streets, buses and the shore after three storms: what held, what did not, what do others do better?",
    ("contributor", "sefa.tamati", "marit.oyelaran", "viewer"),
    4,
    (
        Wrote("drills", "sefa.tamati", "strength", "The storm drill of October was why nobody was hurt"),
        Wrote("sand", "sefa.tamati", "weakness", "Sandbags lay on the wrong side of the canal", "", 3, 4),
        Wrote("buses", "contributor", "weakness", "Nobody could say at which stop the last bus had turned"),
    ),
)

PARTS = (
    ("vision", "A child in Port Selwyn can walk to school", "Short, safe ways on foot in every quarter."),
    ("vision", "swim in the bay", "Water that is clean enough on every summer day."),
    ("vision", "stay in the city when grown up, because there is work here and a home one can pay for", ""),
    ("mission", "We look after the streets, homes, shore and harbour of Port Selwyn", ""),
    ("mission", "with money that is not ours", "Every coin can be shown."),
    ("mission", "for people who cannot choose another city hall", "So they are heard, and hear from us."),
)

# Priority → the parts it serves and the items it answers. Nobody answers the drivers who retire, and no
# priority says yet that people are heard: the gap check names both.
ANSWERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "P1": ((PARTS[0][1],), ("compact", "cycling")),
    "P2": ((PARTS[2][1],), ("rents", "waiting", "files")),
    "P3": ((PARTS[1][1], PARTS[3][1]), ("storms", "pumps", "berths")),
    "P4": ((PARTS[4][1],), ("crews",)),
}

# What other parts of the analysis hold and these priorities answer, by its words.
ALSO: dict[str, tuple[str, ...]] = {
    "P1": ("Every fourth resident will be over 65 in ten years",),
    "P2": (
        "Building costs grow faster than the city's income",
        "Two thirds of permits can be asked for online",
        "Households want smaller homes",
        "Empty upper floors above shops could become homes",
    ),
    "P3": (
        "The sea stands higher every decade",
        "The ferry brings guests who come again",
        "Quayhaven lowers its berth dues",
        "Three lines bring most of the ferry guests",
        "Insurers may leave the low streets",
    ),
    "P4": (
        "Reserves carry one bad year",
        "The same faults come back within a year",
        "Posts stay vacant for months",
        "Fewer people learn a trade",
        "Sensors for water, bins and lights have become cheap",
    ),
}

OPTIONS = (
    OptionSpec(
        "Short ways everywhere",
        "Lanes and crossings with the region's money, where the town is compact enough to walk and cycle.",
        ("compact", "cycling"),
        5,
        3,
        "P1",
        "The money is there now, and the town is small enough.",
    ),
    OptionSpec(
        "Homes before growth",
        "One file for each site, permits in weeks, and land for those who work here.",
        ("files", "waiting", "rents"),
        5,
        4,
        "P2",
        "Without homes nobody stays to do the rest.",
    ),
    OptionSpec(
        "A harbour that lives with the sea",
        "The deep berths pay for walls and pumps.",
        ("berths", "storms"),
        5,
        5,
        "P3",
        "Chosen by most dots; the berths can carry it.",
    ),
    OptionSpec(
        "Winter port for the ferry line",
        "Full berths in February too.",
        ("berths", "winter"),
        3,
        3,
    ),
    OptionSpec(
        "A bus school of our own",
        "Crews train those who follow them.",
        ("crews", "drivers"),
        4,
        2,
    ),
    OptionSpec(
        "New houses on the north beach",
        "Room for young families by the water.",
        ("waiting", "teachers"),
        4,
        5,
        "",
        "The beach is the storm's way into town.",
    ),
)
