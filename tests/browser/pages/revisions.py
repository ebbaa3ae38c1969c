"""Who looks at the pages of versions and revisions."""

from tests.browser.pages.shown import Shown

CURRENT = "SELECT code FROM strategy_plan WHERE code = 'harbour-city'"
WAITING = "SELECT id FROM strategy_revision WHERE state = 'proposed' ORDER BY id LIMIT 1"
TO_APPROVE = "SELECT id, 'approve' FROM strategy_revision WHERE state = 'proposed' ORDER BY id LIMIT 1"

PAGES: dict[str, Shown] = {
    "revisions": Shown("smo", CURRENT),
    "begin_revision": Shown("smo", CURRENT),
    "revision": Shown("executive", WAITING),
    "revision_step": Shown("executive", TO_APPROVE),
}
NOT_HERE: dict[str, str] = {}
