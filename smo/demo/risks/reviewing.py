"""The risks of the demonstration: who looked at them, and when they are to be looked at again."""

import datetime as dt

from risks.actions.reviewing import review_risk
from risks.models import Risk, RiskReview
from smo.demo.risks.scene import Register

# Risk, how many days ago, outcome, what was found, in how many days from today it is looked at again.
REVIEWS = (
    ("STORM-SURGE", 100, "changed", "The first hundred metres of the wall stand.", -9),
    ("DEPOT-FIRE", 95, "kept", "The hall is what it was; the drill was put off.", -4),
    ("BRIDGE-CRACK", 150, "changed", "The second crack has grown by two millimetres.", -61),
    ("CYBER", 80, "kept", "The old servers still run.", 12),
    ("RATE-RISE", 170, "kept", "The offer for ten years is on the table.", 30),
    ("COMPLAINT-FLOOD", 60, "kept", "Every third call is answered now, not every fourth.", 120),
    ("HEATWAVE", 75, "kept", "Summer is over; the shutters are not built.", 15),
    ("EU-GRANT", 40, "changed", "The draft was read in the capital and liked.", 50),
)


def store(register: Register) -> None:
    """Reviews of the last months; three risks wait for the next."""
    for code, ago, outcome, note, days in REVIEWS:
        risk = register.risks[code]
        done = review_risk(by=risk.owner, risk=risk, outcome=outcome, note=note)
        day, again = (register.today + dt.timedelta(days=each) for each in (-ago, days))
        # A review is recorded on the day it is held: these were held when the demonstration was younger.
        RiskReview.objects.filter(pk=done.pk).update(reviewed_on=day, next_review_on=again)
        risk.next_review_on = again
        Risk.objects.filter(pk=risk.pk).update(next_review_on=again)
