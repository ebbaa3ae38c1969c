"""What people of Port Selwyn said when they were asked. All of it is invented."""

from typing import NamedTuple


class Word(NamedTuple):
    """A remark: who (a login, or "guest"), after how many days, about what (a code), and what became of it.

    `withdrawn`: days after which its author took it back, 0 for never.
    """

    who: str
    day: int
    about: str
    kind: str
    text: str = ""
    proposed: str = ""
    outcome: str = ""
    answer: str = ""
    withdrawn: int = 0


FIRST_NAME = "The draft of Harbour City"
FIRST_MESSAGE = (
    "Twelve objectives for the years to come. Is something missing, is something too much, would you sign "
    "it?\n\n"
    "Say it at the passage that it is about. Everything gets an answer."
)
FIRST_DEPARTMENTS = ("streets", "homes", "shore", "economy", "resources")
FIRST_PEOPLE = ("tilda.rowe", "otto.brannigan")
GUEST = ("Hal Iversen", "Islanders' Association", "hal@islanders.example")
FIRST_WORDS = (
    Word(
        "rasmus.thorne",
        4,
        "plan",
        "endorsement",
        "Streets can live with every line of it.",
        "",
        "noted",
        "Thank you.",
    ),
    Word(
        "rasmus.thorne",
        4,
        "O2",
        "proposal",
        "“Safe streets” says nothing that one can see.",
        "Streets where children can play",
        "taken_up",
        "That is what we mean. It is the objective's name now.",
    ),
    Word(
        "beatrix.lowe",
        6,
        "O10",
        "objection",
        "Spending all we have leaves nothing for a bad year.",
        "",
        "partly",
        "The name stays, since money that lies about mends no street. What is left for bad years stands in "
        "the description now, and the reserve is one of its numbers.",
        21,
    ),
    Word("beatrix.lowe", 22, "plan", "endorsement", "With the reserve in it, gladly.", "", "noted", "Good."),
    Word("amara.diallo", 9, "plan", "endorsement", "", "", "noted", "Thank you."),
    Word(
        "amara.diallo",
        9,
        "O3",
        "comment",
        "Who is “within reach” for? Say whom we think of.",
        "",
        "taken_up",
        "A nurse or a docker: it says so now.",
    ),
    Word(
        "henrik.solberg",
        11,
        "O4",
        "comment",
        "Drills need people in the evening. Has anybody asked them?",
        "",
        "noted",
        "Not yet. People and Learning takes it into the shift plan.",
    ),
    Word(
        "farah.nasser",
        12,
        "plan",
        "objection",
        "The harbour pays for much of this and is named in two lines of it.",
        "",
        "not_taken_up",
        "The plan says what residents notice, not who pays. What the harbour earns is seen in its own "
        "objective and in the priority on the sea.",
        24,
    ),
    Word("tilda.rowe", 13, "vision", "comment", "I like that one can swim in it.", "", "noted", "So do we."),
    Word(
        "guest",
        14,
        "P1",
        "proposal",
        "From the islands the last ferry decides what is a detour.",
        "Short ways, safe streets, a bus and a ferry one can rely on.",
        "partly",
        "The ferry is counted in the objective on leaving the car at home; the line itself stays short.",
    ),
    Word(
        "otto.brannigan",
        16,
        "Leave room",
        "comment",
        "The best of the four. Keep it when money is short.",
        "",
        "noted",
        "We will remind you of it.",
    ),
)

SECOND_NAME = "What do you think of our part?"
SECOND_MESSAGE = "Before it is agreed: does it say what you need from us, and what we need from you?"
SECOND_PEOPLE = ("sefa.tamati", "gwen.parrish", "head", "viewer")
SECOND_DEPARTMENTS = ("planning", "finance")
SECOND_WORDS = (
    Word(
        "dmitri.vale",
        2,
        "plan",
        "endorsement",
        "Planning is ready to do its share.",
    ),
    Word(
        "sefa.tamati",
        3,
        "plan",
        "objection",
        "Half of this needs crews that Works lends out in the same months.",
    ),
    Word(
        "head",
        4,
        "first",
        "comment",
        "Which month does it begin? Buses have to be moved for it.",
        "",
        "noted",
        "After the summer timetable; the day stands in the activities.",
    ),
)
