"""Plans of departments and functions of Port Selwyn. All of it is invented."""

from typing import NamedTuple

from strategy.enums.cascade import Step


class OwnSpec(NamedTuple):
    """An objective of the department's own that supports one of the strategy."""

    name: str
    above: str  # code in the strategy
    note: str
    perspective: str
    owner: str  # login
    kpis: tuple[str, ...] = ()


class ActivitySpec(NamedTuple):
    """What is done day by day; `until`: months from the day of loading."""

    name: str
    description: str
    who: str
    until: int
    budget: int | None
    state: str
    objective: str = ""  # name of an own one, or code of an adopted one


class PartSpec(NamedTuple):
    """A plan and the way it went: who took which step, with what words."""

    code: str
    name: str
    department: str
    writer: str
    function: str
    description: str
    sections: tuple[tuple[str, str], ...]
    adopts: tuple[str, ...]
    own: tuple[OwnSpec, ...]
    activities: tuple[ActivitySpec, ...]
    steps: tuple[tuple[str, str, str], ...]


TRANSPORT = PartSpec(
    code="harbour-city-transport",
    name="Transport plan",
    department="transport",
    writer="head",
    function="",
    description="What the buses, the cycle lanes and the ferry do so that people leave the car at home.",
    sections=(
        (
            "Where we stand",
            "Two of our three depots run on time most days; Hillcrest does not, and its roof leaks on the "
            "workshop. Drivers are the bottleneck: eleven posts were open in spring.",
        ),
        (
            "What we need from others",
            "Works keeps the bus lanes free of roadworks in the morning peak. People and Learning runs two "
            "driver courses a year instead of one.",
        ),
    ),
    adopts=("O1", "O9"),
    own=(
        OwnSpec(
            "Depots that answer for their own lines",
            "O5",
            "A fault that the depot mends itself is mended the same day.",
            "service",
            "head",
            ("complaints-settled",),
        ),
        OwnSpec(
            "Drivers who stay",
            "O8",
            "A full roster is what punctuality is made of.",
            "people",
            "contributor",
        ),
    ),
    activities=(
        ActivitySpec(
            "Walk every line once a quarter",
            "Stops, timetables and shelters, seen as a passenger sees them.",
            "contributor",
            3,
            None,
            "under_way",
            "O1",
        ),
        ActivitySpec(
            "Renew the roof of the Hillcrest depot",
            "In three stages, so that the workshop stays open.",
            "head",
            7,
            340_000,
            "planned",
            "Depots that answer for their own lines",
        ),
        ActivitySpec(
            "Breakfast with the drivers",
            "Once a month at each depot, with what was done about last month's list.",
            "head",
            9,
            4_800,
            "under_way",
            "Drivers who stay",
        ),
    ),
    steps=(
        ("head", Step.PROPOSE, ""),
        ("smo", Step.RETURN, "Say what you need from other departments, so that we can ask them now."),
        ("head", Step.PROPOSE, "What we need from Works and from People is in."),
        ("priya.halloran", Step.AGREE, "Agreed with Works and with People and Learning."),
        ("executive", Step.APPROVE, "A plan one can check. Go ahead."),
        ("smo", Step.ACTIVATE, ""),
    ),
)

HOUSING = PartSpec(
    code="harbour-city-housing",
    name="Housing plan",
    department="housing",
    writer="clara.whitlock",
    function="",
    description="How Housing brings a home within reach, with the land the city has and the permits it gets.",
    sections=(
        (
            "Where we stand",
            "There is land for a third of the homes that we promised. The rest depends on permits in weeks.",
        ),
    ),
    adopts=("O3",),
    own=(
        OwnSpec(
            "Nobody sleeps outside in winter",
            "O3",
            "A bed for the night is the first step to a home.",
            "residents",
            "clara.whitlock",
        ),
        OwnSpec(
            "Complete applications the first time",
            "O6",
            "A complete file is decided without a second round.",
            "service",
            "yuki.tran",
        ),
    ),
    activities=(
        ActivitySpec(
            "Open the winter shelter in Pier Street",
            "Forty beds from November to March.",
            "yuki.tran",
            2,
            126_000,
            "planned",
            "Nobody sleeps outside in winter",
        ),
        ActivitySpec(
            "Check applications at the counter before they are filed",
            "With the permit desk, on two afternoons a week.",
            "yuki.tran",
            5,
            None,
            "under_way",
            "Complete applications the first time",
        ),
    ),
    steps=(("clara.whitlock", Step.PROPOSE, "Agreed with Planning before we sent it."),),
)

WORKS = PartSpec(
    code="harbour-city-works",
    name="Plan of Public Works",
    department="works",
    writer="sefa.tamati",
    function="",
    description="Being written: streets that are mended once.",
    sections=(),
    adopts=("O5", "O4"),
    own=(),
    activities=(
        ActivitySpec(
            "Come back after a year",
            "Each repair is looked at again by the crew that made it.",
            "sefa.tamati",
            8,
            None,
            "planned",
            "O5",
        ),
    ),
    steps=(),
)

PEOPLE = PartSpec(
    code="harbour-city-people",
    name="People plan",
    department="people",
    writer="beatrix.lowe",
    function="people",
    description="Which people the strategy needs, where they come from, and how they stay.",
    sections=(
        (
            "The trades we are short of",
            "Drivers, permit officers and welders. For each there is one course, one school and one person "
            "who answers for it.",
        ),
        (
            "What it costs",
            "Two thirds of the training budget goes to these three trades until the end of the plan.",
        ),
    ),
    adopts=("O8",),
    own=(
        OwnSpec(
            "Trades we can fill ourselves",
            "O5",
            "Crews that know the street come from our own school.",
            "people",
            "beatrix.lowe",
        ),
    ),
    activities=(
        ActivitySpec(
            "Two driver courses a year",
            "In March and September, with the Quayside depot.",
            "david.achterberg",
            4,
            88_000,
            "under_way",
            "Trades we can fill ourselves",
        ),
        ActivitySpec(
            "A talk with everybody who leaves",
            "And one page each quarter on what they said.",
            "david.achterberg",
            8,
            None,
            "planned",
            "O8",
        ),
    ),
    steps=(
        ("beatrix.lowe", Step.PROPOSE, ""),
        ("smo", Step.AGREE, "Transport's courses are in."),
    ),
)

PARTS = (TRANSPORT, HOUSING, WORKS, PEOPLE)
