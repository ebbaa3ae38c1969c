"""A city with two initiatives that take people, money and technology."""

import datetime as dt
from dataclasses import dataclass

import pytest

from initiatives.actions.means import add_skill, add_source, add_technology
from initiatives.enums import Confidentiality, Stage
from initiatives.models import FundingSource, Initiative, Skill, Technology
from tests.kpis.city import City, make_city


@dataclass(frozen=True)
class Means:
    """The small city: Roads leads `lamps`, Health the restricted `talks`, which nobody has a part in."""

    city: City
    lamps: Initiative
    talks: Initiative
    digging: Skill
    source: FundingSource
    digger: Technology


@pytest.fixture
def means(db: None) -> Means:
    """Everything added by the system."""
    city = make_city()
    days = {"starts_on": dt.date(2026, 1, 1), "ends_on": dt.date(2027, 12, 31)}
    lamps = Initiative.objects.create(
        code="LAMPS", name="Lamps that last", stage=Stage.ACTIVE, department=city["roads"], **days
    )
    talks = Initiative.objects.create(
        code="TALKS",
        name="Quiet talks",
        stage=Stage.ACTIVE,
        confidentiality=Confidentiality.RESTRICTED,
        department=city["health"],
        **days,
    )
    return Means(
        city,
        lamps,
        talks,
        add_skill(by=None, code="digging", name="Digging"),
        add_source(by=None, name="City budget"),
        add_technology(by=None, code="digger", name="Digger", quantity=1.0),
    )
