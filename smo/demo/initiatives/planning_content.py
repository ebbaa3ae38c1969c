"""The action plans of Port Selwyn, in days from today. All of it is invented."""

from typing import NamedTuple


class Line(NamedTuple):
    """A task, or without a first day a milestone; `key` names it in `BONDS`.

    `slip`: by how many days it was moved since the plan was agreed. A phase is named by its lines.
    """

    key: str
    phase: str
    name: str
    first: int | None
    last: int
    owner: str = ""
    weight: float = 1.0
    progress: int = 0
    slip: int = 0


class PlanSpec(NamedTuple):
    """An action plan; `agreed`: baselines as (days ago, reason), the oldest first, each before a slip."""

    agreed: tuple[tuple[int, str], ...]
    lines: tuple[Line, ...]


# Who does the work, by login.
GWEN = "gwen.parrish"
TOMAS = "contributor"
SEFA = "sefa.tamati"
HANA = "hana.kirkwood"
CLARA = "clara.whitlock"
MARIT = "marit.oyelaran"
DMITRI = "dmitri.vale"
YUKI = "yuki.tran"
SAMUEL = "samuel.osei"
ROSA = "rosa.quill"
IKER = "iker.montoya"
RASMUS = "rasmus.thorne"

PLANS: dict[str, PlanSpec] = {
    "BUS-LANES": PlanSpec(
        ((230, ""),),
        (
            Line("bl-survey", "Design", "Count traffic at nine crossings", -265, -205, TOMAS, 2, 100),
            Line("bl-design", "Design", "Draw the lanes with residents", -204, -120, "head", 4, 100),
            Line("bl-approved", "Design", "Council approves the design", None, -105, "head", 0, 100),
            Line("bl-signals", "Crossings", "Order signals that see buses", -100, -20, GWEN, 3, 100),
            Line("bl-first", "Crossings", "Give buses green at five crossings", -14, 60, GWEN, 5, 25),
            Line("bl-rest", "Crossings", "Give buses green at the other four", 61, 125, GWEN, 4, 0, 10),
            Line("bl-paint", "Lanes", "Paint and sign 7.4 km of lane", 126, 190, TOMAS, 5, 0, 10),
            Line("bl-timetable", "Lanes", "Faster timetable for lines 1 to 6", 130, 180, TOMAS, 2),
            Line("bl-open", "Lanes", "The ring runs", None, 197, "head", 0, 0, 10),
        ),
    ),
    "NIGHT-BUS": PlanSpec(
        ((110, ""),),
        (
            Line("nb-drivers", "", "Hire and train twelve drivers", -130, -15, TOMAS, 4, 100),
            Line("nb-trial", "", "Try Thursdays for eight weeks", -30, 26, TOMAS, 3, 55),
            Line("nb-talk", "", "Ask nurses, bakers and ferry crews", 5, 24, TOMAS, 1),
            Line("nb-start", "", "Every night", None, 75, RASMUS, 0),
        ),
    ),
    "STEP-FREE": PlanSpec(
        ((170, ""),),
        (
            Line("sf-list", "", "Order of the forty stops, by who waits there", -200, -150, TOMAS, 1, 100),
            Line("sf-ten", "", "Raise the first ten stops", -140, -40, TOMAS, 4, 100),
            Line("sf-next", "", "Raise fifteen more", -35, 55, TOMAS, 5, 40),
            Line("sf-ring", "", "Raise the fifteen stops on the ring", 195, 260, TOMAS, 5),
            Line("sf-done", "", "All forty stops are step-free", None, 260, "head", 0),
        ),
    ),
    "CYCLE-LOOP": PlanSpec(
        (),
        (
            Line("cl-survey", "Prepare", "Survey the eleven kilometres", 45, 120, GWEN, 2),
            Line("cl-land", "Prepare", "Agree with four owners on the way", 60, 200, GWEN, 3),
            Line("cl-west", "Build", "Western stretch along the wall", 240, 420, GWEN, 6),
            Line("cl-bridges", "Build", "Three bridges", 260, 560, GWEN, 8),
            Line("cl-open", "Build", "The loop closes", None, 700, RASMUS, 0),
        ),
    ),
    "LAMPS": PlanSpec(
        ((400, ""),),
        (
            Line("la-buy", "Buy", "Tender for six thousand lamps", -410, -300, HANA, 2, 100),
            Line("la-pilot", "Buy", "Try two hundred in the old town", -290, -210, GWEN, 2, 100),
            Line("la-north", "Replace", "North and west", -200, -70, GWEN, 6, 100),
            Line("la-ring", "Replace", "Masts on the ring, with power for signals", -69, -4, GWEN, 4, 70, 21),
            Line("la-south", "Replace", "South and east", -20, 110, GWEN, 6, 15),
            Line("la-done", "Replace", "The last old lamp goes", None, 120, SEFA, 0),
        ),
    ),
    "SCHOOL-STREETS": PlanSpec(
        ((600, ""),),
        (
            Line("ss-first", "", "Three schools try it for a term", -590, -430, SEFA, 2, 100),
            Line("ss-all", "", "Eight more schools", -420, -200, SEFA, 4, 100),
            Line("ss-law", "", "Permanent signs and bollards", None, -180, SEFA, 0, 100),
        ),
    ),
    "FAULT-DESK": PlanSpec(
        ((300, ""), (120, "The old lists hold 40,000 faults twice: cleaning them took ten weeks more.")),
        (
            Line("fd-lists", "Data", "Bring three lists together", -320, -110, SEFA, 4, 100, 20),
            Line("fd-map", "Data", "One map of every fault", -109, -12, SEFA, 4, 75, 25),
            Line("fd-phones", "Crews", "Phones and training for sixty crews", -60, -5, GWEN, 4, 35, 30),
            Line("fd-trial", "Crews", "Roads and parks try it six weeks", -6, 36, IKER, 3, 0, 30),
            Line("fd-number", "Desk", "One number for residents", 20, 70, SEFA, 3, 0, 15),
            Line("fd-answers", "Desk", "Who reported hears what became of it", 37, 78, SEFA, 2, 0, 15),
            Line("fd-open", "Desk", "The desk opens", None, 84, SEFA, 0, 0, 30),
        ),
    ),
    "DOCK-HOMES": PlanSpec(
        ((520, ""),),
        (
            Line("dh-plan", "Plan", "Plan for Dock Road", -590, -330, DMITRI, 4, 100),
            Line("dh-permit", "Plan", "Building permit", None, -300, DMITRI, 0, 100),
            Line("dh-one", "First phase", "Foundations and services", -280, -90, CLARA, 8, 100),
            Line("dh-shells", "First phase", "Two hundred homes, shells", -80, 200, CLARA, 12, 30),
            Line("dh-inside", "First phase", "Two hundred homes, inside", 201, 380, CLARA, 10),
            Line("dh-first", "First phase", "The first tenants move in", None, 400, YUKI, 0),
            Line("dh-two", "Second phase", "Two hundred more", 400, 860, CLARA, 20),
            Line("dh-all", "Second phase", "Four hundred homes", None, 860, CLARA, 0),
        ),
    ),
    "EMPTY-HOMES": PlanSpec(
        ((90, ""),),
        (
            Line("eh-find", "", "Find homes that stand empty", -110, -20, YUKI, 3, 100),
            Line("eh-talk", "", "Talk with their owners", -19, 70, YUKI, 4, 30),
            Line("eh-let", "", "Let the first fifty", None, 110, YUKI, 0),
        ),
    ),
    "ONLINE-PERMITS": PlanSpec(
        ((210, ""),),
        (
            Line("op-forms", "Forms", "Twelve forms become four", -230, -130, SAMUEL, 4, 100),
            Line("op-online", "Forms", "Forms online, with sign-in", -125, 10, SAMUEL, 5, 80),
            Line("op-map", "Desk", "Permits on the map of faults and works", 15, 50, SAMUEL, 3),
            Line("op-staff", "Desk", "Train the permit desk", 40, 75, DMITRI, 2),
            Line("op-start", "Desk", "No paper needed any more", None, 75, DMITRI, 0),
        ),
    ),
    "SEA-WALL": PlanSpec(
        ((380, ""),),
        (
            Line("sw-study", "Design", "Model of a hundred-year storm", -400, -250, MARIT, 3, 100),
            Line("sw-design", "Design", "Design of the western wall", -240, -100, MARIT, 5, 100),
            Line("sw-north", "Build", "Raise the northern half", -90, 120, MARIT, 10, 40),
            Line("sw-south", "Build", "Raise the southern half", 121, 330, MARIT, 10),
            Line("sw-safe", "Build", "The wall stands 1.2 m higher", None, 330, "henrik.solberg", 0),
        ),
    ),
    "SHORE-POWER": PlanSpec(
        (),
        (
            Line("sp-cables", "", "Cables to berths 4 to 9", 150, 390, ROSA, 5),
            Line("sp-plugs", "", "Plugs and contracts with shipping lines", 300, 450, ROSA, 3),
            Line("sp-on", "", "The first ferry switches its engine off", None, 470, ROSA, 0),
        ),
    ),
    "DEPOT-SALE": PlanSpec(
        (),
        (
            Line("ds-soil", "", "Soil survey of the old depot", 10, 60, HANA, 2),
            Line("ds-value", "", "Two valuations", 61, 100, HANA, 2),
            Line("ds-sold", "", "Contract signed", None, 180, "lucia.fernwood", 0),
        ),
    ),
}

