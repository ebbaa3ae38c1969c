"""The page and the panel that say why a score is what it is."""

import pytest
from django.test import Client
from lxml import html

from org.actions import grant_role
from org.enums import Role
from org.models import User
from strategy.actions import set_plan_state
from strategy.enums import PlanState
from strategy.models import Plan
from tests.strategy.explaining.conftest import FEBRUARY, YEAR

WHERE = f"plan=h30&department=city&period={FEBRUARY}"
OF_STREETS = f"/performance/why/?{WHERE}&kind=objective&key=O1"


@pytest.fixture
def reader(plan: Plan, steward: User) -> Client:
    """An ordinary employee who looks at the active plan."""
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    grant_role(by=None, user=steward, role=Role.VIEWER)
    client = Client()
    client.force_login(steward, backend="org.sign_in.EmailBackend")
    return client


def said(content: bytes, path: str) -> list[str]:
    """The texts of what a CSS class or an element holds, in the order of the page."""
    page = html.fromstring(content.decode())
    return [" ".join(each.text_content().split()) for each in page.xpath(path)]


def words(content: bytes) -> list[str]:
    """All words of the panel."""
    [panel] = html.fromstring(content.decode()).xpath("//*[@data-why-key]")
    return [word for text in panel.itertext() for word in text.split()]


def test_it_answers_first_in_a_sentence(reader: Client) -> None:
    page = reader.get(OF_STREETS).content

    assert said(page, "//h2")[:1] == ["Why 50.0?"]
    assert said(page, "//p[@class='claim']") == [
        "Near target at 50.0, down 8.3 since January " + f"{YEAR}: actuals −8.3."
    ]
    assert said(page, "//section[@class='why-answer']/p[3]") == [
        "Injuries moved it most: −12.5, because its actual rose from 8.0 to 10.0."
    ]


def test_it_shows_points_steps_and_what_would_turn_it(reader: Client) -> None:
    page = reader.get(OF_STREETS).content

    tables = html.fromstring(page).xpath("//table")
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in tables[0].iter("tr")]
    assert rows == [
        ["KPI", "Earned", "Weight", "Points"],
        ["Near target Rate", "", "25%", "12.5"],
        ["Near target Injuries", "", "75%", "37.5"],
        ["Together", "100%", "50.0"],
    ]
    steps = [[" ".join(cell.text_content().split()) for cell in row] for row in tables[1].iter("tr")][1:]
    assert [(row[0], row[2]) for row in steps] == [
        (f"January {YEAR}", "58.3"),
        ("Actuals", "−8.3"),
        ("Targets and lines", "0.0"),
        ("Weights", "0.0"),
        ("Members", "0.0"),
        ("Definitions", "0.0"),
        (f"February {YEAR}", "50.0"),
    ]
    assert "Reaching 7.3 in Injuries (now 10.0) alone would put it on target." in page.decode()


def test_what_is_missing_names_who_would_report_it(reader: Client) -> None:
    page = reader.get(OF_STREETS.replace(FEBRUARY, f"{YEAR}-03")).content.decode()

    assert "Only 0% of the values are in, too few for a score" in page
    assert f"Works, March {YEAR}: due 15 April {YEAR} from Stella Steward" in page


def test_the_panel_alone_is_a_part_of_the_same_page(reader: Client) -> None:
    whole = reader.get(OF_STREETS)
    panel = reader.get(OF_STREETS, headers={"HX-Request": "true", "HX-Target": "why"})

    assert b"<html" in whole.content
    assert b"<html" not in panel.content
    assert words(whole.content) == words(panel.content)
    assert {"HX-Target", "HX-Request"} <= {each.strip() for each in panel["Vary"].split(",")}


def test_a_link_shows_the_scorecard_with_the_panel_open(reader: Client) -> None:
    closed = reader.get(f"/performance/scorecard/?{WHERE}").content
    opened = reader.get(f"/performance/scorecard/?{WHERE}&why=objective:O1").content

    assert said(closed, "//aside[@id='why']") == [""]
    assert said(opened, "//aside[@id='why']//h2") == ["Why 50.0?"]


@pytest.mark.parametrize("kind", ["plan", "perspective", "objective", "kpi"])
def test_every_score_of_the_scorecard_leads_to_its_explanation(reader: Client, kind: str) -> None:
    page = html.fromstring(reader.get(f"/performance/scorecard/?{WHERE}").content)
    links = [
        (link.get("href"), link.text_content().strip())
        for link in page.xpath("//tbody//a[@class='why-link']")
        if f"kind={kind}" in link.get("href")
    ]

    assert links
    for url, score in links:
        title = "Why no score?" if score == "–" else f"Why {score}?"
        assert said(reader.get(url).content, "//h2")[:1] == [title]


def test_a_kpi_says_how_its_score_comes_about_and_which_department_made_it(reader: Client) -> None:
    page = reader.get(f"/performance/why/?{WHERE}&kind=kpi&key=injuries").content

    assert said(page, "//p[@class='claim']") == [
        f"Near target at 50.0, down 16.7 since January {YEAR}: actuals −16.7."
    ]
    assert said(page, "//p[contains(@class, 'why-sum')]") == [
        "33.3 + 33.3 × (10.0 − 12.0) ÷ (8.0 − 12.0) = 50.0"
    ]
    cells = said(page, "//table[caption='The departments below']/tbody/tr/*")
    assert cells == ["Near target Works", "10.0", "100%", "+2.0", "100%"]


@pytest.mark.parametrize(
    "query", ["kind=objective&key=O9", "kind=goal&key=O1", "kind=kpi&key=nothing", "kind=plan&against=never"]
)
def test_what_does_not_exist_is_not_found(reader: Client, query: str) -> None:
    assert reader.get(f"/performance/why/?{WHERE}&{query}").status_code == 404


def test_a_period_to_which_nothing_can_be_compared_says_so(reader: Client) -> None:
    page = reader.get(OF_STREETS.replace(FEBRUARY, f"{YEAR}-01")).content.decode()

    assert f"On target at 58.3; there was no score in December {YEAR - 1}." not in page
    assert f"Near target at 58.3; there was no score in December {YEAR - 1}." in page


def test_what_it_is_compared_with_can_be_chosen_and_is_kept_on_the_way_down(reader: Client) -> None:
    offered = "//*[@class='why-comparing']//a"
    assert said(reader.get(OF_STREETS).content, offered) == [f"January {YEAR}", f"February {YEAR - 1}"]

    page = html.fromstring(reader.get(f"/performance/why/?{WHERE}&against=year").content.decode())

    [chosen] = page.xpath(f"{offered}[@aria-current]")
    assert chosen.text_content() == f"February {YEAR - 1}"
    ways = page.xpath("//th/a[@class='why-link']/@href")
    assert ways
    assert all(way.endswith("&against=year") for way in ways)
    kept = {
        field.get("name"): field.get("value")
        for field in page.xpath("//*[@class='why-day']//input[@type='hidden']")
    }
    assert (kept["kind"], kept["period"], "against" in kept) == ("plan", FEBRUARY, False)
    assert reader.get(f"{OF_STREETS}&against=never").status_code == 404
