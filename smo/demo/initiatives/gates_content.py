"""What is asked at the gates of Port Selwyn, and what was said there. All of it is invented."""

from typing import NamedTuple

from initiatives.enums import Stage

CRITERIA = (
    (
        "proposed",
        "One sentence says what changes, and for whom",
        True,
        "Without it nobody can say yes or no.",
    ),
    ("approved", "The objective that it serves is named", True, "With how much it contributes."),
    ("approved", "Money and people are planned", True, "By year, by skill, and where they come from."),
    ("approved", "Who is affected was asked", False, "At least their heads."),
    ("active", "The action plan has owners and dates", True, "Milestones for everything a resident notices."),
    ("active", "The plan is agreed as a baseline", False, "So that later one can say what moved."),
    ("completed", "What it should bring is measured, or will be", True, "KPI, by when, and who looks."),
    ("completed", "What was learned is written down", False, "One page, for the next one."),
)

REQUESTS = {
    Stage.IDEA: "",
    Stage.PROPOSED: "The idea was talked through with those who would do it.",
    Stage.APPROVED: "Money, people and time are planned; we ask for approval.",
    Stage.ACTIVE: "The team is there, the plan has owners; we ask to begin.",
    Stage.ON_HOLD: "The sirens are not delivered before spring; crews help at the wall meanwhile.",
    Stage.COMPLETED: "Everything in scope is done and handed over.",
    Stage.CANCELLED: "The airport moves its terminal; the line would end in a field.",
}


class DecidedSpec(NamedTuple):
    """What was said with a decision, by whom."""

    by: str
    reason: str
    conditions: str = ""


DECIDED = {
    ("BUS-LANES", "approved"): DecidedSpec(
        "executive",
        "The one thing that helps six lines at once.",
        "Deliveries before ten stay possible, and the bridge is left out.",
    ),
    ("SEA-WALL", "approved"): DecidedSpec(
        "otto.brannigan", "There is no second wall. The law asks for it, too."
    ),
    ("DOCK-HOMES", "approved"): DecidedSpec(
        "lucia.fernwood", "The loan holds.", "Phase two begins only when half of phase one is let."
    ),
    ("FAULT-DESK", "active"): DecidedSpec("executive", "Residents do not care whose pothole it is."),
    ("TRAM", "cancelled"): DecidedSpec(
        "executive", "Right to stop now. What was learned about the tracks goes into the cycle loop."
    ),
    ("REPAIR-CAFES", "completed"): DecidedSpec("otto.brannigan", "Eleven rooms are open. Thank you."),
}

WAITING = (
    (
        "SHORE-POWER",
        "rosa.quill",
        "Two lines would pay for it from the first day on. We ask for approval while the loan is cheap.",
        (
            (True, "O11, decisive"),
            (True, "Loan over twelve years; two engineers"),
            (True, "Ferries, fishers"),
        ),
    ),
    (
        "BIN-SENSORS",
        "leon.fischbach",
        "A trial with forty bins saved a fifth of the ways. We ask to go on with four hundred.",
        ((True, "O7"), (False, "The second year is not funded yet"), (True, "Crews and the works council")),
    ),
)
