"""What Port Selwyn can, whom it competes with, what may come, what it takes for granted. All invented."""

from typing import Any

# Area, what belongs to it, now, wanted, how we know, owner.
CAPABILITIES = (
    (
        "Asset upkeep",
        "Knowing what we own and mending before it breaks.",
        2,
        4,
        "Fault register",
        "sefa.tamati",
    ),
    ("Permit handling", "One file, one answer, on time.", 3, 4, "Days from request to answer", "dmitri.vale"),
    (
        "Flood readiness",
        "Walls, pumps, drills, warnings.",
        3,
        5,
        "Report after last winter",
        "henrik.solberg",
    ),
    ("Data and figures", "In on time, open, trusted.", 2, 4, "Audit of forty KPIs", "smo"),
    ("People and skills", "Posts filled, people trained.", 2, 4, "Staff survey", "beatrix.lowe"),
    ("Money", "Budgets that hold, bills paid.", 4, 4, "Auditor's letter", "lucia.fernwood"),
    ("Talking with residents", "Telling, asking, answering.", 3, 4, "Survey of residents", "farah.nasser"),
    ("Projects", "From idea to handover as promised.", 1, 3, "Seven of ten ran over a year", "smo"),
)

# Name, what they offer, better, worse, next moves, our answer, share in %, threat.
COMPETITORS = (
    (
        "Quayhaven harbour",
        "Berths for coasters and a new container crane.",
        "Cheaper dues, a crane of its own.",
        "Shallow water, no railway.",
        "A second crane, if the region pays.",
        "Quick turnaround and rail, not cheaper dues.",
        38.0,
        4,
    ),
    (
        "City of Alderbridge",
        "Homes and schools for the same young families.",
        "Land to build on, permits in six weeks.",
        "An hour from work and from the sea.",
        "A housing estate of 900 homes by the tunnel.",
        "Homes above shops, and short ways.",
        None,
        3,
    ),
    (
        "The islands' own ferry",
        "Guests in summer, straight from the airport.",
        "No change of boat, one ticket.",
        "Does not run from November to March.",
        "A smaller boat for the winter.",
        "One ticket with bus and ferry, all year.",
        12.0,
        2,
    ),
)

# Name, story, signs, likelihood, impact, around, and what it means for each priority.
SCENARIOS: tuple[tuple[str, str, str, int, int, int, dict[str, tuple[int, str]]], ...] = (
    (
        "The great storm",
        "A storm like that of 1953 on a higher sea. The low streets stand under water for a week.",
        "Two storm warnings of the highest level in one winter.",
        3,
        5,
        2029,
        {
            "P1": (-1, "Money for lanes goes into repairs."),
            "P2": (1, "Hundreds need a home on higher ground."),
            "P3": (2, "Everything depends on walls and pumps."),
            "P4": (1, "Reserves and calm staff decide how it ends."),
        },
    ),
    (
        "The quiet harbour",
        "The tunnel takes the cargo, the cannery leaves; the harbour lives on guests and repair.",
        "Cargo falls two years in a row.",
        3,
        4,
        2028,
        {
            "P1": (0, ""),
            "P2": (1, "Quays become land for homes."),
            "P3": (-1, "The harbour earns less; the sea stays."),
            "P4": (2, "A tenth of the budget has to be found anew."),
        },
    ),
    (
        "Everybody comes",
        "Remote work makes towns by the sea dear. Rents double, schools overflow, buses are full.",
        "More than 1,500 people move here in one year.",
        2,
        4,
        2030,
        {
            "P1": (2, "Streets cannot hold more cars."),
            "P2": (2, "Without homes those who work here leave."),
            "P3": (0, ""),
            "P4": (1, "More income, more to keep up."),
        },
    ),
)

# What is believed, why, sure, impact, priority, owner, and its tripwire.
ASSUMPTIONS: tuple[tuple[str, str, int, int, str, str, dict[str, Any]], ...] = (
    (
        "Buses stay punctual enough that people leave the car at home",
        "Three years of surveys: punctuality decides.",
        3,
        4,
        "P1",
        "head",
        {"tripwire": "kpi", "kpi": "bus-on-time", "crossing": "below", "threshold": 85.0},
    ),
    (
        "The region goes on paying for cycle lanes",
        "The fund is agreed until the elections.",
        3,
        4,
        "P1",
        "smo",
        {"tripwire": "date", "days": 40},
    ),
    (
        "The building trade can deliver 200 homes a year",
        "Four builders said so in the housing round.",
        2,
        5,
        "P2",
        "clara.whitlock",
        {"tripwire": "kpi", "kpi": "affordable-homes", "crossing": "below", "threshold": 40.0},
    ),
    (
        "The harbour brings a tenth of the budget",
        "Dues and rents of the last five years.",
        4,
        5,
        "P3",
        "noor.abelson",
        {"tripwire": "kpi", "kpi": "berths", "crossing": "below", "threshold": 40.0},
    ),
    (
        "The sea wall holds until the new one stands",
        "Expert report, renewed every two years.",
        3,
        5,
        "P3",
        "henrik.solberg",
        {"tripwire": "date", "days": 120},
    ),
    (
        "Posts can be filled at the present pay",
        "Applications for each post in the last year.",
        2,
        4,
        "P4",
        "beatrix.lowe",
        {"tripwire": "kpi", "kpi": "vacant-posts", "crossing": "above", "threshold": 12.0},
    ),
    ("Interest stays below four per cent", "Forecast of the central bank.", 4, 3, "P4", "lucia.fernwood", {}),
    (
        "No law moves tasks to the city without money",
        "It has happened twice in ten years.",
        3,
        3,
        "P4",
        "",
        {},
    ),
)
