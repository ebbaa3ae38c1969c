"""People, money and technology of Port Selwyn's initiatives. All of it is invented."""

from typing import NamedTuple

from initiatives.enums import MoneyKind, TechnologyKind

SKILLS = (
    ("engineering", "Engineering"),
    ("planning", "Planning and permits"),
    ("project", "Project lead"),
    ("it", "IT and data"),
    ("legal", "Contracts and law"),
    ("communication", "Talking with residents"),
)
CITY, GRANT, LOAN = "City budget", "State grant", "Loan"
SOURCES = (CITY, GRANT, LOAN)
OPERATING, CAPITAL = MoneyKind.OPERATING, MoneyKind.CAPITAL

# Department, skill, FTE from two years ago on.
CAPACITY = (
    ("transport", "engineering", 3.0),
    ("transport", "project", 2.0),
    ("works", "engineering", 4.0),
    ("works", "project", 2.0),
    ("roads", "engineering", 2.5),
    ("planning", "planning", 4.0),
    ("planning", "it", 1.5),
    ("housing", "project", 2.5),
    ("housing", "legal", 1.0),
    ("coast", "engineering", 3.0),
    ("coast", "project", 1.0),
    ("waste", "it", 1.0),
    ("harbour", "engineering", 1.5),
    ("people", "communication", 1.0),
)


class Took(NamedTuple):
    """People of an initiative: months from this one, both included; `person` by login, or nobody named."""

    initiative: str
    department: str
    skill: str
    first: int
    last: int
    fte: float
    person: str = ""


# Roads lends more engineers than it has next spring; Tomas Lindqvist is promised twice.
PEOPLE = tuple(
    Took(*row)
    for row in (
        ("BUS-LANES", "transport", "engineering", -9, 10, 1.5),
        ("BUS-LANES", "transport", "project", -9, 10, 0.8, "head"),
        ("BUS-LANES", "roads", "engineering", -3, 8, 1.0),
        ("NIGHT-BUS", "transport", "project", -5, 4, 0.5, "contributor"),
        ("STEP-FREE", "works", "engineering", -7, 9, 1.0),
        ("STEP-FREE", "transport", "project", -7, 9, 0.7, "contributor"),
        ("CYCLE-LOOP", "roads", "engineering", 2, 14, 1.5),
        ("CYCLE-LOOP", "transport", "engineering", 2, 26, 0.5),
        ("LAMPS", "works", "engineering", -14, 5, 1.5),
        ("FAULT-DESK", "works", "project", -11, 3, 1.0),
        ("FAULT-DESK", "works", "engineering", -6, 3, 0.5),
        ("FAULT-DESK", "planning", "it", -8, 3, 0.8),
        ("DOCK-HOMES", "housing", "project", -20, 30, 0.8, "clara.whitlock"),
        ("DOCK-HOMES", "housing", "project", -12, 18, 0.7),
        ("DOCK-HOMES", "housing", "legal", -12, 18, 0.6),
        ("DOCK-HOMES", "planning", "planning", -12, 12, 1.5),
        ("EMPTY-HOMES", "housing", "project", -3, 9, 0.5, "yuki.tran"),
        ("EMPTY-HOMES", "housing", "legal", 0, 9, 0.3),
        ("ONLINE-PERMITS", "planning", "it", -8, 8, 0.6, "samuel.osei"),
        ("ONLINE-PERMITS", "planning", "planning", -8, 8, 1.0),
        ("PERMIT-BOT", "planning", "it", 3, 9, 0.6, "samuel.osei"),
        ("SEA-WALL", "coast", "engineering", -16, 32, 2.0, ""),
        ("SEA-WALL", "coast", "project", -16, 32, 0.8, ""),
        ("SEA-WALL", "roads", "engineering", 1, 6, 0.5),
        ("STORM-SIRENS", "coast", "engineering", 2, 8, 0.5),
        ("BIN-SENSORS", "waste", "it", 2, 10, 0.8),
        ("SHORE-POWER", "harbour", "engineering", 3, 24, 1.2),
        ("SKILLS", "people", "communication", -6, 12, 0.5),
        ("TRAM", "transport", "engineering", -20, -14, 1.0),
    )
)


class Paid(NamedTuple):
    """Money in thousands: years from this one; None: not known."""

    initiative: str
    year: int
    kind: str
    source: str
    budget: float | None
    committed: float | None
    actual: float | None
    forecast: float | None


