"""Who looks at the pages of risks: rating."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {"rate_risk": Shown("smo", "SELECT 'STORM-SURGE'")}
NOT_HERE: dict[str, str] = {}
