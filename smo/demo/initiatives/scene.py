"""What every part of the demonstration's portfolio is made of."""

import datetime as dt
from dataclasses import dataclass

from initiatives.models import Initiative
from kpis.models import KPI
from org.models import Department, User
from strategy.models import Objective, Plan


@dataclass(frozen=True)
class Portfolio:
    """The demonstration with its initiatives by code; people by the name before the @."""

    plan: Plan
    objectives: dict[str, Objective]
    departments: dict[str, Department]
    people: dict[str, User]
    kpis: dict[str, KPI]
    today: dt.date
    initiatives: dict[str, Initiative]
