"""What the demonstration's strategy calendar and charter say."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Dated:
    """A date of the year, over some days, perhaps coming back."""

    name: str
    kind: str
    month: int
    day: int
    days: int = 1
    repeats: str = "once"
    department: str = ""
    note: str = ""


DATES = (
    Dated("Council retreat on the strategy", "planning", 2, 12, 2, note="Harbour house; outcomes by noon."),
    Dated("Strategy review of the quarter", "review", 1, 28, repeats="quarterly"),
    Dated("Figures of the month are complete", "reporting", 1, 15, repeats="monthly"),
    Dated("Scorecard goes to the council", "reporting", 1, 31, repeats="quarterly"),
    Dated("Annual report on the strategy", "reporting", 3, 20, repeats="yearly"),
    Dated("Budget guidelines", "budget", 5, 4, repeats="yearly", note="Which objectives get more, and less."),
    Dated("Departments hand in their budgets", "budget", 7, 10, repeats="yearly"),
    Dated("Council decides the budget", "budget", 11, 26, repeats="yearly"),
    Dated("The analysis is looked at again", "planning", 4, 13, 5, "yearly"),
    Dated("Departments' plans for the next year", "planning", 9, 14, 12, "yearly"),
    Dated("Residents' survey", "other", 6, 1, 21, "yearly"),
    Dated("Open day: how are we doing?", "other", 9, 5, note="Town hall, with the map on the wall."),
    Dated("Review of the transport network plan", "review", 10, 8, department="transport"),
    Dated("Training for new KPI owners", "other", 3, 3, repeats="yearly"),
)

CHARTER = {
    "mandate": "The strategy office sees to it that the city's strategy is made, understood and carried out, "
    "and that everybody can see how far it has come. It answers to the city manager.",
    "authority": "It asks every department for its figures and plans, calls the strategy reviews, proposes "
    "revisions, and may stop an initiative's next stage until its case is clear. It decides no budget.",
    "principles": "Numbers before opinions, and both written down.\nBad news early.\n"
    "One page rather than ten.",
}
MEMBERS = (
    ("smo", "Leads the office, keeps the plan and its reviews"),
    ("executive", "Sponsor in the city's leadership"),
    ("contributor", "Looks after figures and definitions"),
)
SERVICES = (
    ("Strategy reviews", "Prepared, led and followed up, every quarter.", "City leadership"),
    ("Help with KPIs", "Definitions, targets, and a second look at the figures.", "Owners of KPIs"),
    ("Departmental planning", "Templates and two afternoons at your table.", "Heads of departments"),
    ("Workshops on risks and options", "From an open question to a decision.", "Project teams"),
    ("Report to the council", "One scorecard and what is behind it.", "Council and residents"),
)
