"""What watches the pages sees what it is there for."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import examine
from tests.browser.windows import PHONE, Windows

pytestmark = pytest.mark.browser

BAD = """<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1>
<p style="color: #bbb; background: #fff">Pale words</p><div style="width: 2000px">Far too wide</div></main>
<script>
console.error("oh no");
fetch("http://elsewhere.invalid/").catch(() => { document.title = "Asked"; });
missing();
</script></html>"""


class Nowhere:
    """An installation that only has an address."""

    base_url = "http://127.0.0.1:9"


def test_what_is_wrong_with_a_page_is_found(browser: Browser) -> None:
    windows = Windows(browser, Nowhere())  # type: ignore[arg-type]
    page = windows.open(**PHONE)
    page.route("**/*", lambda route: route.abort())
    page.set_content(BAD)
    expect(page).to_have_title("Asked")
    found = [each.split(":")[0] for each in examine(page)]
    assert found == ["color-contrast", "wider than the window"]
    told = sorted(each.split(" (")[0] for each in windows.troubles)
    windows.close()
    assert told == [
        "asks another host: http://elsewhere.invalid/",
        "console: Failed to load resource: net::ERR_FAILED",
        "console: oh no",
        "script: missing is not defined",
    ]
