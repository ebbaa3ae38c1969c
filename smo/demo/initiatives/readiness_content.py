"""Whose work three initiatives of Port Selwyn change, and how ready they are. All of it is invented."""

from typing import NamedTuple


class ActionSpec(NamedTuple):
    """Something done for a group: owner by login, due so many days from today; `done`: then it was."""

    name: str
    dimension: str
    owner: str
    due: int
    done: bool = False


class GroupSpec(NamedTuple):
    """A group; `ratings`: months ago, the five dimensions (0: not rated), what it rests on."""

    initiative: str
    name: str
    department: str
    people: int
    impact: int
    change: str
    resistance: str
    ratings: tuple[tuple[int, tuple[int, int, int, int, int], str], ...]
    actions: tuple[ActionSpec, ...]


GROUPS = (
    GroupSpec(
        "BUS-LANES",
        "Drivers of lines 1 to 6",
        "depot-quay",
        140,
        4,
        "New stops, a tighter timetable, green lights that want to be met.",
        "“When the bus is on time, the break gets shorter.” They fear for the minutes at the last stop.",
        (
            (6, (2, 2, 1, 2, 0), "First talks at the depot."),
            (3, (4, 2, 2, 2, 0), "Depot assembly in summer."),
            (0, (5, 2, 4, 3, 0), "A show of hands in three shifts."),
        ),
        (
            ActionSpec("Agree on breaks with the drivers' council", "desire", "contributor", 9),
            ActionSpec("Trial runs on the first kilometre, paid", "ability", "contributor", -20, done=True),
            ActionSpec("Drivers show their colleagues the new crossings", "knowledge", "head", 40),
        ),
    ),
    GroupSpec(
        "BUS-LANES",
        "Road crews who mark and mend the lanes",
        "works",
        35,
        3,
        "Night shifts along the ring until the lanes are marked, and a bus beside them ever after.",
        "",
        ((2, (5, 4, 4, 4, 3), "Shift leaders asked their crews."),),
        (),
    ),
    GroupSpec(
        "BUS-LANES",
        "Shopkeepers along the ring",
        "",
        90,
        3,
        "No parking before the door; deliveries before ten.",
        "They lose parking spaces and do not believe that passengers buy.",
        (
            (5, (3, 1, 2, 2, 0), "Letters and the first open evening."),
            (1, (4, 2, 3, 2, 0), "Second open evening, 41 came."),
        ),
        (ActionSpec("Count customers before and after, together with the shops", "desire", "head", -6),),
    ),
    GroupSpec(
        "FAULT-DESK",
        "Dispatchers of the four old desks",
        "works",
        22,
        5,
        "One desk, one number, one system; some change their workplace.",
        "Each desk holds that only it knows its faults. Two want to leave.",
        (
            (8, (3, 2, 2, 2, 1), "Talks with each desk."),
            (4, (4, 3, 3, 2, 1), "After the first shared week."),
            (1, (5, 4, 4, 2, 2), "Test of the new system: two of three need help."),
        ),
        (
            ActionSpec("Two more practice days with real calls", "ability", "sefa.tamati", 12),
            ActionSpec("One dispatcher of each desk helps the others", "ability", "gwen.parrish", 18),
            ActionSpec("Say who works where from day one", "awareness", "sefa.tamati", -90, done=True),
        ),
    ),
    GroupSpec(
        "FAULT-DESK",
        "Drivers who report faults on the road",
        "roads",
        60,
        2,
        "They report by phone in hand instead of the radio.",
        "",
        (),
        (),
    ),
    GroupSpec(
        "ONLINE-PERMITS",
        "Clerks of the permit desk",
        "planning",
        31,
        5,
        "The paper file goes; questions are answered on the screen, and applicants see how far it is.",
        "“Then everybody sees how long it takes me.” The older ones fear the system.",
        (
            (5, (4, 2, 2, 2, 0), "Team talks."),
            (1, (5, 4, 3, 3, 0), "After two weeks with the trial system."),
        ),
        (
            ActionSpec("An hour a week with the trial system, side by side", "knowledge", "samuel.osei", 21),
            ActionSpec("No ranking of clerks: in writing", "desire", "dmitri.vale", -45, done=True),
        ),
    ),
    GroupSpec(
        "ONLINE-PERMITS",
        "Those who give statements on permits",
        "works",
        18,
        2,
        "They answer within the system, by a day that everybody sees.",
        "",
        ((1, (4, 4, 4, 4, 3), "Asked by mail, 14 of 18 answered."),),
        (),
    ),
    GroupSpec(
        "ONLINE-PERMITS",
        "Builders and architects",
        "",
        400,
        3,
        "Plans come as files only, in a form that can be checked.",
        "Small firms have no software for it.",
        ((2, (3, 4, 2, 2, 0), "Round table of the chamber."),),
        (ActionSpec("Open hours at the permit desk for small firms", "knowledge", "samuel.osei", 30),),
    ),
)
