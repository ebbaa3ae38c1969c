"""What every part of the demonstration's register is made of."""

import datetime as dt
from dataclasses import dataclass

from initiatives.models import Initiative
from kpis.models import KPI
from org.models import Department, User
from risks.models import Risk
from strategy.models import Objective, Plan


@dataclass(frozen=True)
class Register:
    """The demonstration with its risks by code; people by the name before the @."""

    plan: Plan
    objectives: dict[str, Objective]
    initiatives: dict[str, Initiative]
    departments: dict[str, Department]
    people: dict[str, User]
    kpis: dict[str, KPI]
    today: dt.date
    risks: dict[str, Risk]
