"""Who looks at the pages of rounds, the TOWS matrix and the gap check."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {}
NOT_HERE: dict[str, str] = {}
