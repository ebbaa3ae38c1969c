"""Who looks at the pages of the strategy map."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {}
NOT_HERE: dict[str, str] = {}
