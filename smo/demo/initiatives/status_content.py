"""What is reported of Port Selwyn's initiatives, in words. All of it is invented."""

from typing import NamedTuple


class Said(NamedTuple):
    """An update: lights of schedule, cost and scope (G, A, R), progress, and why where it is not green."""

    lights: str
    progress: int
    done: str
    next: str
    why: str = ""
    help: str = ""


# The oldest first; the last one is of the latest day that is over, or of the one before where it is late.
LATE = ("BUS-LANES", "NIGHT-BUS", "STEP-FREE")
UPDATES: dict[str, tuple[Said, ...]] = {
    "BUS-LANES": (
        Said("GGG", 12, "Crossings 1 to 3 surveyed.", "Drawings for the council."),
        Said("GGG", 20, "Drawings through the council with eleven votes to four.", "Tender for the lanes."),
        Said(
            "AGG",
            31,
            "Two offers for the lanes, both dear; a third was asked for.",
            "Award the contract.",
            "The tender took three weeks longer than planned; the trial is shortened by two of them.",
        ),
        Said(
            "AGG",
            40,
            "Contract awarded. Kerbs on the northern arc are set.",
            "Paint the northern arc; change the signals at crossings 4 to 6.",
            "Still two weeks behind. Night works make up for one of them.",
            "A decision about Sunday works at the quay.",
        ),
    ),
    "NIGHT-BUS": (
        Said("GGG", 10, "Drivers asked: nine of twelve would drive at night.", "Find the other three."),
        Said(
            "GGG", 25, "Twelve drivers, four buses, one canteen with a late key.", "Timetable for both lines."
        ),
        Said(
            "GAG",
            45,
            "The eastern line runs on trial; 310 people a night.",
            "The western line.",
            "Heating at the terminus is dearer than asked for; it fits within the reserve.",
        ),
    ),
    "STEP-FREE": (
        Said("GGG", 8, "Forty stops put in order by who waits there.", "The first five."),
        Said("GGG", 18, "Five stops raised, three lit.", "Six more before the frost."),
        Said(
            "AGG",
            27,
            "Eight of eleven stops are done.",
            "The three at the quay, and asking people how it is.",
            "The gas main under the quay was not where the map has it.",
        ),
    ),
    "LAMPS": (
        Said("GGG", 58, "3,400 lamps changed.", "The hill."),
        Said("GGG", 66, "The hill is done; 3,950 lamps.", "Old town, by hand."),
        Said(
            "GAG",
            73,
            "Old town, street by street: 4,380 lamps.",
            "The ring, at night.",
            "Old town by hand took more hours than agreed.",
        ),
        Said(
            "AAG",
            80,
            "4,800 lamps; the ring is half done.",
            "The rest of the ring; then the parks.",
            "Night work on the ring is slow and dear; two crews instead of one from next month.",
        ),
    ),
    "FAULT-DESK": (
        Said("GGG", 35, "Five telephone numbers became two.", "One number; one screen."),
        Said("GGG", 50, "The screen runs in a test.", "Teach the crews."),
        Said("GGG", 60, "Crews have seen it. They would like bigger letters.", "Bigger letters."),
        Said("GGG", 70, "Letters are bigger. The contractor promises the rest for spring.", "The rest."),
    ),
    "DOCK-HOMES": (
        Said("GGG", 22, "Ground is clean to two metres.", "Piles for houses A to C."),
        Said("GGG", 26, "Piles for A and B are in.", "House C; the crane for A."),
        Said(
            "GAG", 30, "House C has its piles, A its first floor.", "Second floors.", "Steel costs 4 % more."
        ),
        Said(
            "GAG",
            34,
            "A has two floors, B one.",
            "Roof of A.",
            "Steel stays dear; a lot for D is asked anew.",
        ),
    ),
    "EMPTY-HOMES": (
        Said("GGG", 15, "Owners of 61 empty homes written to by hand.", "Visit those who answered."),
        Said("GGG", 28, "19 owners answered, 7 keys.", "Mend the first four."),
        Said("GGG", 36, "Four homes are mended and let.", "Seven more owners; a tax lawyer's morning."),
    ),
    "ONLINE-PERMITS": (
        Said("GGG", 30, "Fences, sheds and signs can be asked for online.", "Extensions."),
        Said(
            "GGG", 42, "Extensions online; 38 % come that way.", "The second step: plans with the neighbours."
        ),
        Said(
            "AGG",
            50,
            "Neighbours can look, and say so.",
            "Signatures.",
            "The test environment is taken by another project until next month.",
            "Two weeks of the test environment.",
        ),
    ),
    "SEA-WALL": (
        Said("GGG", 20, "Soundings along 800 m.", "The next 600 m before the spring tides."),
        Said("GGG", 27, "1,400 m sounded; stones ordered.", "Road for the stones."),
        Said(
            "RGG",
            31,
            "The road is half built.",
            "Finish the road.",
            "The nesting season closed the site for five weeks; first stones come in spring.",
            "The council's word on working through the spring tides.",
        ),
    ),
    "SKILLS": (
        Said("GGG", 40, "Learning days in six departments.", "The depots, in shifts."),
        Said("GGG", 55, "All depots had one; 71 % came.", "Ask what they want to learn."),
        Said(
            "GGA",
            63,
            "Asked: computers, first aid, conflict.",
            "Book the first aiders.",
            "Fewer rooms than days.",
        ),
    ),
}

# Code, how many updates ago, who asks, the question, who answers (empty: nobody yet), the answer.
QUESTIONS = (
    (
        "FAULT-DESK",
        0,
        "executive",
        "The opening slips, and most of the money is gone at less than half of the work. Why green?",
        "",
        "",
    ),
    (
        "FAULT-DESK",
        2,
        "smo",
        "Which of the five numbers are still answered by hand?",
        "sefa.tamati",
        "Street lights and parks; both go to the new desk with the next release.",
    ),
    (
        "BUS-LANES",
        0,
        "rasmus.thorne",
        "Does the shortened trial still cover a school week?",
        "head",
        "Yes: it begins on the Monday after the holidays.",
    ),
)
