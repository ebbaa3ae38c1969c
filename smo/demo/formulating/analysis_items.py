"""What the strategy office of Port Selwyn saw through its lenses. All of it is invented."""

from typing import NamedTuple


class Seen(NamedTuple):
    """An item; `place`: its quadrant (SWOT) or category, `on_board`: quadrant of what another lens saw."""

    lens: str
    place: str
    statement: str
    impact: int
    likelihood: int | None = None
    evidence: str = ""
    kpi: str = ""
    owner: str = ""
    course: str = ""
    horizon: str = ""
    on_board: str = ""


SEEN = (
    Seen(
        "swot", "strength", "The ferry brings guests who come again", 4, 5, "Survey on the quay", "come-again"
    ),
    Seen(
        "swot", "strength", "Reserves carry one bad year", 5, 4, "Accounts of the last five years", "reserves"
    ),
    Seen("swot", "strength", "Two thirds of permits can be asked for online", 3, 5, "", "permits-online"),
    Seen(
        "swot",
        "strength",
        "Repair cafés keep things out of the bins",
        2,
        4,
        "Visits counted at six cafés",
        "repair-visits",
        "oskar.brandt",
    ),
    Seen(
        "swot",
        "weakness",
        "The same faults come back within a year",
        4,
        5,
        "Fault register: a third were mended before",
        "same-fault-twice",
        "sefa.tamati",
    ),
    Seen("swot", "weakness", "Posts stay vacant for months", 4, 4, "", "vacant-posts", "beatrix.lowe"),
    Seen("swot", "weakness", "A third of street lights are older than their makers' promise", 3, 4),
    Seen(
        "swot",
        "weakness",
        "Figures of three offices come too late to decide on",
        3,
        4,
        "Calendar of the monthly values",
        "values-on-time",
    ),
    Seen("swot", "opportunity", "Empty upper floors above shops could become homes", 4, 3, "", "empty-homes"),
    Seen(
        "swot", "opportunity", "The university wants to try its flood sensors here", 3, 4, "Letter of intent"
    ),
    Seen("swot", "threat", "Insurers may leave the low streets", 5, 3, "Two of five asked for new terms"),
    Seen("swot", "threat", "The cannery, a tenth of the dues, may move", 4, 2, "", "berths", "noor.abelson"),
    Seen(
        "pestel",
        "political",
        "Regional elections decide on the mobility fund",
        3,
        4,
        horizon="soon",
        course="steady",
    ),
    Seen(
        "pestel",
        "political",
        "Neighbouring towns ask for a common waste company",
        2,
        3,
        "Minutes of the mayors' round",
        horizon="soon",
    ),
    Seen(
        "pestel",
        "economic",
        "Building costs grow faster than the city's income",
        4,
        5,
        "Tender prices of three years",
        course="rising",
        horizon="now",
        on_board="threat",
    ),
    Seen("pestel", "economic", "Wages of drivers and engineers rise", 3, 5, course="rising", horizon="now"),
    Seen(
        "pestel",
        "social",
        "Every fourth resident will be over 65 in ten years",
        4,
        5,
        "Population register",
        course="rising",
        horizon="later",
    ),
    Seen("pestel", "social", "More people work from home and shop where they live", 3, 4, horizon="now"),
    Seen(
        "pestel",
        "technological",
        "Sensors for water, bins and lights have become cheap",
        3,
        5,
        course="falling",
        horizon="now",
        on_board="opportunity",
    ),
    Seen(
        "pestel", "environmental", "The sea stands higher every decade", 5, 5, "Tide gauge", course="rising"
    ),
    Seen("pestel", "environmental", "Summers without rain empty the reservoir", 4, 3, horizon="soon"),
    Seen(
        "pestel",
        "legal",
        "Bathing water has to be tested twice as often",
        2,
        5,
        "Directive, in force in two years",
        "bathing-water",
        horizon="soon",
    ),
    Seen(
        "forces",
        "rivalry",
        "Quayhaven lowers its berth dues",
        4,
        4,
        "Its tariff of this year",
        course="rising",
    ),
    Seen("forces", "entrants", "A private marina is planned outside the city line", 3, 2, horizon="soon"),
    Seen(
        "forces", "substitutes", "Lorries through the new tunnel replace short sea cargo", 4, 3, "", "cargo"
    ),
    Seen("forces", "suppliers", "Only two makers of electric buses deliver in time", 3, 4, horizon="now"),
    Seen("forces", "buyers", "Three lines bring most of the ferry guests", 4, 4, "", "ferry-guests"),
    Seen(
        "trends",
        "demand",
        "Guests stay shorter and come in every season",
        3,
        4,
        "",
        "hotel-nights",
        "farah.nasser",
        "rising",
        "now",
    ),
    Seen("trends", "demand", "Households want smaller homes", 3, 5, course="rising", horizon="now"),
    Seen("trends", "supply", "Fewer people learn a trade", 4, 4, "School leavers' survey", course="falling"),
    Seen("trends", "practice", "Cities publish their figures as they arise", 2, 4, "", "open-data"),
)
