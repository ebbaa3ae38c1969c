"""Goals, steps, teams and commentaries of Port Selwyn. All of it is invented."""

from typing import NamedTuple


class Step(NamedTuple):
    """Something to do; `due`: months from today, negative: before; `who`: a login."""

    name: str
    who: str
    due: int
    state: str = "planned"


class GoalSpec(NamedTuple):
    """A goal of an objective; `start`, `due`: months from today of the baseline and of the due date.

    What is empty shows on purpose what the SMART check finds.
    """

    objective: str
    statement: str
    kpi: str
    department: str
    baseline: float | None
    target: float | None
    start: int
    due: int | None
    owner: str
    resources: str
    budget: int | None
    relevance: str
    steps: tuple[Step, ...]
    state: str = "open"
    note: str = ""


GOALS = (
    GoalSpec(
        "O1",
        "86 % of buses of the quayside lines leave at most five minutes late",
        "bus-on-time",
        "depot-quay",
        76.0,
        86.0,
        -10,
        13,
        "head",
        "Two timetable planners, green lights for buses at nine crossings",
        240000,
        "A bus one can rely on is the first reason to leave the car.",
        (
            Step("Find the five crossings that cost most minutes", "contributor", -8, "done"),
            Step("Give buses green at these crossings", "gwen.parrish", 1, "under_way"),
            Step("Write a timetable that keeps to the diversion", "contributor", -1, "under_way"),
            Step("Open the second lane of the quay bridge", "gwen.parrish", 5),
        ),
    ),
    GoalSpec(
        "O1",
        "41 % of all trips need no car",
        "active-trips",
        "transport",
        37.0,
        41.0,
        -12,
        20,
        "rasmus.thorne",
        "Cycle lane programme, school travel plans",
        None,
        "",
        (
            Step("Travel plans with all eleven schools", "rasmus.thorne", 3, "under_way"),
            Step("Count at four more crossings", "contributor", 2),
        ),
    ),
    GoalSpec(
        "O2",
        "At most three people a month are seriously hurt in traffic",
        "road-injuries",
        "",
        6.0,
        3.0,
        -11,
        13,
        "sefa.tamati",
        "Crossing programme, 30 km/h signs and their upkeep",
        410000,
        "Nobody should be hurt on the way to school.",
        (
            Step("Rebuild the three crossings where most were hurt", "gwen.parrish", 4, "under_way"),
            Step("Lower the limit around all schools", "sefa.tamati", -3, "done"),
            Step("Light the path along the canal", "iker.montoya", -2, "planned"),
        ),
    ),
    GoalSpec(
        "O3",
        "No more than 300 households live in temporary housing",
        "temporary-housing",
        "",
        430.0,
        300.0,
        -12,
        25,
        "clara.whitlock",
        "",  # the check asks for them
        None,
        "Families need a door of their own.",
        (Step("Agree on 40 flats a year with the housing fund", "clara.whitlock", 2, "under_way"),),
    ),
    GoalSpec(
        "O4",
        "Every metre of sea wall is inspected on time",
        "wall-checks",
        "",
        88.0,
        100.0,
        -11,
        1,
        "henrik.solberg",
        "One more coastal engineer, a boat two days a week",
        95000,
        "",
        (
            Step("Hire the engineer", "henrik.solberg", -6, "done"),
            Step("Inspect the northern mole from the water", "marit.oyelaran", -1, "done"),
        ),
    ),
    GoalSpec(
        "O5",
        "Fill potholes faster, cut complaints about roads and parks and reduce the time that letters wait",
        "potholes",
        "",
        70.0,
        None,
        -6,
        12,
        "sefa.tamati",
        "A second crew from spring to autumn",
        None,
        "",
        (),
    ),
    GoalSpec(
        "O6",
        "A building permit takes 45 days",
        "planning-days",
        "",
        64.0,
        45.0,
        -11,
        13,
        "dmitri.vale",
        "Three case officers, the one-file system",
        180000,
        "Homes begin with a permit.",
        (
            Step("One file for each site", "samuel.osei", -4, "done"),
            Step("Answer incomplete applications within a week", "samuel.osei", 1, "under_way"),
            Step("Publish the queue", "dmitri.vale", 4),
        ),
    ),
    GoalSpec(
        "O7",
        "58 % of household waste is used again",
        "recycling",
        "",
        49.0,
        58.0,
        -11,
        25,
        "oskar.brandt",
        "Brown bins for the hill quarters, two collection trucks",
        620000,
        "",
        (
            Step("Brown bins in Hillcrest", "leon.fischbach", -2, "done"),
            Step("Brown bins in Northgate", "leon.fischbach", 6),
        ),
    ),
    GoalSpec(
        "O8",
        "At most 5 % of posts are vacant",
        "vacant-posts",
        "",
        8.5,
        5.0,
        -11,
        8,
        "beatrix.lowe",
        "Recruiting team, a fair wage for mechanics",
        None,
        "Every empty post is work that somebody else does at night.",
        (
            Step("Answer applicants within a week", "david.achterberg", -5, "done"),
            Step("Offer mechanics a place to live", "david.achterberg", 2),
        ),
    ),
    GoalSpec(
        "O9",
        "95 % of KPI values are in on time",
        "values-on-time",
        "",
        80.0,
        95.0,
        -9,
        4,
        "smo",
        "Reminders, an hour a month with each steward",
        None,
        "Decisions rest on figures that are there when they are needed.",
        (
            Step("An hour with each steward who was late twice", "priya.halloran", -1, "done"),
            Step("Values of the depots straight from the vehicles", "contributor", 3, "under_way"),
        ),
    ),
    GoalSpec(
        "O10",
        "Reserves cover 90 days of spending",
        "reserves",
        "",
        62.0,
        90.0,
        -20,
        -2,
        "lucia.fernwood",
        "Savings plan of the council",
        None,
        "",
        (Step("Sell the old customs house", "hana.kirkwood", -6, "dropped"),),
        "missed",
        "The storm of last winter took two years of savings. The next goal begins from what is left.",
    ),
    GoalSpec(
        "O12",
        "More guests in winter",
        "",
        "",
        None,
        None,
        -3,
        None,
        "",
        "",
        None,
        "",
        (),
    ),
)

