"""Where the owner of an objective sees it otherwise than its score: scorecard, its file, REST."""

import csv
import datetime as dt
from typing import Any

from django.utils import timezone
from lxml import html

from kpis.engine.frequency import Frequency, Period
from kpis.engine.scoring import State, Status
from strategy.actions.participation import write_commentary
from strategy.goals.assessing import assessments_of, differs
from strategy.scoring import read_scorecard
from tests.kpis.test_import_pages import browser
from tests.strategy.goals.conftest import TODAY, Town

THIRD = Period(Frequency.QUARTER, 2026 * 4 + 2)
SHOWN = "/performance/scorecard/?period=2026-Q3"


def assessed(town: Town, assessment: str) -> None:
    """The owner says how the third quarter was."""
    write_commentary(by=town.olga, objective=town.objective, period=THIRD, text="Ill", assessment=assessment)


def row(town: Town, query: str = "") -> Any:
    """The objective's line of the scorecard."""
    rows = browser(town.city.staff).get(SHOWN + query).context["rows"]
    return next(each for each in rows if each.code == "O1")


def test_the_row_names_both_where_they_differ(measured: Town) -> None:
    assert row(measured).status == Status.GREEN

    assessed(measured, "red")

    page = html.fromstring(browser(measured.city.staff).get(SHOWN).content.decode())
    [mark] = page.xpath("//tr[@class='is-head']//span[@class='tag']")
    said = "Owner: Off target; computed: On target"
    assert (row(measured).assessed, mark.get("title"), mark.text_content()) == ("red", said, said)
    assert row(measured, "&department=roads").assessed == ""
    assessed(measured, "green")
    assert row(measured).assessed == ""


def test_file_and_rest_have_the_assessment_whether_it_differs_or_not(measured: Town) -> None:
    assessed(measured, "green")
    client = browser(measured.city.staff)

    rows = list(csv.DictReader(client.get(f"{SHOWN}&format=csv").content.decode("utf-8-sig").splitlines()))
    answer = client.get("/api/v1/scorecards/h30/?period=2026-Q3").json()

    assert {each["code"]: each["assessment"] for each in rows if each["kind"] == "objective"} == {
        "O1": "green",
        "O2": "",
    }
    [perspective] = [each for each in answer["perspectives"] if each["objectives"]]
    assert [(each["code"], each["assessment"]) for each in perspective["objectives"]] == [
        ("O1", "green"),
        ("O2", None),
    ]


def test_the_past_has_only_what_was_written_by_then(measured: Town) -> None:
    assessed(measured, "red")
    card = read_scorecard(measured.plan, measured.city["city"], THIRD, TODAY)
    now = timezone.now()

    assert assessments_of(card, now) == {measured.objective.pk: "red"}
    assert assessments_of(card, now - dt.timedelta(hours=1)) == {}


def test_without_a_colour_nothing_differs() -> None:
    assert [
        differs("red", Status.RED),
        differs("red", Status.GREEN),
        differs("", Status.GREEN),
        differs("red", State.INSUFFICIENT_DATA),
        differs("red", None),
    ] == [False, True, False, False, False]