# (what holds, what waits, bond, days between)
BONDS: tuple[tuple[str, str, str, int], ...] = (
    ("bl-survey", "bl-design", "fs", 0),
    ("bl-design", "bl-approved", "fs", 0),
    ("bl-approved", "bl-signals", "fs", 0),
    ("bl-signals", "bl-first", "fs", 0),
    ("la-ring", "bl-rest", "fs", 60),
    ("bl-first", "bl-rest", "fs", 0),
    ("bl-rest", "bl-paint", "fs", 0),
    ("bl-paint", "bl-open", "fs", 7),
    ("bl-timetable", "bl-open", "fs", 0),
    ("nb-drivers", "nb-trial", "ss", 30),
    ("nb-trial", "nb-start", "fs", 0),
    ("sf-list", "sf-ten", "fs", 0),
    ("sf-ten", "sf-next", "fs", 0),
    ("bl-paint", "sf-ring", "fs", 0),
    ("sf-ring", "sf-done", "fs", 0),
    ("cl-survey", "cl-west", "fs", 30),
    ("cl-land", "cl-west", "fs", 0),
    ("sw-north", "cl-west", "fs", 60),
    ("cl-bridges", "cl-open", "fs", 0),
    ("la-buy", "la-pilot", "fs", 0),
    ("la-pilot", "la-north", "fs", 0),
    ("la-south", "la-done", "ff", 10),
    ("la-ring", "la-done", "fs", 0),
    ("fd-lists", "fd-map", "fs", 0),
    ("fd-map", "fd-trial", "fs", 0),
    ("fd-phones", "fd-trial", "fs", 0),
    ("fd-trial", "fd-answers", "fs", 0),
    ("fd-number", "fd-open", "fs", 0),
    ("fd-answers", "fd-open", "fs", 5),
    ("fd-map", "op-map", "fs", 20),
    ("op-online", "op-staff", "fs", 14),
    ("op-map", "op-start", "fs", 0),
    ("op-staff", "op-start", "fs", 0),
    ("dh-plan", "dh-permit", "fs", 0),
    ("dh-permit", "dh-one", "fs", 0),
    ("dh-one", "dh-shells", "fs", 0),
    ("dh-shells", "dh-inside", "fs", 0),
    ("dh-inside", "dh-first", "fs", 0),
    ("dh-first", "dh-two", "fs", 0),
    ("dh-two", "dh-all", "fs", 0),
    ("sw-study", "sw-design", "fs", 0),
    ("sw-design", "sw-north", "fs", 0),
    ("sw-north", "sw-south", "fs", 0),
    ("sw-south", "sw-safe", "fs", 0),
    ("sw-north", "sp-cables", "fs", 0),
    ("sp-plugs", "sp-on", "ff", 0),
    ("ds-soil", "ds-value", "fs", 0),
    ("ds-value", "ds-sold", "fs", 0),
)
# What moved lately and who waits for it: (moved, waits, days that it moved, days that it then delayed).
MOVES: tuple[tuple[str, str, int, int], ...] = (("fd-map", "op-map", 25, 6), ("la-ring", "bl-rest", 21, 0))
