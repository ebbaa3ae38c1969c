"""Hands that count what they do beside writing text: clicks and keys."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page


@dataclass
class Hands:
    """Clicks and presses on a page; `count`: how many so far."""

    page: Page
    count: int = 0

    def click(self, place: Locator) -> None:
        """One click."""
        place.click()
        self.count += 1

    def press(self, *keys: str) -> None:
        """Keys one after the other; a chord counts as one."""
        for key in keys:
            self.page.keyboard.press(key)
        self.count += len(keys)

    def write(self, text: str) -> None:
        """Text in the place of what is there; it does not count, choosing what is there does."""
        self.press("Control+a")
        self.page.keyboard.insert_text(text)
