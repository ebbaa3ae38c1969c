"""The risks of the demonstration: a workshop that is over, one to be talked about, one that asks the head."""

import datetime as dt
from collections.abc import Mapping, Sequence

from org.models import User
from risks.actions.workshops import (
    agree_on,
    begin_workshop,
    close_workshop,
    give_workshop_ratings,
    move_workshop,
    propose_risk,
    say_through,
)
from risks.enums import WorkshopState
from risks.models import ProposedRisk, Workshop
from smo.demo.risks.scene import Register

Given = Mapping[str, Sequence[tuple[int, int, str]]]
"""Ratings by title of the proposal, one a participant."""


def store(register: Register) -> None:
    """All three."""
    _over(register)
    _together(register)
    _asking(register)


def _over(register: Register) -> None:
    """What keeps the buses from running: one risk of the register got its rating there."""
    people = [register.people[name] for name in ("head", "contributor", "marit.oyelaran")]
    workshop = begin_workshop(
        by=register.people["smo"],
        name="What keeps the buses from running?",
        question="Think of next winter: what may leave people standing at the stop?",
        people=people,
        department=register.departments["transport"],
        closes_on=register.today - dt.timedelta(days=30),
        risks=[register.risks["BUS-DRIVERS"]],
    )
    _propose(workshop, people[1], "A wet autumn rusts the old ticket machines", "They stand in the rain")
    given = {
        "Not enough drivers": ((4, 4, "Nine retired this year"), (4, 4, ""), (4, 3, "")),
        "A wet autumn rusts the old ticket machines": ((2, 1, ""), (2, 2, ""), (1, 1, "")),
    }
    _rate(register, workshop, people, given)
    drivers = workshop.proposed.get(risk=register.risks["BUS-DRIVERS"])
    agree_on(by=register.people["smo"], proposed=drivers, likelihood=4, impact=4)
    close_workshop(by=register.people["smo"], workshop=workshop, take={drivers.pk: ""})


def _together(register: Register) -> None:
    """The coast in a storm: ratings lie apart, and wait to be talked about."""
    people = [register.people[name] for name in ("marit.oyelaran", "head", "contributor")]
    workshop = begin_workshop(
        by=register.people["smo"],
        name="The coast in a storm",
        question="What may happen in one night, and what in ten years?",
        people=people,
        department=register.departments["coast"],
        closes_on=register.today - dt.timedelta(days=2),
        risks=[register.risks["STORM-SURGE"]],
    )
    _propose(workshop, people[1], "The pumps lose their power", "One cable feeds all four")
    _propose(workshop, people[2], "Volunteers do not come at night", "The same forty as ten years ago")
    given = {
        register.risks["STORM-SURGE"].title: ((3, 5, "The wall is too low"), (3, 5, ""), (2, 5, "")),
        "The pumps lose their power": ((4, 4, "It happened in March"), (1, 2, ""), (2, 4, "")),
        "Volunteers do not come at night": ((2, 3, ""), (3, 3, ""), (2, 3, "")),
    }
    _rate(register, workshop, people, given)


def _asking(register: Register) -> None:
    """Everybody proposes alone; the head has not answered yet."""
    people = [register.people[name] for name in ("head", "contributor", "marit.oyelaran")]
    workshop = begin_workshop(
        by=register.people["smo"],
        name="Risks and chances of the new depot",
        question="What may go wrong, and what may turn out better than we hope?",
        people=people,
        department=register.departments["transport"],
        closes_on=register.today + dt.timedelta(days=5),
    )
    _propose(workshop, people[1], "The ground under the hall is softer than we think", "It was a dock")
    say_through(by=people[1], workshop=workshop)


def _propose(workshop: Workshop, by: User, title: str, cause: str) -> ProposedRisk:
    return propose_risk(by=by, workshop=workshop, title=title, cause=cause)


def _rate(register: Register, workshop: Workshop, people: Sequence[User], given: Given) -> None:
    """Everybody rates alone; then all look at it together."""
    leader = register.people["smo"]
    move_workshop(by=leader, workshop=workshop, state=WorkshopState.RATING)
    proposed = {each.title: each.pk for each in workshop.proposed.all()}
    for nth, person in enumerate(people):
        ratings = {proposed[title]: cells[nth] for title, cells in given.items()}
        give_workshop_ratings(by=person, workshop=workshop, ratings=ratings)
    move_workshop(by=leader, workshop=workshop, state=WorkshopState.TOGETHER)
