"""The risks of the demonstration: responses, actions, and plans for the worst."""

import datetime as dt
from decimal import Decimal

from risks.actions.contingency import add_plan, add_step, call_up
from risks.actions.response import add_mitigation, change_mitigation, choose_response
from smo.demo.risks.scene import Register

# Code, response, reason, then actions: name, due in days, cost, progress.
RESPONSES = (
    (
        "STORM-SURGE",
        "reduce",
        "The wall is what the city asked for.",
        (("Raise the western wall", 300, 900_000, 40), ("Test the pumps", -10, 20_000, 60)),
    ),
    ("BUS-DRIVERS", "reduce", "We can train faster.", (("A second class of trainees", 60, 180_000, 50),)),
    (
        "DEPOT-FIRE",
        "reduce",
        "Distance is cheap.",
        (("Space out the chargers", 90, 60_000, 100), ("Drill with the fire brigade", 20, 5_000, 0)),
    ),
    (
        "BRIDGE-CRACK",
        "reduce",
        "New bearings before the inspection.",
        (("Replace the bearings", 120, 700_000, 20),),
    ),
    (
        "CYBER",
        "reduce",
        "Old servers go.",
        (("Second factor for everybody", 30, 40_000, 70), ("Restore from backup once", -5, 8_000, 30)),
    ),
    ("RATE-RISE", "transfer", "Fixed interest for ten years.", (("Refinance two loans", 45, 15_000, 80),)),
    ("FUNDING-CUT", "avoid", "Nothing lasting rests on the grant.", ()),
    ("EU-GRANT", "exploit", "The call fits us.", (("Write the application", 25, 30_000, 60),)),
    (
        "HEAT-PUMPS",
        "enhance",
        "More streets, lower price.",
        (("Ask the next three streets", 50, 10_000, 10),),
    ),
)
PLANS = (
    ("STORM-SURGE", "Clear three streets", (("Sirens", 1), ("Open the school gym", 3), ("Count people", 6))),
    ("BUS-DRIVERS", "Emergency timetable", (("Publish it", 4), ("Ask the neighbours for drivers", 24))),
    ("CYBER", "Counters on paper", (("Cut the network", 1), ("Paper forms to the counters", 4))),
    ("BATHING-WATER", "Close the beach", (("Flags and signs", 2), ("Second sample", 24))),
)


def store(register: Register) -> None:
    """Responses with actions, one of which is done and proposes a rating; four plans, one called up."""
    for code, response, reason, actions in RESPONSES:
        risk = register.risks[code]
        choose_response(by=risk.owner, risk=risk, response=response, reason=reason)
        for name, days, cost, progress in actions:
            action = add_mitigation(
                by=risk.owner,
                risk=risk,
                name=name,
                owner=risk.owner,
                due_on=register.today + dt.timedelta(days=days),
                cost=Decimal(cost),
                state="under_way" if progress else "planned",
                progress=progress,
                to_likelihood=2,
                to_impact=3,
            )
            if progress == 100:
                change_mitigation(by=risk.owner, mitigation=action, state="done")
    for code, name, steps in PLANS:
        risk = register.risks[code]
        plan = add_plan(by=risk.owner, risk=risk, name=name, owner=risk.owner)
        for step, hours in steps:
            add_step(by=risk.owner, plan=plan, name=step, who=risk.owner, within_hours=hours)
        if code == "BUS-DRIVERS":
            call_up(by=risk.owner, plan=plan, reason="Eleven shifts without a driver this week.")
