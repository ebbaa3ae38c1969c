"""Why a score is what it is, asked beside the scorecard in a browser."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import examine
from tests.browser.windows import PHONE, Windows

pytestmark = pytest.mark.browser


def first_score(page: Page) -> Locator:
    """The score of the first objective, which asks why."""
    return page.locator("tr.is-head a.why-link").first


def panel(page: Page) -> Locator:
    """What stands beside the table."""
    return page.locator("#why")


def test_it_opens_beside_the_table_and_closes_with_escape(windows: Windows) -> None:
    page = windows.open("executive", "/performance/scorecard/")
    score = first_score(page).inner_text().strip()
    first_score(page).click()

    expect(panel(page).get_by_role("heading", level=2)).to_have_text(f"Why {score}?")
    expect(panel(page).get_by_role("heading", level=2)).to_be_focused()
    expect(page).to_have_url(re.compile("/performance/scorecard/.*why=objective"))
    expect(page.locator("tr.is-selected")).to_have_count(1)
    assert examine(page) == []

    page.keyboard.press("Escape")

    expect(panel(page)).to_be_hidden()
    expect(first_score(page)).to_be_focused()
    expect(page).not_to_have_url(re.compile("why="))


def test_the_address_shows_it_open_again(windows: Windows) -> None:
    page = windows.open("executive", "/performance/scorecard/")
    first_score(page).click()
    expect(page).to_have_url(re.compile("why=objective"))

    page.reload()

    expect(panel(page).get_by_role("heading", level=2)).to_be_visible()
    expect(page.locator("tr.is-selected")).to_have_count(1)


def test_a_child_leads_on_to_its_own_explanation(windows: Windows) -> None:
    page = windows.open("executive", "/performance/scorecard/")
    first_score(page).click()
    child = panel(page).locator(".why-table a.why-link").first
    name = child.inner_text().strip()
    child.click()

    expect(panel(page).locator(".why-name")).to_have_text(name)
    expect(page).to_have_url(re.compile("why=kpi"))


def test_on_a_phone_it_is_a_sheet_over_the_page(windows: Windows) -> None:
    page = windows.open("executive", "/performance/scorecard/", **PHONE)
    first_score(page).click()
    expect(panel(page).get_by_role("heading", level=2)).to_be_visible()
    box = panel(page).bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, page.viewport_size["width"] if page.viewport_size else 0)
    assert examine(page) == []

    panel(page).get_by_role("link", name="Close").click()

    expect(panel(page)).to_be_hidden()


def test_without_scripts_it_is_a_page(windows: Windows) -> None:
    page = windows.open("executive", "/performance/scorecard/", java_script_enabled=False)
    score = first_score(page).inner_text().strip()
    first_score(page).click()

    expect(page).to_have_url(re.compile("/performance/why/"))
    expect(page.get_by_role("heading", level=2).first).to_have_text(f"Why {score}?")
