"""A round on a draft to which three people are invited, and pages and programs of theirs."""

from collections.abc import Callable

import pytest
from django.test import Client

from org.actions import create_user, grant_role
from org.enums import Role
from org.models import User
from strategy.actions.collecting import begin_round, contribute, move_round
from strategy.enums import Quadrant, RoundState
from strategy.models import AnalysisItem, AnalysisRound, Plan


@pytest.fixture
def people(db: None) -> dict[str, User]:
    """Ann, Ben and Cas, who may read only what is published."""
    made = {}
    for name in ("ann", "ben", "cas"):
        made[name] = create_user(by=None, email=f"{name}@city.example", name=name.title())
        grant_role(by=None, user=made[name], role=Role.VIEWER)
    return made


@pytest.fixture
def round(plan: Plan, staff: User, people: dict[str, User]) -> AnalysisRound:
    """A round on SWOT with three votes each."""
    return begin_round(by=staff, plan=plan, name="Looking around", people=[*people.values()], dots=3)


@pytest.fixture
def write(round: AnalysisRound, people: dict[str, User]) -> Callable[..., AnalysisItem]:
    """`write("ann", "A deep harbour")`: somebody's own item, a strength unless said otherwise."""

    def act(who: str, statement: str, place: str = Quadrant.STRENGTH) -> AnalysisItem:
        return contribute(by=people[who], round=round, place=place, statement=statement)

    return act


@pytest.fixture
def share(round: AnalysisRound, staff: User) -> Callable[[], None]:
    """Let all see what was written, and vote."""
    return lambda: move_round(by=staff, round=round, state=RoundState.VOTING) and None


def browser(user: User) -> Client:
    """The browser of somebody who is signed in."""
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client
