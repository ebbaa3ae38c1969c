"""A round in which Ann, Ben and the head of the office score three initiatives, one of them restricted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from initiatives.actions.scoring import Given, begin_scoring_round, give_scores, suggest_criteria
from initiatives.enums import Confidentiality
from initiatives.models import Initiative, ScoringCriterion, ScoringRound
from org.actions import create_user, grant_role
from org.enums import Role
from org.models import User


@dataclass(frozen=True)
class World:
    """People by name, initiatives by code, criteria by name, the round; `give` scores in it."""

    people: dict[str, User]
    initiatives: dict[str, Initiative]
    criteria: dict[str, ScoringCriterion]
    round: ScoringRound

    def give(self, who: str, code: str, **values: int | None) -> None:
        """`give("ann", "BUS", value=5)`: scores by the criteria's names."""
        given = [
            Given(self.initiatives[code], self.criteria[name.title()], value)
            for name, value in values.items()
        ]
        give_scores(by=self.people[who], round=self.round, scores=given)


@pytest.fixture
def world(db: None) -> World:
    """Staff begin a round on two open initiatives and a restricted one; two viewers and staff score."""
    people = {}
    for name, role in (("office", Role.SMO_STAFF), ("ann", Role.VIEWER), ("ben", Role.VIEWER)):
        people[name] = create_user(by=None, email=f"{name}@city.example", name=name.title())
        grant_role(by=None, user=people[name], role=role)
    initiatives = {
        code: Initiative.objects.create(code=code, name=name, confidentiality=secret)
        for code, name, secret in (
            ("BUS", "Bus lanes", Confidentiality.OPEN),
            ("LAMP", "Lamps that last", Confidentiality.OPEN),
            ("SALE", "Selling the depot", Confidentiality.RESTRICTED),
        )
    }
    criteria = {each.name: each for each in suggest_criteria(by=people["office"])}
    round = begin_scoring_round(
        by=people["office"], name="Spring", initiatives=[*initiatives.values()], scorers=[*people.values()]
    )
    return World(people, initiatives, criteria, round)


@pytest.fixture
def browse() -> Callable[[User], Any]:
    """The browser of somebody who is signed in."""

    def open_browser(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="org.sign_in.EmailBackend")
        return client

    return open_browser