SUPPORTING = (
    ("O1", "works", "Cycle lanes and stops that stay clear of snow and leaves"),
    ("O1", "planning", "New homes only where a bus stops"),
    ("O2", "transport", "Drivers report near misses from the cab"),
    ("O2", "parks", "Paths, lights and sight lines in parks"),
    ("O3", "planning", "Permits for affordable homes go first"),
    ("O4", "works", "Pumps and drains before the autumn storms"),
    ("O5", "waste", "Crews report faults on their rounds"),
    ("O6", "housing", "Tells early what it plans to build"),
    ("O7", "visitors", "Deposit cups at every event"),
    ("O8", "finance", "Budgets posts for two years"),
    ("O11", "coast", "Dredging and moles"),
)

TEAMS = (
    ("O1", "rasmus.thorne", "Speaks for it in the council"),
    ("O1", "gwen.parrish", "Signals and lanes"),
    ("O1", "contributor", "Counts and figures"),
    ("O1", "samuel.osei", "Permits for stops and lanes"),
    ("O4", "marit.oyelaran", "Walls and dunes"),
    ("O4", "gwen.parrish", "Pumps and drains"),
    ("O7", "leon.fischbach", "Rounds"),
    ("O7", "anton.mercer", "Events"),
)


class Saying(NamedTuple):
    """A commentary; `ago`: quarters before the latest ended one; `assessment`: empty, green, amber or red."""

    objective: str
    ago: int
    text: str
    assessment: str
    who: str


COMMENTARIES = (
    Saying(
        "O1",
        0,
        "The score still says near, because more people cycle. I say off: the bridge will not open before "
        "spring, and two depots have lost drivers. Until then the timetable must follow the diversion.",
        "red",
        "head",
    ),
    Saying(
        "O1",
        1,
        "The diversion around the quay bridge costs lines 1 to 6 four minutes on every round. We rewrote two "
        "timetables and moved the night bus.",
        "red",
        "head",
    ),
    Saying(
        "O1",
        2,
        "One lane of the quay bridge closed in the second week. We expect a hard half-year.",
        "",
        "head",
    ),
    Saying(
        "O2", 0, "Two bad weekends in a row on the coast road; speed checks began at once.", "", "sefa.tamati"
    ),
    Saying(
        "O4",
        0,
        "Inspections keep pace since the new engineer came; the mole is the last piece.",
        "green",
        "henrik.solberg",
    ),
    Saying(
        "O6",
        0,
        "The one-file system took a month to learn. Since then each case saves two letters.",
        "",
        "dmitri.vale",
    ),
    Saying("O9", 0, "Three stewards changed; each got an hour. The depots stay the hard part.", "", "smo"),
    Saying("O9", 1, "Reminders went out daily and helped for the city's offices.", "green", "smo"),
)
