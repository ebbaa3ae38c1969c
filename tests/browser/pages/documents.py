"""Who looks at the pages of plan documents, StratML, the strategy calendar and the charter."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {}
NOT_HERE: dict[str, str] = {}
