"""Methods: what they ask of an initiative of its size by its stage, and what is missing."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.errors import Conflict, Refused
from initiatives.actions.framework import (
    add_method_element,
    add_method_stage,
    answer_element,
    create_method,
    follow_method,
    move_in_order,
    remove_method,
    remove_method_element,
    remove_method_stage,
)
from initiatives.actions.imports import keep_agreed_budget
from initiatives.enums import ElementKind, ElementState, Size, Stage
from initiatives.framework.content import METHODS
from initiatives.framework.maturity import maturity_of
from initiatives.framework.sizing import size_of
from initiatives.framework.starting import begin_with_methods
from initiatives.models import Initiative, Method, MethodElement
from org.models import User

YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))


@pytest.mark.parametrize(
    ("said", "budget", "span", "size"),
    [
        ("", None, (None, None), Size.SMALL),
        ("", Decimal(199_999), (None, None), Size.SMALL),
        ("", Decimal(200_000), (None, None), Size.MEDIUM),
        ("", Decimal(2_000_000), (None, None), Size.LARGE),
        ("", Decimal(5), YEAR, Size.MEDIUM),
        ("", Decimal(5_000_000), YEAR, Size.LARGE),
        ("small", Decimal(5_000_000), YEAR, Size.SMALL),
    ],
)
def test_the_size_is_what_was_said_else_told_from_money_and_time(
    said: str, budget: Decimal | None, span: tuple[dt.date | None, dt.date | None], size: Size
) -> None:
    assert size_of(Initiative(size=said, starts_on=span[0], ends_on=span[1]), budget) == size


@pytest.fixture
def method(db: None) -> Method:
    """Two stages; a role throughout, a check in the first, a deliverable for large ones in the second."""
    made = create_method(by=None, code="two", name="Two")
    first = add_method_stage(by=None, method=made, name="First")
    second = add_method_stage(by=None, method=made, name="Second")
    add_method_element(by=None, method=made, kind=ElementKind.ROLE, name="Sponsor")
    add_method_element(by=None, method=made, kind=ElementKind.CHECK, name="Asked", stage=first)
    add_method_element(
        by=None, method=made, kind=ElementKind.DELIVERABLE, name="Report", stage=second, from_size=Size.LARGE
    )
    return made


@pytest.fixture
def initiative(method: Method) -> Initiative:
    made = Initiative.objects.create(code="A", name="A", stage=Stage.ACTIVE)
    return follow_method(by=None, initiative=made, method=method)


def missing(initiative: Initiative) -> tuple[int, int, list[str]]:
    """How many of how many are there, and what is missing."""
    found = maturity_of([initiative])[initiative.pk]
    return found.met, found.asked, [each.what for each in found.missing]


def test_an_initiative_is_asked_for_what_its_size_and_its_stage_ask_for(
    initiative: Initiative, method: Method
) -> None:
    basic = ["a lead", "an objective that it serves", "a start and an end", "an action plan"]
    assert missing(initiative) == (0, 6, [*basic, "Sponsor", "Asked"])
    keep_agreed_budget(by=None, initiative=initiative, budget=Decimal(3_000_000))
    follow_method(by=None, initiative=initiative, method=method, stage=method.stages.get(name="Second"))
    larger = [
        "a sponsor",
        "a KPI that it should move",
        "people by skill and month",
        "a look at who is affected",
    ]
    met, asked, found = missing(initiative)
    assert (met, asked, sorted(found)) == (2, 13, sorted([*basic, *larger, "Sponsor", "Asked", "Report"]))


def test_answers_count_and_an_ended_initiative_is_not_judged(initiative: Initiative, method: Method) -> None:
    asked = MethodElement.objects.get(name="Asked")
    sponsor = MethodElement.objects.get(name="Sponsor")
    person = User.objects.create(email="ada@example.org", name="Ada")
    answer_element(by=None, initiative=initiative, element=asked, state=ElementState.NOT_NEEDED, note="Alone")
    row = answer_element(
        by=None, initiative=initiative, element=sponsor, state=ElementState.DONE, person=person
    )
    assert row.done_on is not None
    assert missing(initiative)[:2] == (2, 6)
    Initiative.objects.update(stage=Stage.COMPLETED)
    assert maturity_of([initiative]) == {}


@pytest.mark.parametrize(
    ("name", "state", "field"),
    [("Sponsor", ElementState.DONE, "person"), ("Asked", ElementState.NOT_NEEDED, "note")],
)
def test_a_role_names_its_person_and_what_is_not_needed_its_reason(
    initiative: Initiative, name: str, state: str, field: str
) -> None:
    with pytest.raises(Refused) as refusal:
        answer_element(
            by=None, initiative=initiative, element=MethodElement.objects.get(name=name), state=state
        )
    assert [fault.field for fault in refusal.value.faults] == [field]


def test_what_initiatives_use_is_kept(initiative: Initiative, method: Method) -> None:
    asked = MethodElement.objects.get(name="Asked")
    answer_element(by=None, initiative=initiative, element=asked, state=ElementState.DONE)
    assert remove_method_element(by=None, element=asked) is False
    assert missing(initiative)[0] == 1  # an answer counts though nobody is asked any more
    with pytest.raises(Conflict, match="stand at “First”"):
        remove_method_stage(by=None, stage=method.stages.get(name="First"))
    with pytest.raises(Conflict, match="follow “Two”"):
        remove_method(by=None, method=method)
    assert remove_method_element(by=None, element=MethodElement.objects.get(name="Report")) is True


def test_stages_change_places(method: Method) -> None:
    first = method.stages.get(name="First")
    move_in_order(by=None, row=first, down=True)
    assert [each.name for each in method.stages.all()] == ["Second", "First"]
    move_in_order(by=None, row=method.stages.get(name="First"), down=True)
    assert [each.name for each in method.stages.all()] == ["Second", "First"]


def test_another_method_begins_at_its_first_stage(initiative: Initiative) -> None:
    begin_with_methods(by=None)
    follow_method(by=None, initiative=initiative, method=Method.objects.get(code="agile"))
    assert str(initiative.method_stage) == "Discover"
    with pytest.raises(Refused):
        follow_method(
            by=None,
            initiative=initiative,
            method=Method.objects.get(code="light"),
            stage=Method.objects.get(code="agile").stages.first(),
        )


def test_beginning_twice_adds_nothing(db: None) -> None:
    assert [each.code for each in begin_with_methods(by=None)] == [each.code for each in METHODS]
    assert begin_with_methods(by=None) == []


def test_many_initiatives_cost_as_many_queries_as_one(initiative: Initiative, method: Method) -> None:
    with CaptureQueriesContext(connection) as one:
        maturity_of([initiative])
    others = [Initiative.objects.create(code=f"B{n}", name="B", method=method) for n in range(5)]
    with CaptureQueriesContext(connection) as many:
        maturity_of([initiative, *others])
    assert len(one) == len(many) <= 6
