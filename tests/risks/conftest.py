"""A city with risks: what everybody may know, what is restricted, and who looks."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from org.models import User
from risks.actions.register import create_risk, touch
from risks.enums import Confidentiality
from risks.models import Risk, RiskCategory, RiskMatrix
from tests.initiatives.portfolio.conftest import Town, make_town

LEVELS = [{"label": label, "text": ""} for label in ("Rare", "Possible", "Likely")]
BANDS = [
    {"key": "low", "label": "Low", "tone": "low", "least": 1, "review_months": 12},
    {"key": "high", "label": "High", "tone": "high", "least": 5, "review_months": 3},
]


@dataclass(frozen=True)
class Register:
    """A town with a risk of Roads, a restricted one of City, and the matrix in use."""

    town: Town
    matrix: RiskMatrix
    category: RiskCategory
    frost: Risk
    secret: Risk
    staff: User


@pytest.fixture(scope="module")
def register(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Register]:
    """The town with its register."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_register(make_town())
        transaction.set_rollback(True)


def make_register(town: Town) -> Register:
    """Two risks that touch the same objective."""
    matrix = RiskMatrix.objects.create(
        name="Three", likelihoods=LEVELS, impacts=LEVELS, bands=BANDS, is_current=True
    )
    category = RiskCategory.objects.create(name="Nature", appetite=4)
    made = {}
    for code, title, who, department in (
        ("FROST", "Lamps fail in frost", Confidentiality.OPEN, town.roads),
        ("HUSHED", "Whispered bankruptcy", Confidentiality.RESTRICTED, town.city),
    ):
        made[code] = create_risk(
            by=None, code=code, title=title, confidentiality=who, department=department, category=category
        )
        touch(by=None, risk=made[code], thing=town.objective)
    return Register(town, matrix, category, made["FROST"], made["HUSHED"], town.staff)
