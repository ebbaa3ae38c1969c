"""Departments and people of Port Selwyn. All of it is invented."""

from typing import NamedTuple

NAME = "Port Selwyn"
TAGLINE = "A fictional city with invented people"


class DepartmentSpec(NamedTuple):
    """A department; `parent` is a code, empty for the city itself."""

    code: str
    name: str
    short_name: str
    parent: str
    description: str


DEPARTMENTS = tuple(
    DepartmentSpec(*row)
    for row in (
        ("city", "City of Port Selwyn", "City", "", "Everything the city does"),
        ("strategy", "Strategy Office", "Strategy", "city", "Keeps the plan, its numbers and its promises"),
        ("streets", "Streets and Mobility", "Streets", "city", "How people move and what they walk on"),
        ("homes", "Homes and Planning", "Homes", "city", "Where people live and what gets built"),
        ("shore", "Shore and Environment", "Shore", "city", "The coast, the water and what we throw away"),
        ("economy", "Harbour and Economy", "Economy", "city", "Ships, guests and what they bring"),
        ("resources", "Finance and People", "Resources", "city", "Money, staff and the tools they need"),
        ("works", "Public Works", "Works", "streets", "Roads, lights, parks and what lies under them"),
        ("transport", "Transport", "Transport", "streets", "Buses, cycle lanes and the ferry to the islands"),
        ("housing", "Housing", "Housing", "homes", "Affordable homes and people without one"),
        ("planning", "Planning and Permits", "Planning", "homes", "Plans, permits and inspections"),
        ("coast", "Coastal Protection", "Coast", "shore", "Sea walls, dunes and storm drills"),
        ("waste", "Waste and Reuse", "Waste", "shore", "Collections, recycling and repair cafés"),
        ("harbour", "Harbour Authority", "Harbour", "economy", "Berths, cargo and pilots"),
        ("visitors", "Visitors and Events", "Visitors", "economy", "Guests in every season"),
        ("finance", "Finance", "Finance", "resources", "Budget, invoices and reserves"),
        ("people", "People and Learning", "People", "resources", "Recruiting, health and training"),
        ("roads", "Roads and Bridges", "Roads", "works", "Carriageways, crossings and three bridges"),
        ("parks", "Parks and Playgrounds", "Parks", "waste", "Green places and the paths to them"),
        ("depot-quay", "Quayside Depot", "Quayside", "transport", "Lines 1 to 6 and the night bus"),
        ("depot-hill", "Hillcrest Depot", "Hillcrest", "transport", "Lines 7 to 12"),
        ("depot-north", "Northgate Depot", "Northgate", "transport", "Lines 20 to 25 and school buses"),
    )
)

# Parks worked under Waste until it was moved; its numbers before that day stay where they were.
MOVED = ("parks", "works")
MOVED_MONTHS_AGO = 15


class PersonSpec(NamedTuple):
    """Somebody besides the accounts one signs in with."""

    name: str
    job_title: str
    role: str
    department: str  # code; empty: the whole organisation

    @property
    def login(self) -> str:
        """First part of the address."""
        return self.name.lower().replace(" ", ".").replace("'", "")


PEOPLE = tuple(
    PersonSpec(*row)
    for row in (
        ("Priya Halloran", "Strategy analyst", "smo_staff", ""),
        ("Otto Brannigan", "Deputy city manager", "executive", ""),
        ("Lucia Fernwood", "Chief financial officer", "executive", ""),
        ("Rasmus Thorne", "Director of streets and mobility", "department_head", "streets"),
        ("Amara Diallo", "Director of homes and planning", "department_head", "homes"),
        ("Henrik Solberg", "Director of shore and environment", "department_head", "shore"),
        ("Farah Nasser", "Director of harbour and economy", "department_head", "economy"),
        ("Beatrix Lowe", "Director of finance and people", "department_head", "resources"),
        ("Sefa Tamati", "Head of public works", "department_head", "works"),
        ("Clara Whitlock", "Head of housing", "department_head", "housing"),
        ("Dmitri Vale", "Head of planning", "department_head", "planning"),
        ("Oskar Brandt", "Head of waste and reuse", "department_head", "waste"),
        ("Noor Abelson", "Harbour master", "department_head", "harbour"),
        ("Gwen Parrish", "Roads engineer", "contributor", "roads"),
        ("Iker Montoya", "Parks supervisor", "contributor", "parks"),
        ("Yuki Tran", "Housing officer", "contributor", "housing"),
        ("Samuel Osei", "Permit desk lead", "contributor", "planning"),
        ("Marit Oyelaran", "Coastal engineer", "contributor", "coast"),
        ("Leon Fischbach", "Collections planner", "contributor", "waste"),
        ("Rosa Quill", "Berth planner", "contributor", "harbour"),
        ("Anton Mercer", "Events manager", "contributor", "visitors"),
        ("Hana Kirkwood", "Accountant", "contributor", "finance"),
        ("David Achterberg", "People analyst", "contributor", "people"),
        ("Tilda Rowe", "Ferry captain", "viewer", ""),
    )
)

# Who reports the series of a department.
STEWARDS = {
    "city": "priya.halloran",
    "strategy": "priya.halloran",
    "streets": "gwen.parrish",
    "homes": "yuki.tran",
    "shore": "marit.oyelaran",
    "economy": "anton.mercer",
    "resources": "hana.kirkwood",
    "works": "gwen.parrish",
    "roads": "gwen.parrish",
    "parks": "iker.montoya",
    "transport": "contributor",
    "depot-quay": "contributor",
    "depot-hill": "contributor",
    "depot-north": "contributor",
    "housing": "yuki.tran",
    "planning": "samuel.osei",
    "coast": "marit.oyelaran",
    "waste": "leon.fischbach",
    "harbour": "rosa.quill",
    "visitors": "anton.mercer",
    "finance": "hana.kirkwood",
    "people": "david.achterberg",
}
