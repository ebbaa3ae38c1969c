"""Who looks at the pages of alignment, departmental and functional plans."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {}
NOT_HERE: dict[str, str] = {}
