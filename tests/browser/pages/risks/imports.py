"""Who looks at the pages of risks: imports."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {}
NOT_HERE: dict[str, str] = {"import_risks": "the page of every import: looked at as import_initiatives"}
