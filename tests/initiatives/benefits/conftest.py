"""An initiative of the small city that should lower its complaints, which are measured."""

import datetime as dt
from dataclasses import dataclass

import pytest

from initiatives.actions.benefits import add_benefit
from initiatives.enums import Stage
from initiatives.models import Benefit, Initiative
from kpis.actions import Entry, record_measurements, roll_up_all
from org.actions import create_user, grant_role
from org.enums import Role
from org.models import User
from tests.kpis.city import City, make_city, month

TODAY = dt.date(2026, 11, 22)


@dataclass(frozen=True)
class Town:
    """Lina leads `lamps` of Roads; Owen owns the benefit: four complaints fewer at Roads by mid 2027."""

    city: City
    lamps: Initiative
    benefit: Benefit
    lina: User
    owen: User


@pytest.fixture
def town(db: None) -> Town:
    """Complaints of Roads: 10 a month until 2025, 7 since."""
    city = make_city()
    lina, owen = (
        create_user(by=None, email=f"{name}@city.example", name=name.title()) for name in ("lina", "owen")
    )
    for person in (lina, owen):
        grant_role(by=None, user=person, role=Role.VIEWER)
    values = [10.0] * 12 + [7.0] * 10
    rows = [
        Entry(city.complaints.pk, city["roads"].pk, month(2025, 1) + n, value)
        for n, value in enumerate(values)
    ]
    record_measurements(by=city.staff, rows=rows)
    roll_up_all(as_of=TODAY)
    lamps = Initiative.objects.create(
        code="LAMPS",
        name="Lamps",
        department=city["roads"],
        lead=lina,
        stage=Stage.ACTIVE,
        starts_on=dt.date(2025, 12, 31),
    )
    benefit = add_benefit(
        by=lina,
        initiative=lamps,
        name="Fewer complaints",
        kpi=city.complaints,
        department=city["roads"],
        expected=-4.0,
        due_on=dt.date(2027, 6, 30),
        check_on=dt.date(2026, 11, 1),
        owner=owen,
    )
    return Town(city, lamps, benefit, lina, owen)
