"""Two departments make the strategy their own: one adopts, one supports; proposed and agreed."""

import re

from playwright.sync_api import Page, expect

from tests.browser.formulating.story import OBJECTIVE, Story, fill, follow, headed, press

DEPARTMENTS = {"transport": "Transport", "depot-north": "Northgate Depot"}


def begin_parts(story: Story) -> None:
    """While the strategy is a draft the office begins them; heads find them once they may read it."""
    for name in DEPARTMENTS.values():
        page = story.plan("smo", "Departments' plans")
        follow(page, f"Begin the plan of {name}")
        press(page, "Begin the plan")
        headed(page, name)


def propose_parts(story: Story) -> None:
    """The head fills and proposes both."""
    page = _part(story, "head", "Transport")
    follow(page, "Adopt one of the strategy")
    press(page, f"Adopt “{OBJECTIVE}”")
    expect(page.get_by_text("is adopted, with 1 of its KPIs")).to_be_visible()
    follow(page, "Back to the plan")
    _step(page, "Propose")
    page = _part(story, "head", "Northgate Depot")
    follow(page, "Add one of our own")
    fill(page, Objective="Every bus leaves the depot on the minute")
    above = page.get_by_label("It supports").locator("option", has_text=OBJECTIVE).first
    page.get_by_label("It supports").select_option(above.get_attribute("value"))
    press(page, "Add")
    page = _part(story, "head", "Northgate Depot")
    _step(page, "Propose")


def agree_to_parts(story: Story) -> None:
    """The office agrees to what the head proposed; alignment shows both."""
    for name in DEPARTMENTS.values():
        page = _part(story, "smo", name)
        _step(page, "Agree")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Agreed")
    page = story.plan("smo", "Alignment")
    expect(page.get_by_role("row", name=re.compile(re.escape(OBJECTIVE)))).to_be_visible()


def _part(story: Story, login: str, department: str) -> Page:
    page = story.plan(login, "Departments' plans")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=department, exact=True))
    row.get_by_role("cell").get_by_role("link").first.click()
    headed(page, department)
    return page


def _step(page: Page, step: str) -> None:
    follow(page, step)
    press(page, step)
