"""A small city with two KPIs, for the tests of the measuring instrument.

City → {Works → {Roads, Parks}, Health}. `complaints` is monthly (sum, lower is better), reported by Roads,
Parks and Health; `budget` is yearly, reported by the city itself.
"""

from dataclasses import dataclass

from kpis.actions import create_kpi, open_series
from kpis.models import KPI, Measurement
from org.actions import create_department, create_user, grant_role
from org.enums import Role
from org.models import Department, User


@dataclass(frozen=True)
class City:
    """What there is."""

    departments: dict[str, Department]
    complaints: KPI
    budget: KPI
    staff: User
    head_of_works: User
    steward_of_health: User
    viewer: User

    def __getitem__(self, code: str) -> Department:
        return self.departments[code]


def make_city() -> City:
    """Store the city; nobody has reported anything yet."""
    departments: dict[str, Department] = {}
    for code, parent in [
        ("city", None),
        ("works", "city"),
        ("health", "city"),
        ("roads", "works"),
        ("parks", "works"),
    ]:
        above = departments[parent] if parent else None
        departments[code] = create_department(by=None, code=code, name=code.title(), parent=above)
    staff, head, steward, viewer = (
        _person(name, role, departments.get(where))
        for name, role, where in [
            ("Sam Staff", Role.SMO_STAFF, ""),
            ("Hana Head", Role.DEPARTMENT_HEAD, "works"),
            ("Stella Steward", Role.CONTRIBUTOR, "health"),
            ("Vera Viewer", Role.VIEWER, ""),
        ]
    )
    monthly = {"frequency": "month", "direction": "down", "time_rollup": "sum", "department_rollup": "sum"}
    complaints = create_kpi(
        by=None, code="complaints", name="Complaints", target=8.0, red_line=12.0, **monthly
    )
    for code in ("roads", "parks", "health"):
        who = steward if code == "health" else None
        open_series(by=None, kpi=complaints, department=departments[code], steward=who)
    yearly = {"frequency": "year", "direction": "up", "time_rollup": "last", "department_rollup": "sum"}
    budget = create_kpi(by=None, code="budget", name="Budget", **yearly)
    open_series(by=None, kpi=budget, department=departments["city"])
    return City(departments, complaints, budget, staff, head, steward, viewer)


def _person(name: str, role: str, department: Department | None) -> User:
    email = f"{name.split()[0].lower()}@city.example"
    user = create_user(by=None, email=email, name=name)
    grant_role(by=None, user=user, role=role, department=department)
    return user


Stored = tuple[str, str, int, float]


def current() -> set[Stored]:
    """What is stored now: KPI, department, period (ordinal), value."""
    rows = Measurement.objects.filter(known_to__isnull=True, pending=False)
    return set(rows.values_list("kpi__code", "department__code", "period", "value"))


def month(year: int, number: int) -> int:
    """The ordinal of a month."""
    return year * 12 + number - 1
