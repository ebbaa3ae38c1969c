"""What every part of the demonstration's strategy work is made of."""

import datetime as dt
from dataclasses import dataclass

from kpis.models import KPI
from org.models import Department, User
from strategy.models import Plan


@dataclass(frozen=True)
class Scene:
    """The demonstration as it stands so far: its people by the name before the @, and the day."""

    plan: Plan
    departments: dict[str, Department]
    people: dict[str, User]
    kpis: dict[str, KPI]
    today: dt.date
