"""Who looks at the pages of risks: register."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {"risks": Shown("smo"), "risk": Shown("smo", "SELECT 'STORM-SURGE'")}
NOT_HERE: dict[str, str] = {}
