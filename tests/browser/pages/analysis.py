"""Who looks at the pages of the assessment of where the organisation stands."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {}
NOT_HERE: dict[str, str] = {}
