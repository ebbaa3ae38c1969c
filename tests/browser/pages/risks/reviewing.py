"""Who looks at the pages of risks: reviewing."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {"risk_review": Shown("smo")}
NOT_HERE: dict[str, str] = {"review_risk": "a plain form: looked at as rate_risk"}
