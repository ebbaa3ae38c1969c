"""The risks of the demonstration: responses, actions, and plans for the worst."""

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from risks.actions.contingency import add_plan, add_step
from risks.actions.response import add_mitigation, change_mitigation, choose_response
from risks.models import Mitigation, Risk
from smo.demo.risks.scene import Register


class Deed(NamedTuple):
    """An action: due so many days from the load; `owner` a login, else the risk's owner."""

    name: str
    days: int
    cost: int
    progress: int
    owner: str = ""
    levels: tuple[int, int] | None = (2, 3)


# By code: response, reason, actions.
RESPONSES: dict[str, tuple[str, str, tuple[Deed, ...]]] = {
    "STORM-SURGE": (
        "reduce",
        "The wall is what the city asked for.",
        (
            Deed("Raise the western wall", 300, 900_000, 40),
            Deed("Test the pumps", -10, 20_000, 60),
            Deed("A second cable to the pumps", 150, 140_000, 0, "noor.abelson"),
            Deed("Sandbags at eleven corners", -60, 12_000, 100, levels=None),
        ),
    ),
    "BUS-DRIVERS": (
        "reduce",
        "We can train faster.",
        (
            Deed("A second class of trainees", 60, 180_000, 50),
            Deed("Keep who would retire for a year", 30, 90_000, 20, "beatrix.lowe"),
            Deed("Shifts that parents can work", -20, 0, 100, levels=None),
        ),
    ),
    "DEPOT-FIRE": (
        "reduce",
        "Distance is cheap.",
        (Deed("Space out the chargers", 90, 60_000, 100), Deed("Drill with the fire brigade", 20, 5_000, 0)),
    ),
    "BRIDGE-CRACK": (
        "reduce",
        "New bearings before the inspection.",
        (
            Deed("Replace the bearings", 120, 700_000, 20),
            Deed("Gauges on both cracks", -45, 18_000, 100, levels=None),
            Deed("Agree on the detour", -15, 0, 40, "head"),
        ),
    ),
    "FLOOD-PERMIT": (
        "reduce",
        "Nobody should permit by an old map.",
        (
            Deed("A new flood map", 80, 110_000, 30),
            Deed("A second look at what lies low", -3, 15_000, 80, "samuel.osei"),
        ),
    ),
    "CYBER": (
        "reduce",
        "Old servers go.",
        (
            Deed("Second factor for everybody", 30, 40_000, 70),
            Deed("Restore from backup once", -5, 8_000, 30),
            Deed("Replace the four oldest servers", 180, 260_000, 10),
        ),
    ),
    "RATE-RISE": (
        "transfer",
        "Fixed interest for ten years.",
        (Deed("Refinance two loans", 45, 15_000, 80),),
    ),
    "CONTRACTOR": (
        "transfer",
        "A bond costs less than a ruin.",
        (
            Deed("A bond for completion", 40, 120_000, 50),
            Deed("Look into the accounts every month", 10, 6_000, 60, "lucia.fernwood"),
        ),
    ),
    "FUNDING-CUT": ("avoid", "Nothing lasting rests on the grant.", ()),
    "BATHING-WATER": (
        "reduce",
        "Rain has to be kept out of the sewers.",
        (
            Deed("A basin for rain above the bay", 240, 45_000, 10),
            Deed("Samples twice a week in summer", -120, 4_000, 100, levels=None),
        ),
    ),
    "COMPLAINT-FLOOD": (
        "reduce",
        "Half of the calls ask what a page could answer.",
        (
            Deed("The ten usual answers on the web", 25, 7_000, 60),
            Deed("Two more at the desk", 70, 95_000, 0),
        ),
    ),
    "TRADE-LOST": (
        "reduce",
        "What two know has to be written down.",
        (
            Deed("Draw the old network", 100, 30_000, 30),
            Deed("Two apprentices", -30, 60_000, 100, levels=None),
        ),
    ),
    "OIL-SPILL": ("reduce", "A boom costs little.", (Deed("Booms for every berth", 75, 85_000, 40),)),
    "EU-GRANT": ("exploit", "The call fits us.", (Deed("Write the application", 25, 30_000, 60),)),
    "HEAT-PUMPS": (
        "enhance",
        "More streets, lower price.",
        (Deed("Ask the next three streets", 50, 10_000, 10),),
    ),
}
PLANS = (
    ("STORM-SURGE", "Clear three streets", (("Sirens", 1), ("Open the school gym", 3), ("Count people", 6))),
    ("BUS-DRIVERS", "Emergency timetable", (("Publish it", 4), ("Ask the neighbours for drivers", 24))),
    ("CYBER", "Counters on paper", (("Cut the network", 1), ("Paper forms to the counters", 4))),
    ("BATHING-WATER", "Close the beach", (("Flags and signs", 2), ("Second sample", 24))),
)


# How many days ago a plan was tested; the others never were.
TESTED = {"STORM-SURGE": 200, "CYBER": 500, "BATHING-WATER": 90}
ACCEPTED_FOR = 15  # days: what was accepted ends soon


def store(register: Register) -> None:
    """Responses with actions, one of which is done and proposes a rating; a risk borne; four plans."""
    for code, (response, reason, deeds) in RESPONSES.items():
        risk = register.risks[code]
        choose_response(by=risk.owner, risk=risk, response=response, reason=reason)
        for deed in deeds:
            _act(register, risk, deed)
    choose_response(
        by=register.people["executive"],
        risk=register.risks["SHOPS-PROTEST"],
        response="accept",
        reason="The lanes are worth a quarrel.",
        accepted_until=register.today + dt.timedelta(days=ACCEPTED_FOR),
    )
    for code, name, steps in PLANS:
        _plan(register, register.risks[code], name, steps)


def _act(register: Register, risk: Risk, deed: Deed) -> None:
    likelihood, impact = deed.levels or (None, None)
    action = add_mitigation(
        by=risk.owner,
        risk=risk,
        name=deed.name,
        owner=register.people[deed.owner] if deed.owner else risk.owner,
        due_on=register.today + dt.timedelta(days=deed.days),
        cost=Decimal(deed.cost) if deed.cost else None,
        state="under_way" if deed.progress else "planned",
        progress=deed.progress,
        to_likelihood=likelihood,
        to_impact=impact,
    )
    if deed.progress == 100:
        change_mitigation(by=risk.owner, mitigation=action, state="done")
        done_on = min(register.today, register.today + dt.timedelta(days=deed.days))
        Mitigation.objects.filter(pk=action.pk).update(done_on=done_on)  # not all on the day of the load


def _plan(register: Register, risk: Risk, name: str, steps: tuple[tuple[str, int], ...]) -> None:
    tested = TESTED.get(risk.code)
    plan = add_plan(
        by=risk.owner,
        risk=risk,
        name=name,
        owner=risk.owner,
        tested_on=register.today - dt.timedelta(days=tested) if tested else None,
    )
    for step, hours in steps:
        add_step(by=risk.owner, plan=plan, name=step, who=risk.owner, within_hours=hours)
