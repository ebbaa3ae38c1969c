"""Three methods to begin with. An organisation makes them its own in the browser."""

from typing import NamedTuple

from initiatives.enums import ElementKind, Size

ROLE, DELIVERABLE, CHECK = ElementKind.ROLE, ElementKind.DELIVERABLE, ElementKind.CHECK
SMALL, MEDIUM, LARGE = Size.SMALL, Size.MEDIUM, Size.LARGE


class Ask(NamedTuple):
    """Something asked for, from a size on."""

    kind: str
    name: str
    from_size: str
    help: str


class StageSpec(NamedTuple):
    """A stage and what is asked for in it."""

    name: str
    purpose: str
    guidance: str
    asks: tuple[Ask, ...]


class MethodSpec(NamedTuple):
    """A method; `throughout`: what is asked for in every stage."""

    code: str
    name: str
    summary: str
    guidance: str
    throughout: tuple[Ask, ...]
    stages: tuple[StageSpec, ...]


STAGED = MethodSpec(
    "staged",
    "Staged",
    "One stage after the other, each with a decision before the next.",
    "Fits what cannot be undone: buildings, contracts, laws. Money is released stage by stage, so stopping "
    "early is cheap and no shame.",
    (
        Ask(ROLE, "Sponsor who decides", SMALL, "Has the money and can say no. One person, not a board."),
        Ask(ROLE, "Finance partner", MEDIUM, "Reads the figures every month before the update is handed in."),
        Ask(ROLE, "Voice of those affected", LARGE, "Somebody who will live with the result."),
    ),
    (
        StageSpec(
            "Prepare",
            "Know why, for whom, and what it would take.",
            "Write one page. If it needs two, the idea is not clear yet. Ask three people who will have to "
            "live with it, and write down what they object to.",
            (
                Ask(
                    DELIVERABLE,
                    "Reason in one page",
                    SMALL,
                    "Problem, those who have it, what changes, how we will see it.",
                ),
                Ask(
                    DELIVERABLE,
                    "Options compared",
                    MEDIUM,
                    "At least three, one of them doing nothing, with cost and effect.",
                ),
                Ask(CHECK, "A KPI says whether it worked", SMALL, "Named, with its value today."),
                Ask(
                    CHECK,
                    "Overlaps with others looked at",
                    MEDIUM,
                    "The coordination page lists what looks alike.",
                ),
            ),
        ),
        StageSpec(
            "Plan",
            "Agree on time, money and people, and freeze them as a baseline.",
            "Plan backwards from the day on which people notice the difference. Leave air before what "
            "depends on others.",
            (
                Ask(
                    DELIVERABLE,
                    "Action plan with milestones",
                    SMALL,
                    "Five to fifteen lines; more hides the late one.",
                ),
                Ask(DELIVERABLE, "Budget by year and source", MEDIUM, "Operating and capital apart."),
                Ask(CHECK, "Baseline set", MEDIUM, "What was agreed is compared with what happens."),
                Ask(
                    CHECK,
                    "Departments agreed to their people",
                    LARGE,
                    "Those who give hours said yes themselves.",
                ),
                Ask(
                    DELIVERABLE,
                    "Plan for those affected",
                    LARGE,
                    "Who has to know, want, learn and practise what.",
                ),
            ),
        ),
        StageSpec(
            "Build",
            "Do it, tell the truth about it, and change the plan openly.",
            "Short honest updates beat long ones. Red early is help; red late is damage. What moves a date "
            "of others is told the same day.",
            (
                Ask(
                    CHECK,
                    "Update handed in on every due day",
                    SMALL,
                    "Three minutes, prefilled with the last one.",
                ),
                Ask(
                    CHECK,
                    "Changes to the baseline have a reason",
                    MEDIUM,
                    "A new baseline is a decision, not a correction.",
                ),
                Ask(
                    DELIVERABLE,
                    "Test with real users",
                    MEDIUM,
                    "Before it is finished, while it can still change.",
                ),
            ),
        ),
        StageSpec(
            "Hand over",
            "Whoever runs it from now on can, wants to and has the money for it.",
            "The day after the end is the first real day. Plan it like a milestone.",
            (
                Ask(ROLE, "Owner of the running service", SMALL, "Signs that it is theirs now."),
                Ask(DELIVERABLE, "Handover with running cost", MEDIUM, "What it costs a year, and who pays."),
                Ask(CHECK, "Day set to look at the benefits", SMALL, "Half a year later somebody compares."),
                Ask(DELIVERABLE, "What we learned", MEDIUM, "Two things to repeat, two to avoid."),
            ),
        ),
    ),
)

