"""Who looks at the pages of versions, revisions, templates and archiving."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {}
NOT_HERE: dict[str, str] = {}
