"""The people of the story with their windows, and what they do on every page."""

import datetime as dt
import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tests.browser.windows import Windows

YEAR = dt.date.today().year
PLAN = "Out and about in Port Selwyn"
VISION = "Everybody in Port Selwyn gets about without a car, and nobody waits in the rain."
PRIORITY = "Buses that keep their word"
OBJECTIVE = "Buses come when the timetable says so"
REWORDED = "Buses come when the timetable says so, early and late in the day too"


@dataclass
class Story:
    """One plan on its way; everybody has one window."""

    windows: Windows
    open: dict[str, Page] = field(default_factory=dict)

    def window(self, login: str, path: str = "") -> Page:
        """The window of a demo account, at `path` where one is given."""
        if login not in self.open:
            self.open[login] = self.windows.open(login)
        if path:
            self.open[login].goto(path)
        return self.open[login]

    def plan(self, login: str, tab: str = "") -> Page:
        """The plan as somebody comes to it: from the list of plans, and over a tab."""
        page = self.window(login, "/strategy/")
        page.get_by_role("main").get_by_role("link", name=PLAN, exact=True).click()
        if tab:
            page.get_by_role("navigation", name="Strategy").get_by_role("link", name=tab, exact=True).click()
        return page


def labelled(page: Page, label: str) -> Locator:
    """The control with this label, whether it says that it is optional or not."""
    return page.get_by_label(re.compile(rf"^{re.escape(label)}\s*(optional)?$"))


def fill(page: Page, **said: str) -> None:
    """Fill in fields by their labels; an underscore stands for a space."""
    for label, text in said.items():
        labelled(page, label.replace("_", " ")).fill(text)


def press(page: Page, button: str) -> None:
    """Press the button of this name."""
    page.get_by_role("button", name=button, exact=True).click()


def follow(page: Page, link: str) -> None:
    """Follow the link of this name; the first of those that are called alike."""
    page.get_by_role("link", name=link, exact=True).first.click()


def headed(page: Page, words: str) -> None:
    """The page under this heading is there."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def panel(page: Page, heading: str) -> Locator:
    """The panel under a heading that begins so."""
    named = page.get_by_role("heading", level=2, name=re.compile(f"^{re.escape(heading)}"))
    return page.locator("section.panel").filter(has=named)
