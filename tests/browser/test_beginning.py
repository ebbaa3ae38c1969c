"""An empty installation leads its first administrator by the hand."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import examine
from tests.browser.windows import PHONE, Windows
from tests.installation import Databases, Installation

pytestmark = pytest.mark.browser
PASSWORD = "a-lighthouse-at-dusk"


@pytest.fixture(scope="module")
def empty(databases: Databases, browser: Browser) -> Iterator[Installation]:
    """An installation where nobody has an account, without a worker."""
    installation = Installation(databases, demo=False, worker=False)
    try:
        installation.start()
        yield installation
    finally:
        for process in list(installation.running):
            installation.kill(process)
        installation.stop()


@pytest.fixture(scope="module")
def windows(browser: Browser, empty: Installation) -> Iterator[Windows]:
    """Windows on it."""
    made = Windows(browser, empty)
    yield made
    made.close()


@pytest.fixture(scope="module")
def founded(windows: Windows) -> Page:
    """The window of the first administrator, just after the welcome page was filled in."""
    page = windows.open(path="/", **PHONE)
    expect(page).to_have_title("Welcome")
    assert examine(page) == []
    page.get_by_label("Name of the organisation").fill("Port authority")
    page.get_by_label("Department at the top").fill("Port")
    page.get_by_label("Its code").fill("port")
    page.get_by_label("Your name").fill("Vera Quist")
    page.get_by_label("Your e-mail").fill("vera@port.example")
    page.get_by_label("A password").fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("The list below says what comes next.")).to_be_visible()
    return page


def test_the_first_administrator_is_led_from_step_to_step(founded: Page, windows: Windows) -> None:
    founded.goto("/")
    assert examine(founded) == []
    steps = [link.get_attribute("href") for link in founded.locator("main").get_by_role("link").all()]
    assert steps == ["/departments/", "/people/"]
    for step in steps:
        founded.goto(str(step))
        assert examine(founded) == [], step
    assert windows.troubles == []


@pytest.mark.parametrize(
    "path",
    [
        "/strategy/",
        "/performance/scorecard/",
        "/performance/kpis/",
        "/performance/departments/",
        "/communication/reports/",
        "/search/?q=water",
        "/administration/mail/",
    ],
)
def test_a_page_without_anything_says_what_to_do(founded: Page, windows: Windows, path: str) -> None:
    founded.goto(path)
    assert examine(founded) == []
    assert windows.troubles == []


def test_nobody_founds_it_twice(founded: Page, windows: Windows) -> None:
    page = windows.open(path="/welcome/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
