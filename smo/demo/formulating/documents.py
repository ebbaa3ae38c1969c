"""The demonstration's strategy calendar and charter."""

import datetime as dt

from smo.demo.formulating.documents_content import DATES, Dated
from smo.demo.formulating.scene import Scene
from strategy.models import StrategyDate


def store(scene: Scene) -> None:
    """Add it to the demonstration."""
    StrategyDate.objects.bulk_create([_date(scene, each) for each in DATES])


def _date(scene: Scene, said: Dated) -> StrategyDate:
    """The date in the year of the demonstration; what comes back began the year before."""
    year = scene.today.year - (1 if said.repeats != "once" else 0)
    starts_on = dt.date(year, said.month, said.day)
    return StrategyDate(
        name=said.name,
        kind=said.kind,
        starts_on=starts_on,
        ends_on=starts_on + dt.timedelta(days=said.days - 1) if said.days > 1 else None,
        repeats=said.repeats,
        department=scene.departments.get(said.department),
        owner=scene.people["smo"],
        note=said.note,
    )
