"""A plan as a document: the page, the PDF, and what the PDF may not fetch."""

import datetime as dt
import re
import zlib

import pytest
from django.test import Client
from weasyprint.urls import FatalURLFetchingError

from core.paper import pdf
from org.models import User
from strategy.actions import add_priority, add_value, change_plan, place_objective
from strategy.actions.goals import add_goal
from strategy.models import Objective, Plan
from strategy.stratml.reader import read

SINCE = dt.date(2026, 1, 1)


@pytest.fixture
def full(staff: User, plan: Plan, objective: Objective) -> Plan:
    """A plan with one of everything that its document says."""
    change_plan(
        by=staff, plan=plan, vision="Calm water", vision_meaning="No boat sinks", mission="Keep the bay"
    )
    add_value(by=staff, plan=plan, name="Candour", description="We say it")
    priority = add_priority(by=staff, plan=plan, code="P1", name="Safer ways")
    place_objective(
        by=staff,
        objective=objective,
        perspective=plan.perspectives.get(code="process"),
        priority=priority,
        since=SINCE,
    )
    add_goal(by=staff, objective=objective, statement="Half the collisions", baseline=10.0, target=5.0)
    return plan


def shown(client: Client, user: User, path: str) -> str:
    """What the user reads there."""
    client.force_login(user, backend="org.sign_in.EmailBackend")
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_says_all_of_the_plan(client: Client, staff: User, full: Plan) -> None:
    text = shown(client, staff, "/strategy/document/h30/")
    said = [
        "Calm water",
        "No boat sinks",
        "Keep the bay",
        "Candour",
        "We say it",
        "Safer ways",
        "Half the collisions",
    ]
    assert [words for words in said if words not in text] == []


def test_the_pdf_is_tagged_and_has_bookmarks(client: Client, staff: User, full: Plan) -> None:
    client.force_login(staff, backend="org.sign_in.EmailBackend")
    answer = client.get("/strategy/pdf/h30/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="h30.pdf"'
    whole = _unpacked(answer.content)
    assert [
        mark for mark in (b"/StructTreeRoot", b"/Outlines", b"/Lang", b"+Inter-Variable") if mark not in whole
    ] == []


def test_the_download_is_the_plan(client: Client, staff: User, full: Plan) -> None:
    client.force_login(staff, backend="org.sign_in.EmailBackend")
    answer = client.get("/strategy/stratml/h30/")
    assert answer["Content-Disposition"] == 'attachment; filename="h30.xml"'
    said = read(answer.content).plan
    assert (said.name, said.vision and said.vision.description) == ("Harbour 2030", "Calm water")
    assert [goal.name for goal in said.goals] == ["Safer ways"]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/x.png", "file:///etc/passwd", "/media/x.png", "/static/../settings.py"]
)
def test_a_paper_fetches_nothing_but_static_files(address: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        pdf(f'<html lang="en"><title>x</title><img alt="x" src="{address}"></html>')


def _unpacked(paper: bytes) -> bytes:
    """The PDF with its compressed streams beside it, so that names in them are found."""
    parts = [paper]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", paper, re.DOTALL):
        unpacked = zlib.decompressobj()
        try:
            parts.append(unpacked.decompress(stream))
        except zlib.error:
            continue
    return b"".join(parts)
