"""Harbour City: the plan of Port Selwyn. All of it is invented."""

from typing import NamedTuple

CODE = "harbour-city"
NAME = "Harbour City %(year)d"
HORIZON = 2030

DESCRIPTION = (
    "What the city council decided to be judged by. Twelve objectives, each with an owner, a department that "
    "leads and a handful of numbers."
)
VISION = (
    "A child in Port Selwyn can walk to school, swim in the bay and stay in the city when grown up, because "
    "there is work here and a home one can pay for."
)
MISSION = (
    "We look after the streets, homes, shore and harbour of Port Selwyn, with money that is not ours and for "
    "people who cannot choose another city hall."
)

VALUES = (
    ("Say it plainly", "We tell people what will happen, when, and what we do not know yet."),
    ("Mend before you build", "What we have comes first; a new thing has to earn its upkeep."),
    ("Leave room", "For the sea, for the next generation and for being wrong."),
    ("Count what matters", "A number that changes nothing is not collected."),
)


class PerspectiveSpec(NamedTuple):
    """A perspective with its weights: at the start, and since last New Year."""

    code: str
    name: str
    question: str
    weight: float
    weight_now: float


PERSPECTIVES = (
    PerspectiveSpec("residents", "Residents and place", "What do people notice in their street?", 35, 35),
    PerspectiveSpec("service", "Service delivery", "What must we do well every single day?", 30, 30),
    PerspectiveSpec("people", "People and capability", "Can we do this, and still in five years?", 15, 20),
    PerspectiveSpec("stewardship", "Stewardship", "Do we spend and earn with care?", 20, 15),
)

PRIORITIES = (
    ("P1", "A city without detours", "Short ways, safe streets, and a bus one can rely on."),
    ("P2", "Room to stay", "Homes for those who work here, permits without a waiting room."),
    ("P3", "Friends with the sea", "Ready for storms, clean water, less rubbish, a harbour that earns."),
    ("P4", "A city hall that keeps its word", "Staff who can, numbers that hold, money that lasts."),
)


class ObjectiveSpec(NamedTuple):
    """An objective; `owner` is a login."""

    code: str
    name: str
    description: str
    perspective: str
    priority: str
    weight: float
    lead: str
    owner: str


OBJECTIVES = tuple(
    ObjectiveSpec(*row)
    for row in (
        (
            "O1",
            "Leave the car at home",
            "If buses come when they should and cycling feels safe, people stop driving short ways.",
            "residents",
            "P1",
            3,
            "transport",
            "head",
        ),
        (
            "O2",
            "Streets where children can play",
            "Slower traffic, light after dark, nobody seriously hurt.",
            "residents",
            "P1",
            3,
            "works",
            "sefa.tamati",
        ),
        (
            "O3",
            "A home within reach",
            "Enough homes that a nurse or a docker can pay for.",
            "residents",
            "P2",
            3,
            "housing",
            "clara.whitlock",
        ),
        (
            "O4",
            "Ready for the next storm",
            "Walls inspected, drills done, homes out of the water's way.",
            "residents",
            "P3",
            2,
            "coast",
            "henrik.solberg",
        ),
        (
            "O5",
            "Mended once, mended well",
            "Faults are fixed quickly and do not come back.",
            "service",
            "P4",
            2,
            "works",
            "sefa.tamati",
        ),
        (
            "O6",
            "Permits in weeks",
            "A clear answer in weeks, most of it without a visit to city hall.",
            "service",
            "P2",
            2,
            "planning",
            "dmitri.vale",
        ),
        (
            "O7",
            "Throw away less",
            "Less rubbish, more of it used again, every bin emptied on its day.",
            "service",
            "P3",
            2,
            "waste",
            "oskar.brandt",
        ),
        (
            "O8",
            "A team that stays well and learns",
            "Posts are filled, people are healthy and know their trade.",
            "people",
            "P4",
            2,
            "people",
            "beatrix.lowe",
        ),
        (
            "O9",
            "Numbers we can trust",
            "Decisions rest on figures that are in on time and open to all.",
            "people",
            "P4",
            1,
            "strategy",
            "smo",
        ),
        (
            "O10",
            "Spend what we have",
            "Budgets hold, bills are paid, and there is something left for bad years.",
            "stewardship",
            "P4",
            3,
            "finance",
            "lucia.fernwood",
        ),
        (
            "O11",
            "A harbour that pays its way",
            "Full berths and steady cargo, without a film of oil on the water.",
            "stewardship",
            "P3",
            2,
            "harbour",
            "noor.abelson",
        ),
        (
            "O12",
            "Guests in every season",
            "Visitors who come in February too, and would come again.",
            "stewardship",
            "P3",
            1,
            "visitors",
            "farah.nasser",
        ),
    )
)

CAUSES = (
    ("O12", "O11", "Guests arrive by ferry and pay harbour dues."),
    ("O11", "O10", "Dues and rents carry a tenth of the budget."),
    ("O10", "O8", "Money in time means posts can be filled."),
    ("O10", "O9", "Counters and sensors have to be paid for."),
    ("O8", "O5", "Crews that know the street mend it for good."),
    ("O8", "O7", "Full crews empty bins on the right day."),
    ("O9", "O5", "Repeated faults show where to dig."),
    ("O9", "O6", "One file for each site spares the second question."),
    ("O5", "O1", "A smooth lane is one people cycle on."),
    ("O5", "O2", "Lights that work make a street safe after dark."),
    ("O6", "O1", "Cycle lanes wait for permits as well."),
    ("O6", "O3", "Homes begin with a permit."),
    ("O7", "O4", "Gutters free of rubbish let storm water run off."),
)
