"""What Port Selwyn's initiatives are to bring, in words. All of it is invented."""

from typing import NamedTuple

from initiatives.enums import Realised


class BenefitSpec(NamedTuple):
    """A benefit; `due`, `check`: months from this one; `department` empty: the whole city's."""

    initiative: str
    name: str
    how: str
    kpi: str
    department: str
    expected: float | None
    money: int | None
    due: int
    check: int | None = None


class Look(NamedTuple):
    """What a look found; `on`, `again`: months from this one."""

    initiative: str
    benefit: str
    on: int
    verdict: str
    realised: float | None
    money: int | None
    note: str
    again: int | None = None


BENEFITS = tuple(
    BenefitSpec(*row)
    for row in (
        (
            "BUS-LANES",
            "Buses come when they should",
            "On a lane of their own they no longer stand in the queue at the bridge.",
            "bus-on-time",
            "transport",
            6.0,
            None,
            12,
            14,
        ),
        (
            "BUS-LANES",
            "More people on the bus",
            "Who can rely on it takes it.",
            "bus-trips",
            "transport",
            40.0,
            180_000,
            18,
        ),
        ("NIGHT-BUS", "Night trips", "Bakers and nurses.", "bus-trips", "depot-quay", 25.0, None, 10),
        (
            "STEP-FREE",
            "Stops one can roll onto",
            "Forty stops.",
            "step-free-stops",
            "transport",
            12.0,
            None,
            11,
        ),
        ("LAMPS", "Fewer lamps out", "They say themselves.", "lights-out", "works", -2.0, 210_000, 6, 9),
        ("SCHOOL-STREETS", "Calmer streets", "No cars at the gate.", "calm-streets", "roads", 15.0, None, -2),
        ("SCHOOL-STREETS", "Nobody hurt on the way", "", "road-injuries", "roads", -1.0, None, -1),
        ("FAULT-DESK", "Faults mended once", "One desk.", "same-fault-twice", "works", -5.0, 140_000, 8),
        ("DOCK-HOMES", "Homes one can pay for", "400 homes.", "affordable-homes", "housing", 40.0, None, 30),
        ("EMPTY-HOMES", "Keys turned again", "", "empty-homes", "housing", 6.0, None, 9),
        ("ONLINE-PERMITS", "Permits asked for online", "", "permits-online", "planning", 20.0, 95_000, 9),
        ("ONLINE-PERMITS", "Answers in weeks", "", "planning-days", "planning", -14.0, None, 12),
        ("SEA-WALL", "Homes out of the water's way", "", "flood-homes", "coast", 500.0, 600_000, 34),
        (
            "REPAIR-CAFES",
            "People who mend",
            "A café in each quarter.",
            "repair-visits",
            "waste",
            20.0,
            None,
            -3,
        ),
        ("REPAIR-CAFES", "Less to carry away", "", "rubbish", "waste", -15.0, 45_000, -2, -1),
        (
            "SHORE-POWER",
            "No oil on the water",
            "Engines off at the quay.",
            "oil-on-water",
            "harbour",
            -2.0,
            None,
            30,
        ),
        ("SKILLS", "Hours of learning", "A day a month.", "training", "", 6.0, None, 8),
    )
)
LOOKS = (
    Look(
        "SCHOOL-STREETS",
        "Calmer streets",
        -2,
        Realised.PARTLY,
        11.0,
        None,
        "Calm at nine of twelve schools; at the other three the cars moved around the corner.",
        2,
    ),
    Look("SCHOOL-STREETS", "Nobody hurt on the way", -1, Realised.YES, -1.0, None, "Not one child."),
    Look(
        "REPAIR-CAFES",
        "People who mend",
        -3,
        Realised.YES,
        23.0,
        None,
        "More than hoped for; the waiting list is for sewing machines.",
    ),
)
