"""Initiatives from files: what a row adds, what a second import changes, what is refused."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from core.imports import Outcome, attempt
from core.mapping import ColumnChoice, guess, read_mapped, read_sheet
from core.mapping.mapping import completed
from initiatives.enums import Rag, Stage, UpdateState
from initiatives.imports import import_fields, import_initiatives
from initiatives.models import Initiative
from org.actions import create_department, create_user

pytestmark = pytest.mark.django_db

FILE = """Code,Name,Department,Category,Start,End,RAG,Rating comment,Budget,Whole life cost,Benefits,Stage
B/1,Bridge,works,Building,01.02.2026,31.12.2027,amber,Late steel,2.5,40,Shorter ways,active
T2,Tunnel,Works,Building,15.05.2026,,green,,,,,
"""
SAID = {"year": 2026, "reported_on": dt.date(2026, 3, 31)}


def bring_in(text: str, said: dict[str, Any] = SAID, skip_bad: bool = False) -> Outcome:
    """Import as the page does, amounts in millions."""
    sheet = read_sheet("f.csv", text.encode())
    mapping = {
        position: ColumnChoice(choice.field, choice.format, 1_000_000 if "budget" in choice.field else 1)
        for position, choice in guess(sheet, import_fields(), {}).items()
    }
    mapped = read_mapped(sheet, completed(sheet, mapping, import_fields()), import_fields())
    assert mapped.faults == []
    return attempt(
        lambda: import_initiatives(
            by=None, rows=mapped.rows, columns=mapped.columns, said=said, skip_bad=skip_bad
        ),
        dry_run=False,
    )


@pytest.fixture(autouse=True)
def works() -> None:
    create_department(by=None, code="works", name="Works")


def test_a_row_makes_an_initiative_with_its_report_and_its_money() -> None:
    outcome = bring_in(FILE)
    assert (outcome.stored, outcome.counts, outcome.faults) == (True, {"new initiatives": 2}, [])
    bridge = Initiative.objects.get(code="B-1")
    assert (bridge.name, bridge.reference, bridge.stage, str(bridge.department), str(bridge.category)) == (
        "Bridge",
        "B/1",
        Stage.ACTIVE,
        "Works",
        "Building",
    )
    assert (bridge.starts_on, bridge.ends_on) == (dt.date(2026, 2, 1), dt.date(2027, 12, 31))
    update = bridge.updates.get()
    assert (update.state, update.due_on, update.scope, update.scope_reason, update.schedule) == (
        UpdateState.SUBMITTED,
        dt.date(2026, 3, 31),
        Rag.AMBER,
        "Late steel",
        "",
    )
    line = bridge.money.get()
    assert (line.year, line.budget, line.actual) == (2026, Decimal("2500000.00"), None)
    assert bridge.baselines.get().budget == Decimal("40000000.00")
    assert bridge.benefits.get().description == "Shorter ways"
    tunnel = Initiative.objects.get(code="T2")
    assert (tunnel.stage, tunnel.category_id, tunnel.ends_on) == (Stage.IDEA, bridge.category_id, None)
    assert not tunnel.money.exists()


def test_the_same_file_again_changes_nothing_and_an_empty_cell_keeps_what_is_there() -> None:
    bring_in(FILE)
    assert bring_in(FILE).counts == {"initiatives without a change": 2}
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM initiatives_initiativeevent WHERE pgh_label = 'update'")
        assert cursor.fetchone() == (0,)
    outcome = bring_in("Code,Name,End,Purpose\nT2,Tunnel,2028-01-31,\nB/1,Bridge,,\n")
    assert outcome.counts == {"changed initiatives": 1, "initiatives without a change": 1}
    assert Initiative.objects.get(code="T2").ends_on == dt.date(2028, 1, 31)
    assert Initiative.objects.get(code="B-1").ends_on == dt.date(2027, 12, 31)


def test_a_row_without_a_code_is_known_by_its_name() -> None:
    bring_in("Name\nA green roof\n")
    assert bring_in("Name,Purpose\na Green Roof,Cooler\n").counts == {"changed initiatives": 1}
    assert [(each.code, each.purpose) for each in Initiative.objects.all()] == [("a-green-roof", "Cooler")]


def test_what_cannot_be_is_refused_with_its_line_and_nothing_is_stored() -> None:
    bring_in("Code,Name\nX,Xylophone\n")
    outcome = bring_in(
        "Code,Name,Start,End,Stage,Budget\n"
        "G,Good,,,,\n"
        "E,Ends first,2026-05-01,2026-04-01,,\n"
        "X,Xylophone,,,active,\n"
        "g,Good again,,,,\n",
    )
    assert [(fault.line, fault.message) for fault in outcome.faults] == [
        (3, "The end is before the start."),
        (4, "It is at the stage “Idea” here; a gate moves it to “Active”, not a file."),
        (5, "This initiative stands on another line already."),
    ]
    assert (outcome.stored, Initiative.objects.count()) == (False, 1)


def test_amounts_need_their_year_and_reports_their_day() -> None:
    refused = bring_in(FILE, said={"year": None, "reported_on": dt.date(2026, 3, 31)}, skip_bad=True)
    assert [(fault.line, fault.message) for fault in refused.faults] == [
        (2, "Say for the whole file which year its amounts are of.")
    ]
    refused = bring_in(FILE, said={"year": 2026, "reported_on": None}, skip_bad=True)
    assert {fault.message for fault in refused.faults} == {
        "Say for the whole file on which day it was reported."
    }


def test_people_are_found_by_address_or_name() -> None:
    ada = create_user(by=None, email="ada@example.org", name="Ada Byron")
    bring_in("Code,Name,Lead,Sponsor\nM,Machine,Ada Byron,ADA@example.org\n")
    machine = Initiative.objects.get(code="M")
    assert (machine.lead, machine.sponsor) == (ada, ada)
