"""How people of Port Selwyn score what could be begun next. All of it is invented."""

CLOSED = "What could begin next year"
CLOSED_NOTE = "As if each of them were paid for: what is it worth, and what does it ask of us?"
OPEN = "Second look before the budget"
OPEN_NOTE = "The budget is smaller than we thought. Please score once more, by what we know now."
CRITERIA = ("Value", "Urgency", "Fit", "Effort", "Risk")

# By scorer and initiative, in the order of the criteria; Ines Okafor may not see the sale of the depot.
SCORES = {
    "smo": {
        "CYCLE-LOOP": (4, 3, 5, 4, 3),
        "SHORE-POWER": (4, 3, 4, 4, 3),
        "BIN-SENSORS": (2, 2, 2, 2, 2),
        "PERMIT-BOT": (3, 2, 4, 1, 3),
        "STORM-SIRENS": (4, 5, 5, 2, 1),
        "DEPOT-SALE": (3, 3, 3, 2, 3),
    },
    "executive": {
        "CYCLE-LOOP": (5, 3, 5, 4, 3),
        "SHORE-POWER": (5, 4, 4, 4, 4),
        "BIN-SENSORS": (2, 1, 2, 2, 2),
        "PERMIT-BOT": (2, 2, 3, 2, 4),
        "STORM-SIRENS": (5, 5, 5, 1, 1),
        "DEPOT-SALE": (4, 4, 4, 2, 4),
    },
    "head": {
        "CYCLE-LOOP": (5, 5, 5, 3, 2),
        "SHORE-POWER": (2, 2, 3, 5, 4),
        "BIN-SENSORS": (3, 2, 3, 2, 2),
        "PERMIT-BOT": (4, 3, 4, 1, 2),
        "STORM-SIRENS": (4, 4, 5, 2, 1),
    },
    "lucia.fernwood": {
        "CYCLE-LOOP": (3, 2, 4, 5, 4),
        "SHORE-POWER": (4, 4, 4, 4, 2),
        "BIN-SENSORS": (3, 2, 2, 2, 3),
        "PERMIT-BOT": (3, 3, 4, 2, 3),
        "STORM-SIRENS": (3, 4, 4, 2, 2),
        "DEPOT-SALE": (5, 4, 4, 1, 2),
    },
}
NOTES = {
    ("head", "CYCLE-LOOP", "Urgency"): "The grant for the two bridges ends with the year after next.",
    ("lucia.fernwood", "CYCLE-LOOP", "Effort"): "Two bridges and a loan: nothing here is small.",
    ("head", "SHORE-POWER", "Value"): "Four ships a week in summer, one in winter.",
}
BEGUN = {"smo": {"SHORE-POWER": (4, 4, 4, 4, 3), "CYCLE-LOOP": (4, 4, 5, 4, 3)}}
