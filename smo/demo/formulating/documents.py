"""The demonstration's strategy calendar and charter."""

import datetime as dt

from smo.demo.formulating.documents_content import CHARTER, DATES, MEMBERS, SERVICES, Dated
from smo.demo.formulating.scene import Scene
from strategy.models import Charter, CharterMember, CharterService, StrategyDate


def store(scene: Scene) -> None:
    """Add it to the demonstration."""
    StrategyDate.objects.bulk_create([_date(scene, each) for each in DATES])
    _charter(scene)


def _charter(scene: Scene) -> None:
    approved = dt.date(scene.today.year - 1, 12, 4)
    review = dt.date(scene.today.year + 1, 1, 15)
    executive = scene.people["executive"]
    Charter.objects.create(pk=1, **CHARTER, approved_by=executive, approved_on=approved, review_on=review)
    for position, (login, part) in enumerate(MEMBERS):
        CharterMember.objects.create(person=scene.people[login], part=part, position=position)
    for position, (name, description, audience) in enumerate(SERVICES):
        CharterService.objects.create(
            name=name,
            description=description,
            audience=audience,
            contact=scene.people["smo"],
            position=position,
        )


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
