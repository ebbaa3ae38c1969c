"""What is wrong with a page as drawn: findings of axe, and content wider than the window."""

import functools
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
# What Swagger UI draws inside the page of the API is not ours to mend.
RUN = """async () => {
    const ours = {include: document, exclude: ["#swagger-ui"]};
    const found = await axe.run(ours, {resultTypes: ["violations"], elementRef: false});
    const said = node => node.target.join(" ") + ": " + node.html.slice(0, 160);
    return found.violations.map(rule => [rule.id, rule.help, rule.nodes.map(said)]);
}"""
TOO_WIDE = """() => {
    const room = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth > room ? [`${document.documentElement.scrollWidth} px`] : [];
}"""


@functools.cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def findings(page: Page) -> list[str]:
    """Each finding of axe (all its rules) with the elements it is about; none is wanted."""
    page.evaluate(_axe())
    found: list[Any] = page.evaluate(RUN)
    return [f"{rule}: {words} {nodes[:3]}" for rule, words, nodes in found]


def too_wide(page: Page) -> list[str]:
    """How wide the page is, where it is wider than the window."""
    return [f"wider than the window: {each}" for each in page.evaluate(TOO_WIDE)]


def examine(page: Page) -> list[str]:
    """Everything wrong with the page as it is drawn now."""
    return findings(page) + too_wide(page)
