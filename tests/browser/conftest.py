"""One browser and one installation for the tests of a file.

They live as long as a file, not a session: while Playwright runs, Django refuses database access in this
process, and tests of other files may follow on the same worker.
"""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.windows import Windows
from tests.conftest import need
from tests.installation import Databases, Installation

SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    need("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=SWITCHES)
        yield started
        started.close()


@pytest.fixture(scope="module")
def demo(databases: Databases, browser: Browser) -> Iterator[Installation]:
    """The demo organisation with web and worker, shared by the tests of a file."""
    installation = Installation(databases, demo=True)
    try:
        installation.start()
        yield installation
    finally:
        for process in list(installation.running):  # nothing is left to do that one would wait for
            installation.kill(process)
        installation.stop()


@pytest.fixture(scope="module")
def shared_windows(browser: Browser, demo: Installation) -> Iterator[Windows]:
    """Remembers who has signed in."""
    made = Windows(browser, demo)
    yield made
    made.close()


@pytest.fixture
def windows(shared_windows: Windows) -> Iterator[Windows]:
    """Windows on the demo; they are closed after the test, which fails where a page misbehaved."""
    shared_windows.troubles.clear()
    yield shared_windows
    shared_windows.close()
    assert shared_windows.troubles == []
