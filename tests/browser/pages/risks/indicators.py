"""Who looks at the pages of risks: indicators."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {"risk_indicators": Shown("smo")}
NOT_HERE: dict[str, str] = {}
