"""Windows of a browser on an installation; whatever a page does that it should not is written down."""

import contextlib
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from smo.demo.accounts import PASSWORD
from tests.installation import Installation

WIDE: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True}
MILLISECONDS = 10_000


class Windows:
    """Opens windows in which somebody is signed in; people sign in once and are remembered.

    `troubles`: errors on the console, requests to other hosts and answers with an error, in any window.
    """

    def __init__(self, browser: Browser, installation: Installation) -> None:
        self.browser, self.installation = browser, installation
        self.signed_in: dict[str, Any] = {}
        self.contexts: list[BrowserContext] = []
        self.troubles: list[str] = []

    def open(self, login: str = "", path: str = "", **options: Any) -> Page:
        """A page in a window of its own, where the demo account `login` is signed in (empty: nobody)."""
        page = self._window(self._state(login) if login else None, **options)
        if path:
            page.goto(path)
        return page

    def _window(self, state: Any, **options: Any) -> Page:
        context = self.browser.new_context(
            base_url=self.installation.base_url, storage_state=state, **{**WIDE, **options}
        )
        self.contexts.append(context)
        context.set_default_timeout(MILLISECONDS)
        self._watch(context)
        return context.new_page()

    def _state(self, login: str) -> Any:
        """The cookies of somebody who is signed in."""
        if login not in self.signed_in:
            page = self._window(None)
            sign_in(page, login)
            self.signed_in[login] = page.context.storage_state()
            self._close(page.context)
        return self.signed_in[login]

    def _watch(self, context: BrowserContext) -> None:
        host = urlsplit(self.installation.base_url).netloc

        def on_console(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                self.troubles.append(f"console: {message.text} ({message.location.get('url')})")

        def on_request(request: Request) -> None:
            if urlsplit(request.url).netloc not in {host, ""}:
                self.troubles.append(f"asks another host: {request.url}")

        def on_response(response: Response) -> None:
            if response.status >= 400:
                self.troubles.append(f"answer {response.status}: {response.url}")

        context.on("console", on_console)
        context.on("weberror", lambda error: self.troubles.append(f"script: {error.error}"))
        context.on("request", on_request)
        context.on("response", on_response)

    @contextlib.contextmanager
    def expecting(self, *wanted: str) -> Any:
        """Troubles inside the block that hold one of these texts are meant."""
        before = len(self.troubles)
        yield
        unexpected = [each for each in self.troubles[before:] if not any(text in each for text in wanted)]
        self.troubles[before:] = unexpected

    def _close(self, context: BrowserContext) -> None:
        self.contexts.remove(context)
        context.close()

    def close(self) -> None:
        """Close every window."""
        while self.contexts:
            self._close(self.contexts[-1])


def sign_in(page: Page, login: str, password: str = PASSWORD) -> None:
    """Fill in the sign-in form and wait for the page behind it."""
    page.goto("/accounts/login/")
    page.get_by_label("E-mail").fill(f"{login}@demo.example")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "/accounts/login/" not in url)


Open = Callable[..., Page]