MONEY = tuple(
    Paid(*row)
    for row in (
        ("BUS-LANES", 0, CAPITAL, CITY, 1800, 1500, 1120, 1760),
        ("BUS-LANES", 0, CAPITAL, GRANT, 900, 900, 640, 900),
        ("BUS-LANES", 1, CAPITAL, CITY, 1400, 300, None, 1450),
        ("NIGHT-BUS", 0, OPERATING, CITY, 420, 380, 240, 410),
        ("NIGHT-BUS", 1, OPERATING, CITY, 610, None, None, 610),
        ("STEP-FREE", 0, CAPITAL, GRANT, 520, 410, 260, 500),
        ("STEP-FREE", 1, CAPITAL, CITY, 380, None, None, 400),
        ("CYCLE-LOOP", 1, CAPITAL, GRANT, 2600, None, None, 2600),
        ("CYCLE-LOOP", 1, CAPITAL, CITY, 900, None, None, 900),
        ("CYCLE-LOOP", 2, CAPITAL, LOAN, 3100, None, None, 3100),
        ("LAMPS", -1, CAPITAL, LOAN, 1500, 1500, 1480, 1480),
        ("LAMPS", 0, CAPITAL, LOAN, 1300, 1250, 1010, 1290),
        ("SCHOOL-STREETS", -1, OPERATING, CITY, 160, 150, 148, 148),
        ("FAULT-DESK", 0, OPERATING, CITY, 340, 330, 395, 520),
        ("FAULT-DESK", 1, OPERATING, CITY, 120, None, None, 210),
        ("DOCK-HOMES", 0, CAPITAL, LOAN, 5200, 4100, 2900, 5050),
        ("DOCK-HOMES", 1, CAPITAL, LOAN, 9800, 2000, None, 9800),
        ("DOCK-HOMES", 1, CAPITAL, GRANT, 2400, None, None, 2400),
        ("DOCK-HOMES", 2, CAPITAL, LOAN, 7400, None, None, 7600),
        ("EMPTY-HOMES", 0, OPERATING, CITY, 90, 40, 28, 85),
        ("EMPTY-HOMES", 1, OPERATING, CITY, 260, None, None, 260),
        ("ONLINE-PERMITS", 0, OPERATING, CITY, 310, 280, 190, 330),
        ("ONLINE-PERMITS", 1, OPERATING, CITY, 240, None, None, 240),
        ("PERMIT-BOT", 1, OPERATING, CITY, 85, None, None, 85),
        ("SEA-WALL", 0, CAPITAL, GRANT, 3600, 3300, 2450, 3550),
        ("SEA-WALL", 1, CAPITAL, GRANT, 4200, 1200, None, 4200),
        ("SEA-WALL", 2, CAPITAL, CITY, 3900, None, None, 4100),
        ("STORM-SIRENS", 1, CAPITAL, CITY, 240, None, None, 240),
        ("REPAIR-CAFES", -1, OPERATING, CITY, 70, 66, 64, 64),
        ("BIN-SENSORS", 1, CAPITAL, CITY, 280, None, None, 280),
        ("SHORE-POWER", 1, CAPITAL, GRANT, 1900, None, None, 1900),
        ("SHORE-POWER", 2, CAPITAL, LOAN, 2600, None, None, 2600),
        ("DEPOT-SALE", 1, OPERATING, CITY, 60, None, None, 60),
        ("SKILLS", 0, OPERATING, CITY, 110, 60, 52, 108),
        ("TRAM", -1, OPERATING, CITY, 240, 90, 85, 85),
    )
)

# Code, name, kind, run by, how much there is, counted in.
TECHNOLOGY = (
    ("test-environment", "Test environment", TechnologyKind.ENVIRONMENT, "strategy", 1.0, "at a time"),
    ("map-licences", "Licences of the city map", TechnologyKind.LICENCE, "works", 40.0, "licences"),
    ("case-system", "Case file system", TechnologyKind.SYSTEM, "planning", None, ""),
    ("survey-boat", "Survey boat", TechnologyKind.EQUIPMENT, "harbour", 1.0, "boat"),
)

# Initiative, technology, how much, first and last month from this one (None: as long as it lasts), note.
USES = (
    ("FAULT-DESK", "test-environment", 1.0, -1, 1, "Acceptance of the phones"),
    ("ONLINE-PERMITS", "test-environment", 1.0, 0, 2, "Acceptance of the second step"),
    ("FAULT-DESK", "map-licences", 22.0, None, None, "Crews' phones"),
    ("LAMPS", "map-licences", 6.0, None, None, ""),
    ("BUS-LANES", "map-licences", 8.0, None, None, ""),
    ("ONLINE-PERMITS", "case-system", 1.0, None, None, ""),
    ("DOCK-HOMES", "case-system", 1.0, None, None, ""),
    ("SEA-WALL", "survey-boat", 1.0, -2, 3, "Soundings before the spring tides"),
)