AGILE = MethodSpec(
    "agile",
    "Agile",
    "Small usable steps, shown every few weeks; the plan follows what was learned.",
    "Fits what nobody can specify in advance: digital services, new ways of working. Time and money are "
    "fixed, what gets done within them is not.",
    (
        Ask(ROLE, "Product owner", SMALL, "Decides what comes next, every week, and is reachable."),
        Ask(
            ROLE,
            "Team that stays together",
            MEDIUM,
            "At least half of their time, for more than three months.",
        ),
        Ask(ROLE, "Sponsor who clears the way", MEDIUM, "Removes what the team cannot remove."),
    ),
    (
        StageSpec(
            "Discover",
            "Understand the people and the problem before a solution is chosen.",
            "Watch five people do the task as they do it today. Write down what they do, not what they say.",
            (
                Ask(
                    DELIVERABLE,
                    "What people do today",
                    SMALL,
                    "Five observations, with the places where they get stuck.",
                ),
                Ask(
                    DELIVERABLE,
                    "The riskiest assumption",
                    SMALL,
                    "What must be true for all this to make sense.",
                ),
                Ask(CHECK, "A KPI says whether it worked", SMALL, "Named, with its value today."),
            ),
        ),
        StageSpec(
            "Try",
            "Prove the riskiest assumption with something people can use.",
            "Ugly and real beats beautiful and imagined. Stop here if the assumption fails.",
            (
                Ask(
                    DELIVERABLE, "Something that people used", SMALL, "A few of them, for their own purposes."
                ),
                Ask(CHECK, "Privacy and security looked at", MEDIUM, "By somebody who may say no."),
                Ask(CHECK, "Go on or stop decided", SMALL, "At the gate, with what was learned."),
            ),
        ),
        StageSpec(
            "Grow",
            "Deliver to more people, a step every few weeks.",
            "Show what works on a fixed day, invite those who doubt it. Measure use, not progress.",
            (
                Ask(CHECK, "Shown at least once a month", SMALL, "To users, not only to the sponsor."),
                Ask(DELIVERABLE, "Order of what comes next", SMALL, "A list with a top; no list of wishes."),
                Ask(CHECK, "Old way switched off for a group", MEDIUM, "Two ways side by side cost twice."),
            ),
        ),
        StageSpec(
            "Run",
            "It belongs to somebody and is improved, not abandoned.",
            "A service is never finished. Agree who improves it with which money.",
            (
                Ask(ROLE, "Owner of the running service", SMALL, "Has money for the next year."),
                Ask(CHECK, "Day set to look at the benefits", SMALL, "Half a year later somebody compares."),
            ),
        ),
    ),
)

LIGHT = MethodSpec(
    "light",
    "Light",
    "For what a few people do in a few months: why, what, who, until when.",
    "Fits what is small and can be undone. If it grows over half a year or over one department, choose "
    "another method.",
    (Ask(ROLE, "One person who makes it happen", SMALL, "Not two."),),
    (
        StageSpec(
            "Agree",
            "Everybody concerned says yes to the same sentence.",
            "One sentence of purpose, one date, one name.",
            (
                Ask(DELIVERABLE, "Purpose in one sentence", SMALL, "Who has what from it by when."),
                Ask(CHECK, "Those concerned said yes", SMALL, "Asked in person."),
            ),
        ),
        StageSpec(
            "Do",
            "Get it done, say what is late.",
            "A list of five to ten tasks is plan enough.",
            (Ask(DELIVERABLE, "List of tasks", SMALL, "With a name and a day each."),),
        ),
        StageSpec(
            "Close",
            "Look whether it helped.",
            "Ask the three people for whom it was made.",
            (Ask(CHECK, "Looked whether it helped", SMALL, "With the KPI, or by asking."),),
        ),
    ),
)

METHODS = (STAGED, AGILE, LIGHT)
