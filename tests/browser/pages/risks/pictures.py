"""Who looks at the pages of risks: pictures."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {"heat_map": Shown("smo"), "risks_by_objective": Shown("smo")}
NOT_HERE: dict[str, str] = {}
