"""Who looks at the pages of initiatives: imports."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {"import_initiatives": Shown("smo")}
NOT_HERE: dict[str, str] = {}
